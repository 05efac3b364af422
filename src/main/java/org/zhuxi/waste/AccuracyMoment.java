package org.zhuxi.waste;

import java.time.LocalDate;

/**
 * How accurately was sorted in a day, week or month.
 *
 * @param start the first day
 * @param households different households that were looked at
 * @param verified what has been verified
 * @param provisional what still waits for a reviewer; never mixed with the former
 */
public record AccuracyMoment(LocalDate start, long households, SortingTally verified, SortingTally provisional) {

    boolean isTooSmall() {
        return households < AccuracyLine.FEWEST_HOUSEHOLDS;
    }
}
