package org.zhuxi.indicator;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A line of a before/after table as a source prints it.
 *
 * @param place code of the place
 * @param topic code of a subject of the indicators
 * @param unit % for a percentage, whose change is in percentage points
 * @param before as printed, or null when it is not given
 * @param after as printed, or null when it is not given
 * @param change as printed, where a source tells the change and not both sides; otherwise null
 * @param changeKind what a printed change counts; null without one
 * @param note what a reader must know, such as a differing translation; may be empty
 * @param source document and page
 */
public record NewComparison(
        String place,
        String topic,
        Names names,
        Names unit,
        @Nullable String before,
        @Nullable String after,
        @Nullable String change,
        Delta.@Nullable Kind changeKind,
        Names note,
        String source) {

    /** Most characters of a name or note. */
    public static final int WORDS = 300;
}
