package org.zhuxi.waste.internal;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.WasteRefused;

/** Opening windows in one cell of a table, such as {@code 1-5 07:00-09:00; 6,7 08:00-10:00}; Monday is 1, no days are all days. */
final class StationWindows {

    private static final Pattern WINDOW =
            Pattern.compile("(?:([1-7](?:[-,，、][1-7])*)\\s+)?([0-9:：]{4,5})\\s*[-–~至]\\s*([0-9:：]{4,5})");

    private StationWindows() {}

    /** @throws WasteRefused when it has another form, or windows of a day overlap */
    static List<OpeningWindow> read(String cell) {
        var windows = new ArrayList<OpeningWindow>();
        for (var part : cell.split("[;；]", -1)) {
            var match = WINDOW.matcher(part.strip());
            if (!match.matches()) {
                throw new WasteRefused.Unreadable("windows", "station-windows-cell", part.strip());
            }
            windows.add(TimetableForm.window(
                    match.group(1) == null ? days("1-7") : days(match.group(1)), match.group(2), match.group(3)));
        }
        OpeningWindow.findOverlap(windows).ifPresent(overlap -> {
            throw new WasteRefused.WindowsOverlap(overlap);
        });
        return windows;
    }

    private static Set<Integer> days(String typed) {
        var days = new TreeSet<Integer>();
        for (var part : typed.split("[,，、]", -1)) {
            var from = part.charAt(0) - '0';
            var to = part.charAt(part.length() - 1) - '0';
            for (var day = from; day <= to; day++) {
                days.add(day);
            }
        }
        return days;
    }

    /** What {@link #read} reads. */
    static String write(Collection<OpeningWindow> windows) {
        return windows.stream()
                .map(window -> window.days().stream()
                                .sorted()
                                .map(DayOfWeek::getValue)
                                .map(String::valueOf)
                                .collect(Collectors.joining(","))
                        + " " + window.from() + "-" + window.to())
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
