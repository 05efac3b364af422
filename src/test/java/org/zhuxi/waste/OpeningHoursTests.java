package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningHoursTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Set<DayOfWeek> DAILY = OpeningWindow.everyDay();

    @Test
    void isOpenFromTheFirstMinuteUntilBeforeTheLast() {
        var hours = daily(OpeningWindow.of(DAILY, "07:00", "09:00"));
        assertThat(hours.isOpenAt(at("2026-11-16T06:59:59"))).isFalse();
        assertThat(hours.isOpenAt(at("2026-11-16T07:00:00"))).isTrue();
        assertThat(hours.isOpenAt(at("2026-11-16T08:59:59"))).isTrue();
        assertThat(hours.isOpenAt(at("2026-11-16T09:00:00"))).isFalse();
    }

    @Test
    void saysWhenItClosesAndWhenItOpensNext() {
        var hours = daily(OpeningWindow.of(DAILY, "07:00", "09:00"), OpeningWindow.of(DAILY, "18:00", "20:00"));
        assertThat(hours.at(at("2026-11-16T08:00:00")).until()).isEqualTo(at("2026-11-16T09:00:00"));
        var noon = hours.at(at("2026-11-16T12:00:00"));
        assertThat(noon.state()).isEqualTo(Opening.State.CLOSED);
        assertThat(noon.next()).isEqualTo(at("2026-11-16T18:00:00"));
        assertThat(hours.at(at("2026-11-16T21:00:00")).next()).isEqualTo(at("2026-11-17T07:00:00"));
    }

    @Test
    void countsAnOpeningThroughMidnightAsOne() {
        var hours = daily(OpeningWindow.of(DAILY, "22:00", "24:00"), OpeningWindow.of(DAILY, "00:00", "02:00"));
        assertThat(hours.at(at("2026-11-16T23:00:00")).until()).isEqualTo(at("2026-11-17T02:00:00"));
        assertThat(hours.isOpenAt(at("2026-11-17T00:00:00"))).isTrue();
        assertThat(hours.nextOpening(at("2026-11-16T23:00:00"))).contains(at("2026-11-17T22:00:00"));
    }

    @Test
    void countsWindowsThatMeetAsOneOpening() {
        var hours = daily(OpeningWindow.of(DAILY, "07:00", "09:00"), OpeningWindow.of(DAILY, "09:00", "11:00"));
        assertThat(hours.at(at("2026-11-16T07:30:00")).until()).isEqualTo(at("2026-11-16T11:00:00"));
    }

    @Test
    void neverClosesWhenOpenDayAndNight() {
        var hours = daily(OpeningWindow.of(DAILY, "00:00", "24:00"));
        var now = hours.at(at("2026-11-16T23:59:59"));
        assertThat(now.isOpen()).isTrue();
        assertThat(now.until()).isNull();
    }

    @Test
    void staysClosedOnADayWithAClosureAndSaysWhy() {
        var hours = new OpeningHours(
                SHANGHAI,
                List.of(new Timetable(MONDAY, null, List.of(OpeningWindow.of(DAILY, "07:00", "09:00")))),
                List.of(new Closure(MONDAY, "道路施工")));
        var opening = hours.at(at("2026-11-16T08:00:00"));
        assertThat(opening.isClosed()).isTrue();
        assertThat(opening.closure()).isEqualTo("道路施工");
        assertThat(opening.next()).isEqualTo(at("2026-11-17T07:00:00"));
    }

    @Test
    void aLaterTimetableTakesOverOnItsFirstDay() {
        var hours = new OpeningHours(
                SHANGHAI,
                List.of(
                        new Timetable(MONDAY, MONDAY.plusDays(1), List.of(OpeningWindow.of(DAILY, "07:00", "09:00"))),
                        new Timetable(MONDAY.plusDays(1), null, List.of(OpeningWindow.of(DAILY, "08:00", "10:00")))),
                List.of());
        assertThat(hours.nextOpening(at("2026-11-16T10:00:00"))).contains(at("2026-11-17T08:00:00"));
    }

    @Test
    void doesNotTakeUnknownForClosed() {
        var hours = new OpeningHours(SHANGHAI, List.of(), List.of());
        var opening = hours.at(at("2026-11-16T08:00:00"));
        assertThat(opening.state()).isEqualTo(Opening.State.UNKNOWN);
        assertThat(opening.next()).isNull();
    }

    @Test
    void staysClosedForGoodUnderAnEmptyTimetable() {
        var hours = new OpeningHours(SHANGHAI, List.of(new Timetable(MONDAY, null, List.of())), List.of());
        assertThat(hours.at(at("2026-11-16T08:00:00")).isClosed()).isTrue();
    }

    @Test
    void findsWindowsThatOverlapOnOneDay() {
        var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        var windows = List.of(OpeningWindow.of(DAILY, "07:00", "09:00"), OpeningWindow.of(weekend, "08:00", "11:00"));
        assertThat(OpeningWindow.findOverlap(windows))
                .hasValueSatisfying(overlap -> assertThat(overlap.day()).isEqualTo(DayOfWeek.SATURDAY));
        assertThatThrownBy(() -> new Timetable(MONDAY, null, windows)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTimesAsPeopleTypeThem() {
        assertThat(OpeningWindow.minuteOf("7:30")).contains(450);
        assertThat(OpeningWindow.minuteOf(" 07：30 ")).contains(450);
        assertThat(OpeningWindow.minuteOf("24:00")).contains(1440);
        assertThat(OpeningWindow.minuteOf("24:01")).isEmpty();
        assertThat(OpeningWindow.minuteOf("7.30")).isEmpty();
        assertThat(OpeningWindow.minuteOf("")).isEmpty();
    }

    /** The slow and plain way: a moment is open if some window of its day holds it and the day is not closed. */
    @Property
    void agreesWithLookingAtEveryMinute(
            @ForAll("weeks") OpeningHours hours, @ForAll @IntRange(max = 10_079) int minute) {
        var moment = MONDAY.atStartOfDay(SHANGHAI).plusMinutes(minute).toInstant();
        assertThat(hours.isOpenAt(moment)).isEqualTo(isOpenTheSlowWay(hours, moment));
        var opening = hours.at(moment);
        assertThat(opening.isOpen()).isEqualTo(hours.isOpenAt(moment));
        assertThat(opening.until()).isEqualTo(opening.isOpen() ? firstChange(hours, moment, false) : null);
        assertThat(hours.nextOpening(moment).orElse(null)).isEqualTo(nextOpeningTheSlowWay(hours, moment));
    }

    private static @Nullable Instant nextOpeningTheSlowWay(OpeningHours hours, Instant moment) {
        var closed = isOpenTheSlowWay(hours, moment) ? firstChange(hours, moment, false) : moment;
        return closed == null ? null : firstChange(hours, closed, true);
    }

    /** The first minute of the following three weeks that is open, or is not. */
    private static @Nullable Instant firstChange(OpeningHours hours, Instant from, boolean open) {
        return IntStream.rangeClosed(1, 3 * 7 * OpeningWindow.DAY)
                .mapToObj(minutes -> from.plus(Duration.ofMinutes(minutes)))
                .filter(moment -> isOpenTheSlowWay(hours, moment) == open)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOpenTheSlowWay(OpeningHours hours, Instant moment) {
        var local = LocalDateTime.ofInstant(moment, SHANGHAI);
        var minute = local.getHour() * 60 + local.getMinute();
        var closed = hours.closures().stream().anyMatch(it -> it.day().equals(local.toLocalDate()));
        return !closed
                && hours.timetables().getFirst().windows().stream()
                        .anyMatch(it -> it.days().contains(local.getDayOfWeek())
                                && it.fromMinute() <= minute
                                && minute < it.toMinute());
    }

    /** Weekly timetables on a grid of six hours, so that windows often meet, at midnight too; never open all week. */
    @Provide
    Arbitrary<OpeningHours> weeks() {
        var closures = Arbitraries.integers().between(0, 8).set().ofMaxSize(3);
        return Combinators.combine(Arbitraries.longs(), closures).as((seed, closed) -> {
            var random = new Random(seed);
            var windows = new ArrayList<OpeningWindow>();
            for (var day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY)) {
                IntStream.range(0, 4)
                        .filter(quarter -> random.nextInt(3) > 0)
                        .forEach(quarter ->
                                windows.add(new OpeningWindow(Set.of(day), quarter * 360, (quarter + 1) * 360)));
            }
            var days = closed.stream()
                    .map(day -> new Closure(MONDAY.plusDays(day), "x"))
                    .toList();
            return new OpeningHours(SHANGHAI, List.of(new Timetable(MONDAY.minusDays(7), null, windows)), days);
        });
    }

    private static OpeningHours daily(OpeningWindow... windows) {
        return new OpeningHours(
                SHANGHAI, List.of(new Timetable(MONDAY.minusDays(1), null, List.of(windows))), List.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
