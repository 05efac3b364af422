package org.zhuxi.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The last day on which something may be handed in. It ends with the last moment of that day in Beijing time, 23:59:59; the next midnight is
 * late.
 */
public record Deadline(LocalDate day) {

    /** Deadlines of the whole country are in Beijing time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Whether something that came at this moment came in time. */
    public boolean isOnTime(Instant moment) {
        return moment.isBefore(day.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /** Days until the last one; zero on it, negative for days late. */
    public long daysLeft(Instant now) {
        return ChronoUnit.DAYS.between(now.atZone(ZONE).toLocalDate(), day);
    }
}
