package org.zhuxi.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.zhuxi.request.internal.DataFile;

/** Working days of China: weekdays without the holidays, and the weekends that are worked instead ({@code request/holidays.yaml}). */
@Component
public class WorkingCalendar {

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();

    WorkingCalendar(@Value("classpath:request/holidays.yaml") Resource file) {
        DataFile.read(file, Declared.class).years().forEach(year -> {
            year.holidays().forEach(span -> add(off, span));
            year.workdays().forEach(span -> add(work, span));
        });
    }

    private static void add(Set<LocalDate> days, String span) {
        var ends = span.split("/", 2);
        var last = LocalDate.parse(ends[ends.length - 1]);
        LocalDate.parse(ends[0]).datesUntil(last.plusDays(1)).forEach(days::add);
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        if (work.contains(day)) {
            return true;
        }
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !off.contains(day);
    }

    /** The last day of so many working days; the first one is the working day after this day. */
    public LocalDate plus(LocalDate day, int workingDays) {
        var at = day;
        for (var left = workingDays; left > 0; ) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    private record Declared(List<Year> years) {}

    private record Year(int year, String source, List<String> holidays, List<String> workdays) {}
}
