package org.zhuxi.notice.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.notice.Notices;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.CommunityPart;

/** A community's latest notices on its public page. */
@Component
class CommunityNotices implements CommunityPart {

    private final Notices notices;
    private final Places places;

    CommunityNotices(Notices notices, Places places) {
        this.notices = notices;
        this.places = places;
    }

    @Override
    public String heading() {
        return "notice.nav.notices";
    }

    @Override
    public String allPath(String code) {
        return "/communities/" + code + "/notices";
    }

    @Override
    public List<Entry> list(String code, int limit) {
        return places.findByCode(code).map(Place::community).stream()
                .flatMap(community -> notices.open(community, limit, null).items().stream())
                .map(notice -> new Entry(notice.title(), allPath(code) + "/" + notice.id(), notice.from()))
                .toList();
    }
}
