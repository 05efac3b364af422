package org.zhuxi.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Ids;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.Balances;
import org.zhuxi.waste.chain.Load;
import org.zhuxi.waste.chain.NewCollection;
import org.zhuxi.waste.chain.NewReceipt;
import org.zhuxi.waste.chain.NewTreatment;
import org.zhuxi.waste.chain.Weighing;

/**
 * Makes up what vehicles took from the drops of a season, always the same for the same drops: kitchen and residual waste every
 * second day, recyclables on Saturdays, hazardous waste every fourth Saturday; kitchen waste loses water while it waits.
 */
final class SeasonOfHauling {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final BigDecimal A_YEAR_AGO = new BigDecimal("1.09");
    private static final BigDecimal WATER_EXPLAINED = new BigDecimal("0.045");
    private static final int NOT_CONFIRMED_YET = 3;

    private final SeasonOfDrops drops;
    private final List<UUID> stations;
    private final LocalDate lastDay;
    private final SplittableRandom random = new SplittableRandom(20_250_701);
    private final Map<WasteClass, BigDecimal> inBins = new EnumMap<>(WasteClass.class);
    private final Map<WasteClass, BigDecimal> onTheWay = new EnumMap<>(WasteClass.class);
    private final Map<String, BigDecimal> droppedByMonth = new HashMap<>();
    private final List<NewCollection> collections = new ArrayList<>();
    private final List<NewTreatment> treatments = new ArrayList<>();
    private final List<Balances.NewExplanation> explanations = new ArrayList<>();

    SeasonOfHauling(SeasonOfDrops drops, List<UUID> stations, LocalDate lastDay) {
        this.drops = drops;
        this.stations = List.copyOf(stations);
        this.lastDay = lastDay;
    }

    List<NewCollection> collections() {
        return collections;
    }

    List<NewTreatment> treatments() {
        return treatments;
    }

    List<Balances.NewExplanation> explanations() {
        return explanations;
    }

    static String plate(WasteClass wasteClass) {
        return "苏K6010" + (wasteClass.ordinal() + 1);
    }

