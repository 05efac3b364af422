package org.zhuxi.request.internal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.request.RequestPhotos;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.ServiceTypes;

/** Requests for everybody: what was reported where, how far it is, how well it is done. Nobody's name, face or own words. */
@Controller
class PublicRequestPages {

    static final String PATH = "/requests";
    private static final int PAGE = 24;

    private final Requests requests;
    private final RequestPhotos photos;
    private final ServiceTypes services;
    private final WorkPlaces work;
    private final Placing placing;
    private final RequestGate gate;
    private final MapSettings tiles;

    PublicRequestPages(
            Requests requests,
            RequestPhotos photos,
            ServiceTypes services,
            WorkPlaces work,
            Placing placing,
            RequestGate gate,
            MapSettings tiles) {
        this.requests = requests;
        this.photos = photos;
        this.services = services;
        this.work = work;
        this.placing = placing;
        this.gate = gate;
        this.tiles = tiles;
    }

    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable UUID after) {
        var at = work.open(place);
        var filter = RequestQuery.read(query, null);
        var found = requests.list(at.path(), filter, PAGE, after);
        var next = found.next();
        return new ModelAndView("request/public-list")
                .addObject("place", at)
                .addObject("filter", filter)
                .addObject("found", found)
                .addObject("labels", labels(placing, found))
                .addObject("services", services)
                .addObject("year", gate.today().getYear())
                .addObject("rates", requests.rates(at.path(), gate.today().getYear()))
                .addObject("today", gate.today())
                .addObject("tiles", tiles)
                .addObject("map", RequestQuery.link(RequestMap.PUBLIC, at.code(), filter, null))
                .addObject("next", next == null ? "" : RequestQuery.link(PATH, at.code(), filter, next));
    }

    /** What people call the places of requests, by code. */
    static Map<String, Names> labels(Placing placing, Slice<ServiceRequest> found) {
        return found.items().stream()
                .map(ServiceRequest::place)
                .distinct()
                .collect(java.util.stream.Collectors.toMap(code -> code, placing::label));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var story = requests.story(id);
        return new ModelAndView("request/public")
                .addObject("story", story)
                .addObject("place", placing.label(story.request().place()))
                .addObject("today", gate.today())
                .addObject("isSignedIn", actor.isSignedIn());
    }

    @GetMapping(PATH + "/photos/{id}")
    ResponseEntity<Resource> photo(@PathVariable UUID id) {
        return EvidenceResponse.of(photos.openShown(id));
    }
}
