package org.zhuxi.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The pieces a period is told in: days, weeks from Monday (ISO 8601) calendar months or years. */
public enum CalendarStep {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /** The first day of the piece that holds this day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The day so many pieces later, or earlier when negative. */
    public LocalDate plus(LocalDate day, int pieces) {
        return switch (this) {
            case DAY -> day.plusDays(pieces);
            case WEEK -> day.plusWeeks(pieces);
            case MONTH -> day.plusMonths(pieces);
            case YEAR -> day.plusYears(pieces);
        };
    }

    /** Short stable code such as {@code month}; {@code date_trunc} of PostgreSQL means the same by it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
