package org.zhuxi.sensing.internal.tap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Kinds;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.internal.tap.TapReadings.Span;
import org.zhuxi.sensing.tap.CounterDays;
import org.zhuxi.sensing.tap.Loads;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapFinding;
import org.zhuxi.sensing.tap.TapRecord;
import org.zhuxi.sensing.tap.TapRecord.State;

/**
 * Writes down what new readings come to before anything is recorded. The loads and days they fall into are reckoned again whole, so
 * readings that come late, again or corrected change only what they concern.
 */
@Component
class TapPlanner {

    private static final Duration LONGEST_LOAD = Duration.ofDays(2);

    private final TapReadings readings;
    private final TapRecordStore records;
    private final TapStepStore steps;
    private final Kinds kinds;
    private final Places places;
    private final Clock clock;

    TapPlanner(
            TapReadings readings, TapRecordStore records, TapStepStore steps, Kinds kinds, Places places, Clock clock) {
        this.readings = readings;
        this.records = records;
        this.steps = steps;
        this.kinds = kinds;
        this.places = places;
        this.clock = clock;
    }

    /** What readings of a time come to, and the time for which that is all there is. */
    private record Reckoned(Span span, List<TapFinding> findings) {}

    /** Plans one tap in the running transaction. */
    void plan(Tap tap) {
        var read = records.lock(tap);
        var upTo = readings.lastNumber(tap.stream());
        var fresh = upTo > read ? readings.touched(tap.stream(), read, upTo) : Optional.<Span>empty();
        var now = clock.instant();
        var zone = places.getCommunity(tap.community()).zone();
        var from = tap.since().atStartOfDay(zone).toInstant();
        var span = read == 0
                ? new Span(from, fresh.map(Span::until).filter(now::isBefore).orElse(now))
                : fresh.orElse(null);
        if (span != null) {
            write(tap, reckon(tap, span, zone), from, now);
        }
        if (fresh.isEmpty() || !fresh.get().until().isAfter(now)) {
            records.noteRead(tap, upTo);
        }
    }

    private Reckoned reckon(Tap tap, Span touched, ZoneId zone) {
        return switch (tap.reckoning()) {
            case Reckoning.Weighing weighing -> {
                var span = weighing.settleSeconds() == 0 ? touched : loads(tap, weighing, touched);
                yield new Reckoned(span, Loads.of(weighing, readings.list(tap.stream(), span)));
            }
            case Reckoning.Counter counter -> days(tap, counter, touched, zone);
        };
    }

    /** From one moment at which the scale was empty to another. */
    private Span loads(Tap tap, Reckoning.Weighing weighing, Span touched) {
        return new Span(
                readings.before(tap.stream(), touched.from(), weighing.least()).orElse(Instant.EPOCH),
                readings.after(tap.stream(), touched.until(), weighing.least())
                        .orElse(clock.instant().isAfter(touched.until()) ? clock.instant() : touched.until()));
    }

    /** The days between the readings around; what lies between two readings is spread over all their days. */
    private Reckoned days(Tap tap, Reckoning.Counter counter, Span touched, ZoneId zone) {
        var before = readings.before(tap.stream(), touched.from()).orElse(touched.from());
        var after = readings.after(tap.stream(), touched.until()).orElse(touched.until());
        var firstDay = later(tap.since(), LocalDate.ofInstant(before, zone));
        var endDay = later(firstDay, LocalDate.ofInstant(after, zone).plusDays(1));
        var start = firstDay.atStartOfDay(zone).toInstant();
        var end = endDay.atStartOfDay(zone).toInstant();
        var around = new Span(
                readings.before(tap.stream(), start.plusNanos(1_000)).orElse(start),
                readings.after(tap.stream(), end.minusNanos(1_000)).orElse(end));
        return new Reckoned(
                new Span(start, end.minusNanos(1_000)),
                CounterDays.of(counter, steps.turns(tap), readings.list(tap.stream(), around), zone, firstDay, endDay));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void write(Tap tap, Reckoned reckoned, Instant from, Instant now) {
        var holding = records.holding(tap, reckoned.span());
        var pauses = steps.pauses(tap);
        // what was found in readings that are dropped by now stands, and so does what a load or a day shares with them
        var standsUntil = readings.droppedUntil(tap.stream())
                .map(dropped -> dropped.plus(LONGEST_LOAD))
                .orElse(Instant.MIN);
        var found = new ArrayList<TapRecord>();
        var kept = new HashSet<String>();
        for (var finding : reckoned.findings()) {
            if (finding.at().isBefore(standsUntil)) {
                continue;
            }
            var isPaused = pauses.stream().anyMatch(it -> it.overlaps(finding.from(), finding.at()));
            if (!isPaused && isCounted(tap, finding, from, now)) {
                kept.add(finding.slot());
                next(tap, finding, holding.get(finding.slot())).ifPresent(found::add);
            }
        }
        for (var old : holding.values()) {
            if (!kept.contains(old.slot())
                    && old.amount() != null
                    && !old.occurredAt().isBefore(standsUntil)) {
                found.add(
                        new TapRecord(tap.id(), old.slot(), old.revision() + 1, old.occurredAt(), null, State.DUE, ""));
            }
        }
        if (!found.isEmpty()) {
            records.insert(tap, found, now);
        }
    }

    private boolean isCounted(Tap tap, TapFinding finding, Instant from, Instant now) {
        var ended = tap.endedAt();
        var amount = finding.amount();
        var isNothing = amount != null
                && amount.signum() == 0
                && kinds.get(tap.kind())
                                .findQuantity(tap.amount())
                                .orElseThrow()
                                .above()
                        != null;
        return !isNothing
                && !finding.from().isBefore(from)
                && !finding.at().isAfter(now)
                && (ended == null || !finding.at().isAfter(ended));
    }

    private static Optional<TapRecord> next(Tap tap, TapFinding finding, @Nullable TapRecord old) {
        if (old != null && isSame(old, finding)) {
            return Optional.empty();
        }
        var isNothing = finding.amount() == null && (old == null || old.amount() == null);
        return Optional.of(new TapRecord(
                tap.id(),
                finding.slot(),
                old == null ? 0 : old.revision() + 1,
                finding.at(),
                finding.amount(),
                isNothing ? State.DONE : State.DUE,
                ""));
    }

    private static boolean isSame(TapRecord old, TapFinding finding) {
        var before = old.amount();
        var now = finding.amount();
        return before == null || now == null
                ? before == now
                : before.compareTo(now) == 0 && old.occurredAt().equals(finding.at());
    }
}
