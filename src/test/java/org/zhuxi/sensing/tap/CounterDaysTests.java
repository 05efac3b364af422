package org.zhuxi.sensing.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days of a counter add up to what it counted, over zero and over another meter. */
class CounterDaysTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void whatGoesThroughBetweenTwoReadingsIsSpreadEvenly() {
        // from six in the morning to six in the morning three days later
        assertThat(days(null, List.of(), "2026-03-01T06:00+100", "2026-03-04T06:00+172"))
                .containsExactly("2026-03-02 24.000", "2026-03-03 24.000");
    }

    @Test
    void aDayCountsOnceReadingsLieOnBothSides() {
        assertThat(days(null, List.of(), "2026-03-01T00:00+100", "2026-03-01T18:00+103"))
                .isEmpty();
        assertThat(days(null, List.of(), "2026-03-01T00:00+100", "2026-03-01T18:00+103", "2026-03-02T00:00+105"))
                .containsExactly("2026-03-01 5.000");
    }

    @Test
    void aMeterThatBeginsAgainIsMadeUpForWhereItsEndIsKnown() {
        var readings = new String[] {"2026-03-01T00:00+99990", "2026-03-02T00:00+15", "2026-03-03T00:00+20"};
        assertThat(days("100000", List.of(), readings)).containsExactly("2026-03-01 25.000", "2026-03-02 5.000");
        assertThat(days(null, List.of(), readings)).containsExactly("2026-03-01 ?", "2026-03-02 5.000");
    }

    @Test
    void aSmallFallIsNoNewBeginning() {
        assertThat(days("100000", List.of(), "2026-03-01T00:00+500", "2026-03-02T00:00+499", "2026-03-03T00:00+501"))
                .containsExactly("2026-03-01 ?", "2026-03-02 2.000");
    }

    @Test
    void aMeterThatWasReplacedIsCountedOnBoth() {
        var turn = new TapTurn(moment("2026-03-02T00:00"), new BigDecimal("503"), new BigDecimal("1"));
        assertThat(days(null, List.of(turn), "2026-03-01T00:00+500", "2026-03-02T00:00+5", "2026-03-03T00:00+9"))
                .containsExactly("2026-03-01 7.000", "2026-03-02 4.000");
    }

    /** However readings lie, whole days add up to the rise between the first and last midnight that were read. */
    @Property(tries = 200)
    void daysAddUp(@ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 5_000) Integer> rises) {
        var readings = new ArrayList<TapReading>();
        var count = new BigDecimal("12.345");
        var at = FIRST.atStartOfDay(ZONE).toInstant();
        readings.add(new TapReading(at, count));
        for (var rise : rises) {
            count = count.add(BigDecimal.valueOf(rise, 3));
            at = at.plusSeconds(7L * 3_600 + 13 * rise);
            readings.add(new TapReading(at, count));
        }
        var end = LocalDate.ofInstant(at, ZONE).plusDays(1);
        count = count.add(BigDecimal.ONE);
        readings.add(new TapReading(end.atStartOfDay(ZONE).toInstant(), count));

        var days = CounterDays.of(new Reckoning.Counter(null), List.of(), readings, ZONE, FIRST, end);

        assertThat(days.stream().map(TapFinding::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(count.subtract(new BigDecimal("12.345")));
    }

    private static List<String> days(@Nullable String capacity, List<TapTurn> turns, String... readings) {
        var read = Arrays.stream(readings)
                .map(one -> one.split("\\+"))
                .map(parts -> new TapReading(moment(parts[0]), new BigDecimal(parts[1])))
                .toList();
        var rule = new Reckoning.Counter(capacity == null ? null : new BigDecimal(capacity));
        return CounterDays.of(rule, turns, read, ZONE, FIRST, FIRST.plusDays(10)).stream()
                .map(one -> one.slot() + " " + (one.amount() == null ? "?" : one.amount()))
                .toList();
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
