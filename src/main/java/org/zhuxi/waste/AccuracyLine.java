package org.zhuxi.waste;

import java.math.BigDecimal;
import java.util.Optional;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * How accurately a place, or a household, sorted in a month.
 *
 * @param households different households that were looked at
 * @param verified what has been verified
 * @param provisional what still waits for a reviewer; never mixed with the former
 * @param householdsBefore different households that were looked at in the month before
 * @param before what was verified of the month before
 * @param suppressed whether the numbers are withheld because they would single out too few households; all are zero then
 */
public record AccuracyLine(
        String code,
        Names name,
        PlacePath path,
        long households,
        SortingTally verified,
        SortingTally provisional,
        long householdsBefore,
        SortingTally before,
        boolean suppressed) {

    /** Fewer households than this are not published (they could be recognised). */
    public static final int FEWEST_HOUSEHOLDS = 5;

    /** The change against the month before in percentage points; empty when either month has no figure. */
    public Optional<BigDecimal> trend() {
        return verified.pointsSince(before);
    }

    /** The same line without its numbers. */
    AccuracyLine withheld() {
        return new AccuracyLine(code, name, path, 0, SortingTally.NONE, SortingTally.NONE, 0, SortingTally.NONE, true);
    }

    /** The same line without the month before. */
    AccuracyLine withoutBefore() {
        return new AccuracyLine(code, name, path, households, verified, provisional, 0, SortingTally.NONE, suppressed);
    }
}
