package org.zhuxi.waste.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.Timetable;
import org.zhuxi.waste.WasteRefused;

/**
 * A timetable as it was typed: a first day and some rows, of which those without times are left out.
 *
 * @param validFrom first day, as typed
 */
public record TimetableForm(String validFrom, List<Row> rows) {

    private static final int ROWS = 6;

    /**
     * A window as typed.
     *
     * @param days numbers of the days of the week, 1 for Monday
     */
    public record Row(Set<Integer> days, String from, String to) {

        private boolean isEmpty() {
            return from.isBlank() && to.isBlank();
        }
    }

    /** The form filled with a timetable and some empty rows. */
    static TimetableForm of(LocalDate validFrom, List<OpeningWindow> windows) {
        var rows = new ArrayList<Row>();
        for (var window : windows) {
            var days = new TreeSet<Integer>();
            window.days().forEach(day -> days.add(day.getValue()));
            rows.add(new Row(days, window.from(), window.to()));
        }
        var week = new TreeSet<Integer>(List.of(1, 2, 3, 4, 5, 6, 7));
        do {
            rows.add(new Row(week, "", ""));
        } while (rows.size() < 3);
        return new TimetableForm(validFrom.toString(), List.copyOf(rows));
    }

    /** Reads the fields {@code validFrom}, {@code days0}, {@code from0}, {@code to0} and so on. */
    static TimetableForm read(MultiValueMap<String, String> fields) {
        var rows = IntStream.range(0, ROWS + fields.size())
                .filter(i -> fields.containsKey("from" + i))
                .mapToObj(i -> new Row(days(fields, i), first(fields, "from" + i), first(fields, "to" + i)))
                .toList();
        return new TimetableForm(first(fields, "validFrom"), rows);
    }

    private static Set<Integer> days(MultiValueMap<String, String> fields, int row) {
        var days = new TreeSet<Integer>();
        Objects.requireNonNullElse(fields.get("days" + row), List.<String>of()).stream()
                .filter(day -> day.matches("[1-7]"))
                .forEach(day -> days.add(Integer.valueOf(day)));
        return days;
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    /** The windows of the filled rows. */
    Timetable toTimetable() {
        var windows = rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> window(row.days(), row.from(), row.to()))
                .toList();
        OpeningWindow.findOverlap(windows).ifPresent(overlap -> {
            throw new WasteRefused.WindowsOverlap(overlap);
        });
        return new Timetable(day("validFrom", validFrom), null, windows);
    }

    static OpeningWindow window(Set<Integer> days, String from, String to) {
        var opens = OpeningWindow.minuteOf(from);
        var closes = OpeningWindow.minuteOf(to);
        if (opens.isEmpty() || closes.isEmpty() || opens.get() >= closes.get()) {
            throw new WasteRefused.Unreadable("windows", "window-times", from, to);
        }
        if (days.isEmpty()) {
            throw new WasteRefused.Unreadable("windows", "window-days", from, to);
        }
        var week = days.stream().map(DayOfWeek::of).collect(java.util.stream.Collectors.toSet());
        return new OpeningWindow(week, opens.get(), closes.get());
    }

    static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new WasteRefused.Unreadable(field, "day-unreadable", typed);
        }
    }
}
