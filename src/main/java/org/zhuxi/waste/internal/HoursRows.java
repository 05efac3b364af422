package org.zhuxi.waste.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.waste.Closure;
import org.zhuxi.waste.OpeningHours;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Timetable;

/** Puts rows of timetables and closures together; a timetable ends where the next one begins. */
final class HoursRows {

    private HoursRows() {}

    /** A window, or a timetable without any when its times are null. */
    record Window(
            int communityId,
            UUID siteId,
            LocalDate validFrom,
            @Nullable Integer fromMinute,
            @Nullable Integer toMinute,
            @Nullable Integer days) {

        private List<OpeningWindow> window() {
            return fromMinute == null || toMinute == null || days == null
                    ? List.of()
                    : List.of(new OpeningWindow(daysOf(days), fromMinute, toMinute));
        }
    }

    record Closed(int communityId, UUID siteId, LocalDate day, String reason) {}

    static Map<StationRef, OpeningHours> assemble(
            Map<StationRef, ZoneId> stations, List<Window> windows, List<Closed> closures) {
        var windowsOf = windows.stream().collect(Collectors.groupingBy(it -> ref(it.communityId(), it.siteId())));
        var closuresOf = closures.stream().collect(Collectors.groupingBy(it -> ref(it.communityId(), it.siteId())));
        var hours = new LinkedHashMap<StationRef, OpeningHours>();
        stations.forEach((ref, zone) -> hours.put(
                ref,
                new OpeningHours(
                        zone,
                        timetables(windowsOf.getOrDefault(ref, List.of())),
                        closuresOf.getOrDefault(ref, List.of()).stream()
                                .map(it -> new Closure(it.day(), it.reason()))
                                .toList())));
        return hours;
    }

    private static List<Timetable> timetables(List<Window> rows) {
        var byStart = new TreeMap<LocalDate, List<OpeningWindow>>(rows.stream()
                .collect(Collectors.groupingBy(
                        Window::validFrom, Collectors.flatMapping(it -> it.window().stream(), Collectors.toList()))));
        return byStart.entrySet().stream()
                .map(entry -> new Timetable(entry.getKey(), byStart.higherKey(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Days of the week as a bit set: bit 0 is Monday, bit 6 is Sunday. */
    static short bits(Set<DayOfWeek> days) {
        return (short) days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }

    static Set<DayOfWeek> daysOf(int bits) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> (bits & 1 << day.ordinal()) != 0)
                .collect(Collectors.toSet());
    }

    private static StationRef ref(int community, UUID site) {
        return new StationRef(new CommunityId(community), site);
    }
}