    void tell() {
        var first = lastDay.minusWeeks(SeasonOfDrops.WEEKS);
        var before = new EnumMap<WasteClass, BigDecimal>(WasteClass.class);
        var onTheWayBefore = new EnumMap<WasteClass, BigDecimal>(WasteClass.class);
        for (var day = first; !day.isAfter(lastDay); day = day.plusDays(1)) {
            drop(day);
            haul(day);
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY || day.equals(lastDay)) {
                treat(day);
            }
            var isMonthsEnd = day.equals(day.withDayOfMonth(day.lengthOfMonth()));
            if (isMonthsEnd) {
                explain(YearMonth.from(day), before);
                explainOnTheWay(YearMonth.from(day), onTheWayBefore);
                before.clear();
                before.putAll(inBins);
                onTheWayBefore.clear();
                onTheWayBefore.putAll(onTheWay);
            }
        }
    }

    private void drop(LocalDate day) {
        for (Submission drop : drops.on(day)) {
            var wasteClass = WasteClass.ofKind(drop.kind()).orElseThrow();
            var kg = java.util.Objects.requireNonNull(drop.quantities().get("mass"))
                    .value();
            inBins.merge(wasteClass, kg, BigDecimal::add);
            droppedByMonth.merge(YearMonth.from(day) + wasteClass.code(), kg, BigDecimal::add);
        }
    }

    private void haul(LocalDate day) {
        for (var wasteClass : WasteClass.values()) {
            if (comes(wasteClass, day)
                    && inBins.getOrDefault(wasteClass, BigDecimal.ZERO).signum() > 0) {
                var dropped = java.util.Objects.requireNonNull(inBins.remove(wasteClass));
                var share = wasteClass == WasteClass.KITCHEN
                        ? random.nextDouble(0.945, 0.96)
                        : random.nextDouble(0.99, 1.005);
                var kg = dropped.multiply(BigDecimal.valueOf(share)).setScale(1, RoundingMode.HALF_UP);
                if (kg.signum() > 0) {
                    collections.add(collection(wasteClass, kg, day, receipt(kg, day)));
                    var lastYear = kg.multiply(A_YEAR_AGO).setScale(1, RoundingMode.HALF_UP);
                    collections.add(collection(wasteClass, lastYear, day.minusYears(1), new NewReceipt(lastYear, "")));
                    onTheWay.merge(wasteClass, kg, BigDecimal::add);
                }
            }
        }
    }

    private boolean comes(WasteClass wasteClass, LocalDate day) {
        return switch (wasteClass) {
            case KITCHEN, RESIDUAL -> day.toEpochDay() % 2 == 0;
            case RECYCLABLE -> day.getDayOfWeek() == DayOfWeek.SATURDAY;
            case HAZARDOUS -> day.getDayOfWeek() == DayOfWeek.SATURDAY && day.toEpochDay() / 7 % 4 == 0;
        };
    }

    /** What arrives: nearly what was sent; now and then a wet day; the last ones are still on the road. */
    private @Nullable NewReceipt receipt(BigDecimal kg, LocalDate day) {
        var wet = random.nextInt(40) == 0;
        var share = wet ? 0.93 : random.nextDouble(0.99, 1.002);
        if (day.isAfter(lastDay.minusDays(NOT_CONFIRMED_YET))) {
            return null;
        }
        return new NewReceipt(
                kg.multiply(BigDecimal.valueOf(share)).setScale(1, RoundingMode.HALF_UP), wet ? "雨天，沿途沥水" : "");
    }

    private NewCollection collection(
            WasteClass wasteClass, BigDecimal kg, LocalDate day, @Nullable NewReceipt receipt) {
        return new NewCollection(
                id("collection " + wasteClass.code(), day),
                DemoCommunities.ZHUXI,
                wasteClass,
                stations,
                plate(wasteClass),
                "演示司机",
                facility(wasteClass, day),
                new Load.Weighed(Weighing.DESTINATION, kg.add(new BigDecimal("4200")), new BigDecimal("4200"), kg),
                receipt,
                at(day, 21),
                "",
                List.of(),
                null);
    }

    private void treat(LocalDate day) {
        onTheWay.forEach((wasteClass, kg) -> {
            var facility = facility(wasteClass, day);
            var isBiogas = facility.equals("YZ-BIOGAS-01");
            treatments.add(new NewTreatment(
                    id("treatment " + wasteClass.code(), day),
                    DemoCommunities.ZHUXI,
                    wasteClass,
                    facility,
                    kg,
                    product(wasteClass, isBiogas),
                    share(kg, productShare(wasteClass, isBiogas)),
                    share(kg, wasteClass == WasteClass.RESIDUAL ? "0.2" : "0.07"),
                    isBiogas ? share(kg, "0.08") : null,
                    at(day, 22),
                    "HZ-" + day,
                    "",
                    List.of(),
                    null));
        });
        onTheWay.clear();
    }

    private static String product(WasteClass wasteClass, boolean isBiogas) {
        return switch (wasteClass) {
            case KITCHEN -> isBiogas ? "沼渣" : "堆肥";
            case RECYCLABLE -> "再生原料";
            case HAZARDOUS, RESIDUAL -> "";
        };
    }

    private static String productShare(WasteClass wasteClass, boolean isBiogas) {
        return switch (wasteClass) {
            case KITCHEN -> isBiogas ? "0.12" : "0.3";
            case RECYCLABLE -> "0.91";
            case HAZARDOUS, RESIDUAL -> "0";
        };
    }

    private static BigDecimal share(BigDecimal kg, String share) {
        return kg.multiply(new BigDecimal(share)).setScale(1, RoundingMode.DOWN);
    }

    /** What a community would write down: water for kitchen waste, what stands in the bins at the month's end for all. */
    private void explain(YearMonth month, Map<WasteClass, BigDecimal> before) {
        for (var wasteClass : WasteClass.values()) {
            var stock = inBins.getOrDefault(wasteClass, BigDecimal.ZERO)
                    .subtract(before.getOrDefault(wasteClass, BigDecimal.ZERO))
                    .setScale(0, RoundingMode.HALF_UP);
            if (stock.signum() != 0) {
                explanations.add(said(month, wasteClass, "stock", stock));
            }
            var dropped = droppedByMonth.getOrDefault(month + wasteClass.code(), BigDecimal.ZERO);
            var water = dropped.multiply(WATER_EXPLAINED).setScale(0, RoundingMode.HALF_UP);
            if (wasteClass == WasteClass.KITCHEN && water.signum() > 0) {
                explanations.add(said(month, wasteClass, "moisture", water));
            }
        }
    }

    /** Loads of the month that are treated in the next. */
    private void explainOnTheWay(YearMonth month, Map<WasteClass, BigDecimal> before) {
        for (var wasteClass : WasteClass.values()) {
            var kg = onTheWay.getOrDefault(wasteClass, BigDecimal.ZERO)
                    .subtract(before.getOrDefault(wasteClass, BigDecimal.ZERO))
                    .setScale(0, RoundingMode.HALF_UP);
            if (kg.signum() != 0) {
                explanations.add(said(month, wasteClass, "in-transit", kg));
            }
        }
    }

    private static Balances.NewExplanation said(YearMonth month, WasteClass wasteClass, String reason, BigDecimal kg) {
        return new Balances.NewExplanation(
                id(reason + " " + wasteClass.code(), month.atEndOfMonth()), month, wasteClass, reason, kg, "演示");
    }

    private static String facility(WasteClass wasteClass, LocalDate day) {
        return switch (wasteClass) {
            case KITCHEN -> day.toEpochDay() / 7 % 3 == 0 ? "YZ-COMPOST-01" : "YZ-BIOGAS-01";
            case RECYCLABLE -> "YZ-RECYCLER-01";
            case HAZARDOUS -> "YZ-HAZARD-01";
            case RESIDUAL -> "YZ-BURN-01";
        };
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private static UUID id(String purpose, LocalDate day) {
        var millis = at(day, 21).toEpochMilli();
        return Ids.derived(new UUID((millis << 16) | 0x7000L, 0x8000_0000_0000_0001L), purpose);
    }
}
