package org.zhuxi.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.sensing.DeviceReading;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.NewDevice;
import org.zhuxi.sensing.ReadingOutcome;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.Alarms;
import org.zhuxi.sensing.alarm.NewAlarmRule;
import org.zhuxi.sensing.retention.NewRetentionRule;
import org.zhuxi.sensing.retention.Retentions;
import org.zhuxi.sensing.tap.NewTap;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Taps;

/**
 * Devices of Zhuxi with a month of readings up to yesterday: three compost probes, a noise meter, a water level gauge and the parking
 * lot, a cabinet whose weighings become records, and a bin sensor whose first reading has not come. All made up, the same at every telling.
 */
@Component
class SensingChapter {

    static final int HOT_PROBE = 3;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 30;
    private static final int HOURS_A_DAY = 24;
    private static final double DAY_ANGLE = 2 * Math.PI / HOURS_A_DAY;
    private static final double LUNAR_HOURS = 12.42;
    private static final int NIGHT_ENDS = 6;
    private static final int PLACES = 320;
    private static final int KEEP_DAYS = 1_095;
    private static final String CABINET = "ZX-SCALE-01";
    private static final int CABINET_SALT = 20;
    private static final int OPENS = 8;
    private static final int HOURS_OPEN = 10;
    private static final long SEED = 321_003_010L;

    private final Devices devices;
    private final Alarms alarms;
    private final ZhuyuanMeters meters;
    private final Taps taps;
    private final Retentions retentions;

    SensingChapter(Devices devices, Alarms alarms, ZhuyuanMeters meters, Taps taps, Retentions retentions) {
        this.devices = devices;
        this.alarms = alarms;
        this.meters = meters;
        this.taps = taps;
        this.retentions = retentions;
    }

    void tell(LocalDate lastDay) {
        for (var number = 1; number <= HOT_PROBE; number++) {
            probe(number, lastDay);
        }
        hourly("ZX-NOISE-01", "noise", "中心广场噪声计", lastDay, 1, SensingChapter::noise);
        hourly("ZX-LEVEL-01", "water-level", "竹西河水位计", lastDay, 2, SensingChapter::level);
        hourly("ZX-PARK-01", "parking", "东门停车场", lastDay, HOT_PROBE, SensingChapter::parking);
        claim("ZX-BIN-01", "bin-level", "一区 1 号厨余桶满溢传感器", false);
        meters.tell();
        cabinet(lastDay);
        retentions.declare(
                Founder.ACTOR,
                new NewRetentionRule(
                        Ids.derived(Founder.ACTOR.account(), "retention/parking"),
                        DemoCommunities.ZHUXI,
                        "parking",
                        "",
                        KEEP_DAYS,
                        Origin.SYNTHETIC));
        // what they find in the readings stands on the board as soon as the program runs
        rule("compost-probe", AlarmRule.Condition.ABOVE, "temperature", "70", "65", 120, null);
        rule("compost-probe", AlarmRule.Condition.SILENT, "", null, null, 360, null);
        rule("noise", AlarmRule.Condition.ABOVE, "level", "55", "50", 60, 22);
    }

    /** A cabinet that weighs the batteries and lamps people put in; each weighing becomes a record as soon as the program runs. */
    private void cabinet(LocalDate lastDay) {
        claim(CABINET, "scale", "一区有害垃圾智能柜", true);
        taps.declare(
                Founder.ACTOR,
                new NewTap(
                        Ids.derived(Founder.ACTOR.account(), "tap/" + CABINET),
                        CABINET,
                        "mass",
                        "waste.drop.hazardous",
                        new Reckoning.Weighing(new BigDecimal("0.02"), 0, BigDecimal.ZERO),
                        lastDay.minusDays(DAYS - 1L),
                        Origin.SYNTHETIC));
        var chances = new SplittableRandom(SEED + CABINET_SALT);
        var readings = new ArrayList<DeviceReading>();
        for (var day = 0; day < DAYS; day += 2) {
            var at = lastDay.minusDays(DAYS - 1L - day)
                    .atTime(OPENS + chances.nextInt(HOURS_OPEN), chances.nextInt(60))
                    .atZone(ZONE);
            readings.add(new DeviceReading(
                    day, at.toInstant(), Map.of("mass", rounded(0.05 + chances.nextDouble() / 2, 2))));
        }
        requireTaken(devices.take(Founder.ACTOR, CABINET, readings));
    }

