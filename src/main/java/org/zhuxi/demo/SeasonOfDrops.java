package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;

/**
 * Makes up the drops of one community, day by day, always the same for the same seed. Each participating household comes
 * about three to four times a week in one of the two opening windows.
 */
final class SeasonOfDrops {

    /** Weeks of the season. */
    static final int WEEKS = 12;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int WINDOW_SECONDS = 2 * 3_600;
    private static final double CHANCE_A_DAY = 0.42;
    private static final double SHARE_MORNING = 0.55;

    private final String community;
    private final List<UUID> households;
    private final List<UUID> stations;
    private final long seed;

    SeasonOfDrops(String community, List<UUID> households, List<UUID> stations, long seed) {
        this.community = community;
        this.households = List.copyOf(households);
        this.stations = List.copyOf(stations);
        this.seed = seed;
    }

    /** The drops of one day in the order of time. */
    List<Submission> on(LocalDate day) {
        var random = new SplittableRandom(seed ^ day.toEpochDay() * 0x9E37_79B9_7F4A_7C15L);
        var drops = new ArrayList<Submission>();
        for (var household : households) {
            if (random.nextDouble() < CHANCE_A_DAY) {
                drops.addAll(visit(day, household, random));
            }
        }
        drops.sort(java.util.Comparator.comparing(Submission::occurredAt));
        return drops;
    }

    private List<Submission> visit(LocalDate day, UUID household, SplittableRandom random) {
        var opening = random.nextDouble() < SHARE_MORNING ? MORNING : EVENING;
        var moment = day.atTime(opening)
                .plusSeconds(random.nextInt(WINDOW_SECONDS))
                .atZone(ZONE)
                .toInstant();
        var station = stations.get(Math.floorMod(household.hashCode(), stations.size()));
        var drops = new ArrayList<Submission>();
        for (var kind : DropKind.values()) {
            if (random.nextDouble() < kind.chance) {
                var at = moment.plusSeconds(drops.size());
                drops.add(new Submission(
                        id(at.toEpochMilli(), random),
                        kind.code,
                        community,
                        household,
                        station,
                        at,
                        Map.of("mass", new Measured(kind.mass(random), "kg")),
                        grade(random),
                        null,
                        List.of(),
                        null));
            }
        }
        return drops;
    }

    private static String grade(SplittableRandom random) {
        var luck = random.nextDouble();
        return luck < 0.88 ? "A" : luck < 0.97 ? "B" : "C";
    }

    private static UUID id(long epochMillis, SplittableRandom random) {
        var most = (epochMillis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        var least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private enum DropKind {
        KITCHEN("waste.drop.kitchen", 0.85, 3, 28),
        RECYCLABLE("waste.drop.recyclable", 0.15, 3, 60),
        RESIDUAL("waste.drop.residual", 0.40, 3, 25),
        HAZARDOUS("waste.drop.hazardous", 0.006, 1, 4);

        private final String code;
        private final double chance;
        private final int leastTenths;
        private final int mostTenths;

        DropKind(String code, double chance, int leastTenths, int mostTenths) {
            this.code = code;
            this.chance = chance;
            this.leastTenths = leastTenths;
            this.mostTenths = mostTenths;
        }

        /** Kilograms to one decimal; the mean of two draws, so that the middle is likelier than the ends. */
        private BigDecimal mass(SplittableRandom random) {
            var tenths =
                    (random.nextInt(leastTenths, mostTenths + 1) + random.nextInt(leastTenths, mostTenths + 1)) / 2;
            return BigDecimal.valueOf(tenths, 1);
        }
    }
}
