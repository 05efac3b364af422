package org.zhuxi.waste;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A time of day at which a station is open on certain days of the week. It never runs past midnight: opening through the
 * night is one window until 24:00 and one from 00:00, and the two count as one opening.
 *
 * @param days on which days of the week; at least one
 * @param fromMinute first minute of the local day at which it is open, 0 to 1439
 * @param toMinute first minute at which it is closed again, up to 1440 for 24:00
 */
public record OpeningWindow(Set<DayOfWeek> days, int fromMinute, int toMinute) {

    /** Minutes of a local day. */
    public static final int DAY = 24 * 60;

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4])[:：]([0-5]\\d)");

    public OpeningWindow {
        if (days.isEmpty() || fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
            throw new IllegalArgumentException("Not a window: " + days + " " + fromMinute + "-" + toMinute);
        }
        days = Set.copyOf(days);
    }

    /** The window between two times such as 07:00 and 24:00. */
    public static OpeningWindow of(Set<DayOfWeek> days, String from, String to) {
        return new OpeningWindow(
                days, minuteOf(from).orElseThrow(), minuteOf(to).orElseThrow());
    }

    /** Every day of the week. */
    public static Set<DayOfWeek> everyDay() {
        return EnumSet.allOf(DayOfWeek.class);
    }

    /** The minute of the day of a time written as {@code H:mm}, 00:00 to 24:00. */
    public static Optional<Integer> minuteOf(String time) {
        var match = TIME.matcher(time.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var minute = Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2));
        return minute <= DAY ? Optional.of(minute) : Optional.empty();
    }

    /** The first pair that is open at the same time on the same day; empty when all is well. */
    public static Optional<Overlap> findOverlap(List<OpeningWindow> windows) {
        for (var day : DayOfWeek.values()) {
            var ofDay = windows.stream()
                    .filter(window -> window.days().contains(day))
                    .sorted(Comparator.comparingInt(OpeningWindow::fromMinute))
                    .toList();
            for (int i = 1; i < ofDay.size(); i++) {
                if (ofDay.get(i).fromMinute() < ofDay.get(i - 1).toMinute()) {
                    return Optional.of(new Overlap(day, ofDay.get(i - 1), ofDay.get(i)));
                }
            }
        }
        return Optional.empty();
    }

    /** When it opens, such as 07:00. */
    public String from() {
        return text(fromMinute);
    }

    /** When it closes, such as 09:00 or 24:00. */
    public String to() {
        return text(toMinute);
    }

    /** Both times, such as 07:00–09:00. */
    public String times() {
        return from() + "–" + to();
    }

    /** The days in the order of the week. */
    public List<DayOfWeek> week() {
        return days.stream().sorted().toList();
    }

    /** Days and times for the record, such as {@code [MONDAY, SUNDAY] 07:00–09:00}. */
    public String describe() {
        return week() + " " + times();
    }

    private static String text(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    /** Two windows that share a minute of a day. */
    public record Overlap(DayOfWeek day, OpeningWindow first, OpeningWindow second) {}
}
