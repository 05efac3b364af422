package org.zhuxi.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of days, weeks, months or years without a hole, the last of which holds today.
 *
 * @param first the first day of the first piece
 * @param pieces how many there are; at least one
 * @param today in the zone of the place concerned
 */
public record Timeline(CalendarStep step, LocalDate first, int pieces, LocalDate today) {

    public Timeline {
        if (pieces < 1 || !step.startOf(first).equals(first)) {
            throw new IllegalArgumentException("Not a row of pieces: " + pieces + " from " + first);
        }
    }

    /** So many pieces up to and including the one that holds today. */
    public static Timeline upTo(LocalDate today, int pieces, CalendarStep step) {
        return new Timeline(step, step.plus(step.startOf(today), 1 - pieces), pieces, today);
    }

    /** The first days of the pieces, earliest first. */
    public List<LocalDate> starts() {
        return IntStream.range(0, pieces).mapToObj(at -> step.plus(first, at)).toList();
    }

    /** From the first day of the first piece to the last of the last. */
    public Period period() {
        return new Period(first, step.plus(first, pieces));
    }

    /** Whether the piece that begins on this day is not over yet, so that its sum may still grow. */
    public boolean isUnfinished(LocalDate start) {
        return step.plus(start, 1).isAfter(today);
    }
}
