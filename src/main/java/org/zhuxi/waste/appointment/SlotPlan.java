package org.zhuxi.waste.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * Rounds to be added to the calendar: the same times on chosen days of the week.
 *
 * @param first first day, today or later
 * @param last last day, at most half a year after the first
 * @param capacity households a round serves, 1 to 500
 */
public record SlotPlan(
        PickupService service,
        LocalDate first,
        LocalDate last,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime to,
        int capacity) {

    public SlotPlan {
        days = Set.copyOf(days);
    }
}
