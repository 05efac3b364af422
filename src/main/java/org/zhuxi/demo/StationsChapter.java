package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.waste.NewStation;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;

/** Drop-off stations, open every morning and evening. */
@Component
class StationsChapter {

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final List<OpeningWindow> MORNING_AND_EVENING = List.of(
            OpeningWindow.of(OpeningWindow.everyDay(), "07:00", "09:00"),
            OpeningWindow.of(OpeningWindow.everyDay(), "18:00", "20:00"));
    private static final List<Names> ZHUXI_NAMES = List.of(
            new Names("东门投放点", "East Gate Station"),
            new Names("西门投放点", "West Gate Station"),
            new Names("河边投放点", "Riverside Station"),
            new Names("活动中心投放点", "Activity Centre Station"));

    private final Register register;
    private final Places places;
    private final Stations stations;

    StationsChapter(Register register, Places places, Stations stations) {
        this.register = register;
        this.places = places;
        this.stations = stations;
    }

    void tell() {
        for (var blueprint : DemoCommunities.all()) {
            var names = blueprint.code().equals(DemoCommunities.ZHUXI) ? ZHUXI_NAMES : List.of(mainGate(blueprint));
            var community =
                    places.findByCode(blueprint.code()).orElseThrow(() -> new Refused.NotFound(blueprint.code()));
            var map = new DemoMap(blueprint);
            for (var number = 1; number <= names.size(); number++) {
                build(
                        community,
                        "%s-S-%02d".formatted(blueprint.code(), number),
                        names.get(number - 1),
                        map.station(number));
            }
        }
    }

    private static Names mainGate(DemoCommunities.Blueprint blueprint) {
        var community = blueprint.profile().name();
        return new Names(community.zh() + "主门投放点", community.en() + " Main Gate Station");
    }

    private void build(Place community, String code, Names name, GeoPoint location) {
        var id = java.util.Objects.requireNonNull(community.community());
        register.addPlaces(
                Founder.ACTOR, id, List.of(NewPlace.site(code, Stations.SITE_TYPE, name, location, Origin.SYNTHETIC)));
        var site = places.sitesAt(community.path(), Stations.SITE_TYPE).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(code));
        if (stations.find(site.id()).isPresent()) {
            return;
        }
        var clerk = clerkOf(community.path());
        var station = new NewStation(
                community.code(), name, null, EnumSet.allOf(WasteClass.class), true, "", Origin.SYNTHETIC);
        var ref = stations.establish(clerk, site, station);
        stations.setWindows(clerk, ref, SINCE, MORNING_AND_EVENING);
    }

    private static Actor clerkOf(PlacePath community) {
        return new Actor(
                Founder.ACTOR.account(),
                Founder.ACTOR.name(),
                Set.of(new Grant(Role.COMMUNITY_CLERK, community)),
                Set.of(),
                null);
    }
}