    /** An hour of the month. @param index hours since the first @param chance between 0 and 1 */
    private record Hour(int index, double chance) {

        int ofDay() {
            return index % HOURS_A_DAY;
        }
    }

    private void probe(int number, LocalDate lastDay) {
        // the third one runs hot on the last evening, so that an alarm stands on the board
        Function<Hour, Map<String, BigDecimal>> heat = hour -> {
            var day = hour.index() / HOURS_A_DAY;
            var isHot = number == HOT_PROBE && day == DAYS - 1 && hour.ofDay() >= 16;
            var core = 24 + 38 * (1 - Math.exp(-(day % 15) / 2.5)) - 0.7 * (day % 15) + 1.5 * hour.chance();
            return Map.of(
                    "temperature", rounded(isHot ? 71 + hour.chance() : core, 1),
                    "moisture", rounded(62 - 0.6 * (day % 15) + 2 * hour.chance(), 0));
        };
        hourly("ZX-PROBE-0" + number, "compost-probe", "堆肥角 " + number + " 号箱探头", lastDay, 10 + number, heat);
    }

    private void hourly(
            String code,
            String template,
            String name,
            LocalDate lastDay,
            long salt,
            Function<Hour, Map<String, BigDecimal>> values) {
        claim(code, template, name, true);
        var chances = new SplittableRandom(SEED + salt);
        var first = lastDay.minusDays(DAYS - 1L).atStartOfDay(ZONE).toInstant();
        var readings = new ArrayList<DeviceReading>();
        for (var index = 0; index < DAYS * HOURS_A_DAY; index++) {
            readings.add(
                    new DeviceReading(index, hours(first, index), values.apply(new Hour(index, chances.nextDouble()))));
        }
        requireTaken(devices.take(Founder.ACTOR, code, readings));
    }

    private static Instant hours(Instant first, int index) {
        return first.plus(Duration.ofHours(index));
    }

    private void claim(String code, String template, String name, boolean isOpen) {
        devices.claim(
                Founder.ACTOR, new NewDevice(code, template, DemoCommunities.ZHUXI, name, isOpen), Origin.SYNTHETIC);
    }

    private void rule(
            String template,
            AlarmRule.Condition condition,
            String quantity,
            @Nullable String threshold,
            @Nullable String back,
            int minutes,
            @Nullable Integer fromHour) {
        alarms.add(
                Founder.ACTOR,
                new NewAlarmRule(
                        Ids.derived(Founder.ACTOR.account(), "alarm/" + template + "/" + condition),
                        DemoCommunities.ZHUXI,
                        template,
                        condition,
                        quantity,
                        threshold == null ? null : new BigDecimal(threshold),
                        back == null ? null : new BigDecimal(back),
                        minutes,
                        fromHour,
                        fromHour == null ? null : NIGHT_ENDS,
                        60,
                        120,
                        Origin.SYNTHETIC));
    }

    private static void requireTaken(List<ReadingOutcome> outcomes) {
        outcomes.stream()
                .filter(one -> one.status() == ReadingOutcome.Status.REFUSED)
                .findFirst()
                .ifPresent(one -> {
                    throw new IllegalStateException("A demo reading was refused: " + one);
                });
    }

    private static Map<String, BigDecimal> noise(Hour hour) {
        var byDay = hour.ofDay() >= 6 && hour.ofDay() < 22;
        var dance = hour.ofDay() == 19 || hour.ofDay() == 20 ? 9 : 0;
        return Map.of("level", rounded((byDay ? 52 : 42) + dance + 4 * hour.chance(), 1));
    }

    /** A small tide twice a day, made up. */
    private static Map<String, BigDecimal> level(Hour hour) {
        var tide = 0.18 * Math.sin(2 * Math.PI * hour.index() / LUNAR_HOURS);
        return Map.of("level", rounded(4.35 + tide + 0.03 * hour.chance(), 2));
    }

    private static Map<String, BigDecimal> parking(Hour hour) {
        var share = 0.68 + 0.27 * Math.cos(DAY_ANGLE * (hour.ofDay() - 2));
        return Map.of("occupied", rounded(PLACES * Math.min(1, share + 0.03 * hour.chance()), 0));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
