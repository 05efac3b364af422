package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.Origin;

/**
 * What a meter showed.
 *
 * @param id made by whoever reads it; the same again changes nothing
 * @param day as the day began
 * @param value in the unit of the meter's kind
 * @param isRolledOver whether the meter passed zero since the reading before
 */
public record MeterReading(UUID id, UUID meter, LocalDate day, BigDecimal value, boolean isRolledOver, Origin origin) {

    private static final int DECIMALS = 3;

    /** As it is kept, to a thousandth of the unit. */
    MeterReading rounded() {
        return new MeterReading(id, meter, day, value.setScale(DECIMALS, RoundingMode.HALF_UP), isRolledOver, origin);
    }

    /** Whether another says the same of the same meter and day. */
    boolean isSameAs(MeterReading other) {
        return meter.equals(other.meter)
                && day.equals(other.day)
                && value.compareTo(other.value) == 0
                && isRolledOver == other.isRolledOver;
    }
}
