package org.zhuxi.waste;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a station is open: all its timetables and closures, in the zone of its community. A moment is open when a window of
 * the timetable of its local day contains it and the day is not closed; windows include their first minute and not their last.
 */
public record OpeningHours(ZoneId zone, List<Timetable> timetables, List<Closure> closures) {

    private static final int HORIZON_DAYS = 366;

    public OpeningHours {
        timetables = List.copyOf(timetables);
        closures = List.copyOf(closures);
    }

    public boolean isOpenAt(Instant moment) {
        return spanAt(moment) != null;
    }

    /** Open or closed at a moment, and what comes next. */
    public Opening at(Instant moment) {
        var today = moment.atZone(zone).toLocalDate();
        var span = spanAt(moment);
        if (span != null) {
            return new Opening(Opening.State.OPEN, closingOf(span), null, null);
        }
        var known = timetables.stream().anyMatch(timetable -> timetable.holdsOn(today));
        return new Opening(
                known ? Opening.State.CLOSED : Opening.State.UNKNOWN,
                null,
                nextOpening(moment).orElse(null),
                reasonOf(today));
    }

    /** The first later moment at which it turns from closed to open, if any within a year. */
    public Optional<Instant> nextOpening(Instant moment) {
        var today = moment.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, HORIZON_DAYS)
                .mapToObj(today::plusDays)
                .flatMap(this::spansOf)
                .filter(span -> !continuesAnother(span))
                .map(span -> span.start(zone))
                .filter(start -> start.isAfter(moment))
                .findFirst();
    }

    /** The windows that count on a day, in order; none when it is closed. */
    public List<OpeningWindow> windowsOn(LocalDate day) {
        if (reasonOf(day) != null) {
            return List.of();
        }
        return timetables.stream()
                .filter(timetable -> timetable.holdsOn(day))
                .flatMap(timetable -> timetable.windows().stream())
                .filter(window -> window.days().contains(day.getDayOfWeek()))
                .sorted(Comparator.comparingInt(OpeningWindow::fromMinute))
                .toList();
    }

    /** The timetable that holds on a day. */
    public Optional<Timetable> timetableOn(LocalDate day) {
        return timetables.stream().filter(timetable -> timetable.holdsOn(day)).findFirst();
    }

    private @Nullable Span spanAt(Instant moment) {
        return spansOf(moment.atZone(zone).toLocalDate())
                .filter(span -> !moment.isBefore(span.start(zone)) && moment.isBefore(span.end(zone)))
                .findFirst()
                .orElse(null);
    }

    /** The end of the union of windows that begins with this one; null when it goes on for more than a year. */
    private @Nullable Instant closingOf(Span first) {
        var horizon = first.day().plusDays(HORIZON_DAYS);
        var last = first;
        for (var next = followerOf(last); next != null; next = followerOf(last)) {
            if (next.day().isAfter(horizon)) {
                return null;
            }
            last = next;
        }
        return last.end(zone);
    }

    private @Nullable Span followerOf(Span span) {
        var overnight = span.to() == OpeningWindow.DAY;
        var day = overnight ? span.day().plusDays(1) : span.day();
        var from = overnight ? 0 : span.to();
        return spansOf(day).filter(next -> next.from() == from).findFirst().orElse(null);
    }

    private boolean continuesAnother(Span span) {
        var before = span.from() == 0 ? span.day().minusDays(1) : span.day();
        var end = span.from() == 0 ? OpeningWindow.DAY : span.from();
        return spansOf(before).anyMatch(other -> other.to() == end);
    }

    private Stream<Span> spansOf(LocalDate day) {
        return windowsOn(day).stream().map(window -> new Span(day, window.fromMinute(), window.toMinute()));
    }

    private @Nullable String reasonOf(LocalDate day) {
        return closures.stream()
                .filter(closure -> closure.day().equals(day))
                .map(Closure::reason)
                .findFirst()
                .orElse(null);
    }

    private record Span(LocalDate day, int from, int to) {

        Instant start(ZoneId zone) {
            return at(from, zone);
        }

        Instant end(ZoneId zone) {
            return at(to, zone);
        }

        private Instant at(int minute, ZoneId zone) {
            return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
        }
    }
}
