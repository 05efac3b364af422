package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** What the four communities have and look after: facilities of eight classes, old trees, sponge measures, lifelines; made up. */
@Component
class InventoriesChapter {

    private static final List<Names> TREES =
            List.of(new Names("银杏", "Ginkgo"), new Names("香樟", "Camphor tree"), new Names("榉树", "Zelkova"));

    private final Assets assets;
    private final AssetInspections inspections;
    private final Places places;
    private final CorridorsChapter corridors;

    InventoriesChapter(Assets assets, AssetInspections inspections, Places places, CorridorsChapter corridors) {
        this.assets = assets;
        this.inspections = inspections;
        this.places = places;
        this.corridors = corridors;
    }

    void tell(LocalDate lastDay) {
        DemoCommunities.all()
                .forEach(blueprint -> places.findByCode(blueprint.code())
                        .ifPresent(place -> tell(place, new DemoMap(blueprint), lastDay)));
        corridors.tell(lastDay);
    }

    private void tell(Place place, DemoMap map, LocalDate lastDay) {
        var number = 0;
        for (var kind : AssetKind.of(Inventory.FACILITY)) {
            number++;
            var isPoor = kind == AssetKind.ROAD && place.code().equals("310115121013");
            keep(place, map, kind, number, kind.names(), null, lastDay.minusDays(20L * number), isPoor ? "路面坑洼三处" : "");
        }
        for (var tree : TREES) {
            number++;
            keep(place, map, AssetKind.ANCIENT_TREE, number, tree, null, lastDay.minusDays(15L * number), "");
        }
        number++;
        keep(
                place,
                map,
                AssetKind.INFILTRATE,
                number,
                new Names("透水铺装", "Porous paving"),
                new BigDecimal("160"),
                lastDay.minusDays(40),
                "");
        number++;
        keep(
                place,
                map,
                AssetKind.RETAIN,
                number,
                new Names("雨水花园", "Rain garden"),
                new BigDecimal("260"),
                lastDay.minusDays(40),
                "");
        number++;
        keep(
                place,
                map,
                AssetKind.FIRE_LANE,
                number,
                new Names("主路消防车通道", "Fire lane of the main road"),
                null,
                lastDay.minusDays(7),
                place.code().equals(DemoCommunities.ZHUXI) ? "12 栋前两辆车占道" : "");
    }

    private void keep(
            Place place,
            DemoMap map,
            AssetKind kind,
            int number,
            Names name,
            @Nullable BigDecimal areaM2,
            LocalDate inspectedOn,
            String wrong) {
        var head = head(place);
        var id = Ids.derived(Founder.ACTOR.account(), "inventories/" + place.code() + number);
        if (isThere(place, kind, number)) {
            return;
        }
        var protection = kind == AssetKind.ANCIENT_TREE ? "二级古树" : "";
        assets.add(
                head,
                id,
                new NewAsset(
                        place.code(),
                        kind,
                        "%s-%02d".formatted(kind.inventory().name().charAt(0), number),
                        name,
                        "",
                        map.station(number),
                        areaM2,
                        protection,
                        kind.inventory() == Inventory.LIFELINE ? 1 : 12,
                        null,
                        null),
                Origin.SYNTHETIC);
        inspect(head, id, inspectedOn, wrong);
    }

    private boolean isThere(Place place, AssetKind kind, int number) {
        return assets.isNumbered(
                java.util.Objects.requireNonNull(place.community()),
                kind.inventory(),
                "%s-%02d".formatted(kind.inventory().name().charAt(0), number));
    }

    private void inspect(Actor head, UUID id, LocalDate on, String wrong) {
        inspections.inspect(
                head,
                id,
                new NewInspection(
                        on,
                        wrong.isEmpty() ? Condition.GOOD : Condition.POOR,
                        "",
                        List.of(wrong),
                        on.plusDays(14),
                        null));
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
