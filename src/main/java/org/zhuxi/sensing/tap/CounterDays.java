package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What went through a meter on each day. Between two readings it is spread evenly, and the count at midnight is rounded to thousandths, so
 * that days add up to what the meter counted.
 */
public final class CounterDays {

    private static final int DECIMALS = 3;
    private static final int PRECISE = 12;

    private final NavigableMap<Instant, Span> spans = new TreeMap<>();

    /**
     * Between two readings.
     *
     * @param count at the beginning, as if the meter never began again
     * @param rise what went through; null when the counter fell and nobody knows why
     */
    private record Span(
            Instant from,
            Instant until,
            BigDecimal count,
            @Nullable BigDecimal rise) {

        BigDecimal countAt(Instant moment) {
            if (rise == null || moment.equals(from)) {
                return count;
            }
            var share = BigDecimal.valueOf(Duration.between(from, moment).toNanos())
                    .divide(BigDecimal.valueOf(Duration.between(from, until).toNanos()), PRECISE, RoundingMode.HALF_UP);
            return count.add(rise.multiply(share));
        }
    }

    private CounterDays(Reckoning.Counter rule, List<TapTurn> turns, List<TapReading> readings) {
        var count = readings.isEmpty() ? BigDecimal.ZERO : readings.getFirst().value();
        for (var index = 1; index < readings.size(); index++) {
            var before = readings.get(index - 1);
            var after = readings.get(index);
            var rise = rise(rule, turns, before, after);
            spans.put(before.at(), new Span(before.at(), after.at(), count, rise));
            count = rise == null ? after.value() : count.add(rise);
        }
    }

    /** @param readings in the order of their times, one a moment @param until the day after the last that is asked for */
    public static List<TapFinding> of(
            Reckoning.Counter rule,
            List<TapTurn> turns,
            List<TapReading> readings,
            ZoneId zone,
            LocalDate from,
            LocalDate until) {
        var days = new CounterDays(rule, turns, readings);
        return from.datesUntil(until)
                .flatMap(day -> days.on(day, zone).stream())
                .toList();
    }

    /** What went through between two readings; null when the counter fell and nobody knows why. */
    public static @Nullable BigDecimal rise(
            Reckoning.Counter rule, List<TapTurn> turns, TapReading before, TapReading after) {
        var rise = after.value().subtract(before.value());
        for (var turn : turns) {
            if (turn.at().isAfter(before.at()) && !turn.at().isAfter(after.at())) {
                rise = rise.add(turn.last()).subtract(turn.first());
            }
        }
        var capacity = rule.capacity();
        if (rise.signum() < 0
                && capacity != null
                && rise.negate().multiply(BigDecimal.TWO).compareTo(capacity) > 0) {
            rise = rise.add(capacity);
        }
        return rise.signum() < 0 ? null : rise;
    }

    /** Empty unless readings lie on both sides of the day. */
    private Optional<TapFinding> on(LocalDate day, ZoneId zone) {
        var start = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var first = spans.floorEntry(start);
        var last = spans.lowerEntry(end);
        if (first == null || last.getValue().until().isBefore(end)) {
            return Optional.empty();
        }
        var touched = spans.subMap(first.getKey(), true, last.getKey(), true).values();
        var isKnown = touched.stream().allMatch(span -> span.rise() != null);
        var used = rounded(last.getValue().countAt(end))
                .subtract(rounded(first.getValue().countAt(start)));
        return Optional.of(new TapFinding(day.toString(), start, end.minusSeconds(1), isKnown ? used : null));
    }

    private static BigDecimal rounded(BigDecimal count) {
        return count.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
