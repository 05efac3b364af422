package org.zhuxi.request.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.CommunityPart;
import org.zhuxi.platform.web.Links;
import org.zhuxi.request.RequestFilter;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceTypes;

/** The latest requests of a community on its public page. */
@Component
class CommunityRequests implements CommunityPart {

    private final Requests requests;
    private final ServiceTypes services;
    private final Places places;

    CommunityRequests(Requests requests, ServiceTypes services, Places places) {
        this.requests = requests;
        this.services = services;
        this.places = places;
    }

    @Override
    public String heading() {
        return "request.title";
    }

    @Override
    public String allPath(String code) {
        return Links.to(PublicRequestPages.PATH, "place", code);
    }

    @Override
    public List<Entry> list(String code, int limit) {
        return places.findByCode(code).map(Place::path).stream()
                .flatMap(path -> requests.list(path, RequestFilter.ALL, limit, null).items().stream())
                .map(it -> new Entry(
                        services.get(it.service()).names(), PublicRequestPages.PATH + "/" + it.id(), it.receivedOn()))
                .toList();
    }
}
