package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import org.zhuxi.indicator.Qualifier;

/**
 * What is known of a measure at a place and period; sums of tallies are tallies, so nothing else is ever rolled up.
 *
 * @param records how many verified records or entries are behind the verified value; without any it is missing
 * @param waiting how many still wait for verification
 * @param cell how many households or persons are behind it, where that was counted
 * @param atLeast how many verified values were qualified so
 * @param places how many places that report have a verified value
 */
public record Tally(
        BigDecimal verified,
        long records,
        BigDecimal provisional,
        long waiting,
        long cell,
        long atLeast,
        long atMost,
        long about,
        long places) {

    /** Nothing is known. */
    public static final Tally NOTHING = new Tally(BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                verified.add(other.verified),
                records + other.records,
                provisional.add(other.provisional),
                waiting + other.waiting,
                cell + other.cell,
                atLeast + other.atLeast,
                atMost + other.atMost,
                about + other.about,
                places + other.places);
    }

    Tally negated() {
        return new Tally(
                verified.negate(), -records, provisional.negate(), -waiting, -cell, -atLeast, -atMost, -about, -places);
    }

    boolean isNothing() {
        return verified.signum() == 0
                && provisional.signum() == 0
                && records == 0
                && waiting == 0
                && cell == 0
                && atLeast == 0
                && atMost == 0
                && about == 0
                && places == 0;
    }

    /** The verified value, or that and what waits. */
    BigDecimal amount(boolean withWaiting) {
        return withWaiting ? verified.add(provisional) : verified;
    }

    boolean isMissing(boolean withWaiting) {
        return records == 0 && (!withWaiting || waiting == 0);
    }

    Qualifier qualifier() {
        var qualifier = Qualifier.EXACT;
        qualifier = atLeast > 0 ? qualifier.plus(Qualifier.AT_LEAST) : qualifier;
        qualifier = atMost > 0 ? qualifier.plus(Qualifier.AT_MOST) : qualifier;
        return about > 0 ? qualifier.plus(Qualifier.ABOUT) : qualifier;
    }
}
