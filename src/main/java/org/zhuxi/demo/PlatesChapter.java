package org.zhuxi.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Contact;
import org.zhuxi.place.Contacts;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Plate;
import org.zhuxi.place.PlateFilter;
import org.zhuxi.place.PlateState;
import org.zhuxi.place.Plates;

/** Plates at the sites and buildings of Zhuxi and at the doors of one building, and telephones that nobody answers. */
@Component
class PlatesChapter {

    /** No subscriber's number begins with zero, so that nobody is called by mistake. */
    private static final List<String> PHONES =
            List.of("0514 0000 0101", "021 0000 0102", "021 0000 0103", "021 0000 0104");

    private static final Names HOURS = new Names("周一至周五 8:30–17:30（演示号码）", "Mon–Fri 8:30–17:30 (demo number)");
    private static final int INSTALLED = 30;

    private final Plates plates;
    private final Contacts contacts;
    private final Places places;

    PlatesChapter(Plates plates, Contacts contacts, Places places) {
        this.plates = plates;
        this.contacts = contacts;
        this.places = places;
    }

    void tell() {
        var communities = DemoCommunities.all();
        for (var i = 0; i < communities.size(); i++) {
            var home = Objects.requireNonNull(get(communities.get(i).code()).community());
            contacts.put(Founder.ACTOR, home, new Contact(PHONES.get(i), HOURS), Origin.SYNTHETIC);
        }
        hang();
    }

    private void hang() {
        var zhuxi = get(DemoCommunities.ZHUXI);
        plates.make(Founder.ACTOR, zhuxi, EnumSet.of(PlaceKind.SITE, PlaceKind.BUILDING), Origin.SYNTHETIC);
        plates.make(
                Founder.ACTOR, get(DemoCommunities.ZHUXI + "-Q1-B001"), Set.of(PlaceKind.DWELLING), Origin.SYNTHETIC);
        install(zhuxi, PlaceKind.SITE);
        var up = install(zhuxi, PlaceKind.BUILDING);
        plates.mark(Founder.ACTOR, up.get(1).code(), PlateState.DAMAGED);
        plates.replace(Founder.ACTOR, up.get(2).code());
    }

    private List<Plate> install(Place at, PlaceKind kind) {
        var up = plates.list(Founder.ACTOR, at, new PlateFilter(kind, null), INSTALLED, null)
                .items();
        up.forEach(plate -> plates.mark(Founder.ACTOR, plate.code(), PlateState.INSTALLED));
        return up;
    }

    private Place get(String code) {
        return places.findByCode(code).orElseThrow(() -> new Refused.NotFound(code));
    }
}
