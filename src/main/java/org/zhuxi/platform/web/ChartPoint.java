package org.zhuxi.platform.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of a chart.
 *
 * @param value in the chart's unit, or null where nothing is known: a gap, which is never zero
 * @param mark how far the value may be trusted
 */
public record ChartPoint(@Nullable BigDecimal value, Mark mark) {

    public static final ChartPoint MISSING = new ChartPoint(null, Mark.FINAL);

    /** How far a value may be trusted. */
    public enum Mark {
        /** Everything in it is verified. */
        FINAL,
        /** Some of its records still wait for verification and are not in the value. */
        PROVISIONAL,
        /** The day, week or month is not over; such a value says nothing about a trend. */
        UNFINISHED
    }

    /** A value whose records are all verified, or of which some still wait. */
    public static ChartPoint of(BigDecimal value, boolean waits) {
        return new ChartPoint(value, waits ? Mark.PROVISIONAL : Mark.FINAL);
    }

    boolean isFinished() {
        return mark != Mark.UNFINISHED;
    }

    ChartPoint unfinished() {
        return value == null ? this : new ChartPoint(value, Mark.UNFINISHED);
    }
}
