package org.zhuxi.indicator;

import java.math.BigDecimal;

/**
 * A target or baseline as somebody sets it.
 *
 * @param place code of the place it holds for
 */
public record NewTarget(
        String indicator, String place, Target.Kind kind, ReportPeriod period, BigDecimal value, String source) {

    /** Most characters of a source. */
    public static final int SOURCE = 300;

    public NewTarget {
        place = place.strip();
        source = source.strip();
    }
}
