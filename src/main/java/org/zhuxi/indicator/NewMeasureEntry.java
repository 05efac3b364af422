package org.zhuxi.indicator;

import org.jspecify.annotations.Nullable;

/**
 * A value as somebody enters it.
 *
 * @param place code of a place from nation to community
 * @param measure code of a measure that is entered by hand
 * @param period 2026 or 2026-09
 * @param value a number, which may be qualified as in 900余
 * @param cell how many households or persons are behind it, or null
 * @param evidence what proves it
 */
public record NewMeasureEntry(
        String place,
        String measure,
        String period,
        String value,
        @Nullable Long cell,
        String evidence) {

    /** Most characters of the evidence. */
    public static final int EVIDENCE = 500;

    /** Most characters of a reason. */
    public static final int REASON = 200;
}
