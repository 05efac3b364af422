package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.project.asset.AssetInspections;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.Condition;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.project.asset.NewAsset;
import org.zhuxi.project.asset.NewInspection;

/**
 * Corridors of Huagao: the Shanghai cases name their five kinds and count eight themes. The themes are not named there and are made
 * up here, one corridor for each kind and theme, and so are keepers and stars.
 */
@Component
class CorridorsChapter {

    private static final String HUAGAO = "310115121008";
    private static final int MOST_STARS = 5;
    private static final int LEAST_STARS = 3;

    private static final List<Names> THEMES = List.of(
            new Names("家风家训", "Family values"),
            new Names("二十四节气", "The seasons"),
            new Names("垃圾分类", "Sorting waste"),
            new Names("绿植认养", "Adopted plants"),
            new Names("邻里互助", "Neighbours help"),
            new Names("书香共享", "Shared books"),
            new Names("童心童画", "Drawn by children"),
            new Names("老照片", "Old photographs"));

    private final Assets assets;
    private final AssetInspections inspections;
    private final Places places;

    CorridorsChapter(Assets assets, AssetInspections inspections, Places places) {
        this.assets = assets;
        this.inspections = inspections;
        this.places = places;
    }

    /** One corridor for each kind and theme, in buildings 1 to 40. */
    static List<NewAsset> all() {
        var corridors = new ArrayList<NewAsset>();
        for (var kind : AssetKind.of(Inventory.CORRIDOR)) {
            for (var theme : THEMES) {
                var building = corridors.size() + 1;
                corridors.add(new NewAsset(
                        HUAGAO,
                        kind,
                        "LD-%02d".formatted(building),
                        new Names(
                                building + " 号楼" + kind.names().zh(),
                                kind.names().en() + ", building " + building),
                        building + " 号楼",
                        null,
                        null,
                        "",
                        6,
                        theme,
                        building + " 号楼楼组"));
            }
        }
        return corridors;
    }

    void tell(LocalDate lastDay) {
        places.findByCode(HUAGAO).ifPresent(place -> all().forEach(corridor -> keep(place, corridor, lastDay)));
    }

    private void keep(Place place, NewAsset corridor, LocalDate lastDay) {
        var number = String.valueOf(corridor.number());
        if (assets.isNumbered(Objects.requireNonNull(place.community()), Inventory.CORRIDOR, number)) {
            return;
        }
        var head = head(place);
        var id = id(number);
        var building = Integer.parseInt(number.substring(number.indexOf('-') + 1));
        assets.add(head, id, corridor, Origin.SYNTHETIC);
        inspections.inspect(
                head,
                id,
                new NewInspection(
                        lastDay.minusDays(building),
                        Condition.GOOD,
                        "",
                        List.of(),
                        null,
                        LEAST_STARS + building % (MOST_STARS - LEAST_STARS + 1)));
    }

    private static UUID id(String number) {
        return Ids.derived(Founder.ACTOR.account(), "corridors/" + number);
    }

    private static Actor head(Place place) {
        return new Actor(
                Founder.ACTOR.account(),
                Founder.ACTOR.name(),
                Set.of(new Grant(Role.COMMUNITY_HEAD, place.path())),
                Set.of(),
                null);
    }
}
