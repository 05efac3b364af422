package org.zhuxi.points;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/** When a shop is open, week by week. */
public record ShopHours(List<Window> windows) {

    public static final ShopHours NONE = new ShopHours(List.of());

    public ShopHours {
        windows = windows.stream()
                .sorted(Comparator.comparing(Window::day).thenComparingInt(Window::fromMinute))
                .toList();
    }

    /**
     * @param fromMinute first minute of the local day at which it is open
     * @param toMinute first minute at which it is closed again, up to 1,440
     */
    public record Window(DayOfWeek day, int fromMinute, int toMinute) {

        private static final int DAY = 1_440;

        public Window {
            if (fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
                throw new IllegalArgumentException("Not a window: " + fromMinute + "-" + toMinute);
            }
        }

        /** Both times, such as 08:30–11:00. */
        public String times() {
            return text(fromMinute) + "–" + text(toMinute);
        }

        private static String text(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /** The same time on each of these days. */
    public static ShopHours on(List<DayOfWeek> days, int fromMinute, int toMinute) {
        return new ShopHours(
                days.stream().map(day -> new Window(day, fromMinute, toMinute)).toList());
    }

    public boolean isOpenAt(LocalDateTime local) {
        var minute = local.getHour() * 60 + local.getMinute();
        return windows.stream()
                .anyMatch(window -> window.day() == local.getDayOfWeek()
                        && window.fromMinute() <= minute
                        && minute < window.toMinute());
    }

    /** Whether two windows of one day overlap. */
    public boolean overlaps() {
        for (var i = 1; i < windows.size(); i++) {
            var before = windows.get(i - 1);
            var window = windows.get(i);
            if (before.day() == window.day() && window.fromMinute() < before.toMinute()) {
                return true;
            }
        }
        return false;
    }

    /** The windows of a day of the week. */
    public List<Window> of(DayOfWeek day) {
        return windows.stream().filter(window -> window.day() == day).toList();
    }
}
