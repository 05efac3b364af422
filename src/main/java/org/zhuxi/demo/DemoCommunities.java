package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewPlace;

/**
 * The communities of the demo world. Names, years, areas, residents and households are printed in the sources; the codes
 * are those of the National Bureau of Statistics (2023); buildings, dwellings and families are made up and add up to the
 * printed totals.
 */
final class DemoCommunities {

    static final String ZHUXI = "321003010001";

    private static final LocalDate CODES_PUBLISHED = LocalDate.of(2023, 9, 11);
    private static final int FLOORS = 6;
    private static final int DOORS_A_FLOOR = 6;
    private static final int DOORS_A_BUILDING = FLOORS * DOORS_A_FLOOR;

    private DemoCommunities() {}

    /**
     * @param households how many families to make up
     * @param persons what they add up to, or 0 when the source tells no number of residents
     * @param quarters names of its quarters
     * @param participants families that take part in the season of drops
     */
    record Blueprint(
            NewCommunity profile, int households, int persons, List<Names> quarters, int participants, long seed) {

        String code() {
            return profile.code();
        }

        List<NewPlace> buildings() {
            var places = new ArrayList<NewPlace>();
            for (var q = 0; q < quarters.size(); q++) {
                places.add(NewPlace.quarter(code() + "-Q" + (q + 1), quarters.get(q), Origin.SYNTHETIC));
            }
            for (var b = 0; b < buildingCount(); b++) {
                var name = new Names((b + 1) + "栋", "Building " + (b + 1));
                places.add(NewPlace.building(building(b), name, Origin.SYNTHETIC));
            }
            return places;
        }

        List<NewPlace> dwellings() {
            return IntStream.range(0, households)
                    .mapToObj(i -> NewPlace.dwelling(dwelling(i), new Names(door(i), door(i)), Origin.SYNTHETIC))
                    .toList();
        }

        String dwelling(int number) {
            return building(number / DOORS_A_BUILDING) + "-" + door(number);
        }

        int[] personsByHousehold() {
            return persons == 0 ? new int[households] : Persons.spread(persons, households, seed);
        }

        private int buildingCount() {
            return (households + DOORS_A_BUILDING - 1) / DOORS_A_BUILDING;
        }

        private String building(int number) {
            return "%s-Q%d-B%03d".formatted(code(), number * quarters.size() / buildingCount() + 1, number + 1);
        }

        private static String door(int number) {
            var within = number % DOORS_A_BUILDING;
            return "%d%02d".formatted(within / DOORS_A_FLOOR + 1, within % DOORS_A_FLOOR + 1);
        }
    }

    static List<Blueprint> all() {
        return List.of(zhuxi(), ludi(), huagao(), dongli());
    }

    private static Blueprint zhuxi() {
        var profile = new NewCommunity(
                ZHUXI,
                new Names("竹西社区", "Zhuxi Community"),
                CODES_PUBLISHED,
                true,
                new Names("拆迁安置小区", "Resettlement estate"),
                "2002",
                new BigDecimal("0.8"),
                11_659,
                null,
                null,
                Origin.SEED,
                "《共建绿色社区：扬州市的探索与实践》第三部分 (2025-07-01)",
                List.of("竹西"));
        return new Blueprint(profile, 4_164, 11_659, numbered(4), 900, 20_250_701);
    }

    private static Blueprint ludi() {
        var profile = gaohang(
                "310115121017",
                new Names("绿地崑廉居民区", "Ludi Kunlian"),
                new Names("商品房小区", "Commercial housing"),
                "2006-06",
                null,
                3_048,
                List.of("绿地威廉"));
        return new Blueprint(profile, 3_048, 8_000, numbered(1), 160, 310_115_017);
    }

    private static Blueprint huagao() {
        var profile = gaohang(
                "310115121008",
                new Names("华高新村第二居民区", "Huagao New Village No. 2"),
                new Names("动迁安置和商品房", "Relocation and commercial housing"),
                "1999",
                null,
                1_535,
                List.of("华高二居"));
        return new Blueprint(profile, 1_535, 0, numbered(5), 120, 310_115_008);
    }

    private static Blueprint dongli() {
        var profile = gaohang(
                "310115121013",
                new Names("东力居民区", "Dongli"),
                new Names("老旧小区", "Old estate"),
                "2006-07",
                3_095,
                1_224,
                List.of("东力新村"));
        var areas = List.of(
                new Names("东力新村", "Dongli New Village"),
                new Names("东源丽晶", "Dongyuan Lijing"),
                new Names("申江名邸东", "Shenjiang Mingdi East"),
                new Names("申江名邸西", "Shenjiang Mingdi West"));
        return new Blueprint(profile, 1_224, 3_095, areas, 100, 310_115_013);
    }

    private static NewCommunity gaohang(
            String code,
            Names name,
            Names estateType,
            String foundedOn,
            @org.jspecify.annotations.Nullable Integer residents,
            Integer households,
            List<String> aliases) {
        return new NewCommunity(
                code,
                name,
                CODES_PUBLISHED,
                true,
                estateType,
                foundedOn,
                null,
                residents,
                households,
                null,
                Origin.SEED,
                "《新时代绿色社区创建：上海案例精选》(2023-04)",
                aliases);
    }

    private static List<Names> numbered(int quarters) {
        var digits = List.of("一", "二", "三", "四", "五");
        return IntStream.range(0, quarters)
                .mapToObj(i -> new Names(digits.get(i) + "区", "Quarter " + (i + 1)))
                .toList();
    }
}
