package org.zhuxi.waste;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opening windows of a station from a day on (定时定点), until a later timetable begins.
 *
 * @param validFrom first day, in the community's zone
 * @param validTo first day on which a later timetable holds, or null when none is known
 * @param windows when it is open; empty when the station stays closed from that day
 */
public record Timetable(LocalDate validFrom, @Nullable LocalDate validTo, List<OpeningWindow> windows) {

    public Timetable {
        windows = List.copyOf(windows);
        if (OpeningWindow.findOverlap(windows).isPresent()) {
            throw new IllegalArgumentException("Windows of one day must not overlap: " + windows);
        }
    }

    /** Whether this timetable holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
