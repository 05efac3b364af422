package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.internal.DeadlineRules;

/** What is due by when, to the second, in Beijing. */
class DeadlineTests {

    private final DeadlineRules rules = DeadlineRules.shipped();

    @ParameterizedTest
    @CsvSource({
        "2022-11-30T15:59:59Z, true",
        "2022-11-30T15:59:59.999Z, true",
        "2022-11-30T16:00:00Z, false",
        "2022-11-29T23:59:59Z, true",
        "2022-12-01T00:00:00Z, false"
    })
    void o08_aReportOfTheThirtiethIsInTimeUntilMidnightInBeijing(Instant came, boolean inTime) {
        var deadline = rules.of(What.ANNUAL, PlaceKind.PROVINCE, 2022);

        assertThat(deadline.day()).isEqualTo(LocalDate.of(2022, 11, 30));
        assertThat(deadline.isOnTime(came)).isEqualTo(inTime);
    }

    @Test
    void thePlansOf2020WereDueByTheEndOfAugust() {
        assertThat(rules.of(What.PLAN, PlaceKind.PROVINCE, 2020).day()).isEqualTo(LocalDate.of(2020, 8, 31));
        assertThat(rules.of(What.PLAN, PlaceKind.PROVINCE, 2021).day()).isEqualTo(LocalDate.of(2021, 3, 31));
    }

    @Test
    void eachLevelHasTimeForItsOwnReportAfterThoseBelow() {
        var days = java.util.stream.Stream.of(
                        PlaceKind.COMMUNITY,
                        PlaceKind.STREET,
                        PlaceKind.COUNTY,
                        PlaceKind.CITY,
                        PlaceKind.PROVINCE,
                        PlaceKind.NATION)
                .map(level -> rules.of(What.ANNUAL, level, 2026).day())
                .toList();

        assertThat(days).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void daysLeftAreThoseOfTheCalendarInBeijing() {
        var deadline = new Deadline(LocalDate.of(2026, 11, 30));

        assertThat(deadline.daysLeft(Instant.parse("2026-11-29T15:59:59Z"))).isEqualTo(1);
        assertThat(deadline.daysLeft(Instant.parse("2026-11-29T16:00:00Z"))).isZero();
        assertThat(deadline.daysLeft(Instant.parse("2026-12-02T00:00:00Z"))).isEqualTo(-2);
    }
}
