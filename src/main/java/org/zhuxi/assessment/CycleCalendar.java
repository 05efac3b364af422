package org.zhuxi.assessment;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The days of a cycle, each included.
 *
 * @param reviewBy until when each level reviews; the levels named here are the ones that review
 * @param noticeDays for how many days a proposal is shown before it is decided, 1 to 90
 * @param reportDue when the province reports
 */
public record CycleCalendar(
        LocalDate enrolBy,
        LocalDate selfBy,
        Map<ReviewLevel, LocalDate> reviewBy,
        int noticeDays,
        LocalDate reportDue) {

    private static final int MOST_NOTICE_DAYS = 90;

    /** @throws CycleRefused when a day stands before one that has to come first */
    public CycleCalendar {
        reviewBy = Map.copyOf(reviewBy);
        if (selfBy.isBefore(enrolBy)) {
            throw new CycleRefused.NoDay("selfBy");
        }
        if (reportDue.isBefore(selfBy)) {
            throw new CycleRefused.NoDay("reportDue");
        }
        if (reviewBy.isEmpty()) {
            throw new CycleRefused.NoChoice("levels");
        }
        if (noticeDays < 1 || noticeDays > MOST_NOTICE_DAYS) {
            throw new CycleRefused.NoNumber("noticeDays");
        }
        var earlier = selfBy;
        for (var level : ReviewLevel.values()) {
            var day = reviewBy.get(level);
            if (day != null && (day.isBefore(earlier) || day.isAfter(reportDue))) {
                throw new CycleRefused.NoDay(level.name().toLowerCase(Locale.ROOT) + "By");
            }
            earlier = day == null ? earlier : day;
        }
    }

    /** Until when a level reviews; empty when it does not. */
    public Optional<LocalDate> by(ReviewLevel level) {
        return Optional.ofNullable(reviewBy.get(level));
    }
}
