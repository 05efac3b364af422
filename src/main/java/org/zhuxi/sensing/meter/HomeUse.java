package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Period;

/**
 * What a home, or a site, used in a period.
 *
 * @param period the days asked for
 * @param used in the unit of the kind, on the days that lie between readings
 * @param coveredDays how many of the days lie between readings
 * @param persons how many live there, 0 when not known
 * @param lastYear what was used on the same days a year before; null unless readings cover all of them
 */
public record HomeUse(
        MeterKind kind,
        Period period,
        BigDecimal used,
        long coveredDays,
        int persons,
        @Nullable BigDecimal lastYear) {

    private static final int DECIMALS = 6;

    /** Whether readings cover every day asked for. */
    public boolean isWhole() {
        return coveredDays == ChronoUnit.DAYS.between(period.from(), period.to());
    }

    /** Used per person and day; null when it is not known how many live there or nothing was read. */
    public @Nullable BigDecimal perPersonDay() {
        return persons == 0 || coveredDays == 0
                ? null
                : used.divide(BigDecimal.valueOf(persons * coveredDays), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Less than a year before, negative when it was more; null when one of the two is not known whole. */
    public @Nullable BigDecimal saved() {
        return lastYear == null || !isWhole() ? null : lastYear.subtract(used);
    }
}
