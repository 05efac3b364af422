package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterReading;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.NewMeter;

/**
 * What the meters of the fifty homes of Zhuyuan showed at the beginning of each month: eight months of one year and the same of the
 * year before, whose difference is the printed 754 kWh and 62 t of water. Readings are made up.
 */
@Component
class ZhuyuanMeters {

    private static final int HOUSEHOLDS = 50;
    private static final int MONTHS = 8;
    private static final int MORE_ELECTRICITY = 340;
    private static final LocalDate SINCE = LocalDate.of(ZhuyuanSavings.YEAR - 1, 1, 1);

    private final Meters meters;

    ZhuyuanMeters(Meters meters) {
        this.meters = meters;
    }

    void tell() {
        for (var home = 0; home < HOUSEHOLDS; home++) {
            tell(home, MeterKind.ELECTRICITY);
            tell(home, MeterKind.WATER);
        }
    }

    private void tell(int home, MeterKind kind) {
        var door = "%d%02d".formatted(home / 5 + 1, home % 5 + 1);
        var dwelling = ZhuyuanSavings.ZHUYUAN + "-Q1-B01-" + door;
        var id = Ids.derived(
                Founder.ACTOR.account(), dwelling + "/" + kind.name().toLowerCase(Locale.ROOT));
        var name = (kind == MeterKind.ELECTRICITY ? "电表 " : "水表 ") + door;
        var meter = meters.add(
                Founder.ACTOR,
                new NewMeter(id, kind, dwelling, true, name, new BigDecimal("100000"), SINCE, Origin.SYNTHETIC));
        var readings = new ArrayList<MeterReading>();
        // what stood on it, and went through between the two summers
        var value = BigDecimal.valueOf(1_000 + 37L * home);
        for (var year = ZhuyuanSavings.YEAR - 1; year <= ZhuyuanSavings.YEAR; year++) {
            for (var month = 0; month <= MONTHS; month++) {
                var day = LocalDate.of(year, month + 1, 1);
                readings.add(new MeterReading(
                        Ids.derived(meter.id(), day.toString()), meter.id(), day, value, false, Origin.SYNTHETIC));
                if (month < MONTHS) {
                    value = value.add(used(kind, home, month, year == ZhuyuanSavings.YEAR));
                }
            }
            value = value.add(usual(kind, home, MONTHS).multiply(BigDecimal.valueOf(4)));
        }
        meters.read(Founder.ACTOR, meter.id(), List.copyOf(readings));
    }

    private static BigDecimal used(MeterKind kind, int home, int month, boolean isSaving) {
        var usual = usual(kind, home, month);
        return isSaving ? usual.subtract(saved(kind, month * HOUSEHOLDS + home)) : usual;
    }

    /** In a month, in the year before. */
    private static BigDecimal usual(MeterKind kind, int home, int month) {
        var swing = Math.abs(month - 3);
        return switch (kind) {
            case ELECTRICITY -> BigDecimal.valueOf(140 + 3L * (home % 17) + 9L * swing);
            case WATER -> BigDecimal.valueOf(9_000 + 110L * (home % 13) + 150L * swing, 3);
        };
    }

    /** As in the records of savings. @param cell number of the household and month, 0 to 399 */
    private static BigDecimal saved(MeterKind kind, int cell) {
        return switch (kind) {
            case ELECTRICITY -> new BigDecimal(cell < MORE_ELECTRICITY ? "1.9" : "1.8");
            case WATER -> new BigDecimal("0.155");
        };
    }
}
