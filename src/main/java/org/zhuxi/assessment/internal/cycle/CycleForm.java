package org.zhuxi.assessment.internal.cycle;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.CycleCalendar;
import org.zhuxi.assessment.NewCycle;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Typed;

/** A cycle as it has been typed so far. A level reviews when it has a day. */
public record CycleForm(
        UUID id,
        String year,
        String jurisdiction,
        String nameZh,
        String nameEn,
        String standard,
        String enrolBy,
        String selfBy,
        String streetBy,
        String countyBy,
        String cityBy,
        String noticeDays,
        String reportDue) {

    private static final int NOTICE_DAYS = 7;

    public CycleForm(
            @Nullable UUID id,
            @Nullable String year,
            @Nullable String jurisdiction,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String standard,
            @Nullable String enrolBy,
            @Nullable String selfBy,
            @Nullable String streetBy,
            @Nullable String countyBy,
            @Nullable String cityBy,
            @Nullable String noticeDays,
            @Nullable String reportDue) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.year = Typed.text(year);
        this.jurisdiction = Typed.text(jurisdiction);
        this.nameZh = Typed.text(nameZh);
        this.nameEn = Typed.text(nameEn);
        this.standard = Typed.text(standard);
        this.enrolBy = Typed.text(enrolBy);
        this.selfBy = Typed.text(selfBy);
        this.streetBy = Typed.text(streetBy);
        this.countyBy = Typed.text(countyBy);
        this.cityBy = Typed.text(cityBy);
        this.noticeDays = Typed.text(noticeDays);
        this.reportDue = Typed.text(reportDue);
    }

    /** Days a month apart, and the end of November for the report (建城〔2020〕68号). */
    static CycleForm fresh(String place, LocalDate today) {
        var due = LocalDate.of(today.plusMonths(5).getYear(), 11, 30);
        var report = due.isBefore(today.plusMonths(5)) ? due.plusYears(1) : due;
        return new CycleForm(
                null,
                String.valueOf(today.getYear()),
                place,
                "",
                "",
                "",
                today.plusMonths(1).toString(),
                today.plusMonths(2).toString(),
                today.plusMonths(3).toString(),
                today.plusMonths(4).toString(),
                today.plusMonths(5).toString(),
                String.valueOf(NOTICE_DAYS),
                report.toString());
    }

    NewCycle command() {
        var reviewBy = new EnumMap<ReviewLevel, LocalDate>(ReviewLevel.class);
        review(ReviewLevel.STREET, "streetBy", streetBy, reviewBy);
        review(ReviewLevel.COUNTY, "countyBy", countyBy, reviewBy);
        review(ReviewLevel.CITY, "cityBy", cityBy, reviewBy);
        return new NewCycle(
                (int) Typed.whole("year", year, 2000, 2100),
                jurisdiction,
                new Names(nameZh, nameEn.isEmpty() ? nameZh : nameEn),
                standard,
                new CycleCalendar(
                        Typed.day("enrolBy", enrolBy),
                        Typed.day("selfBy", selfBy),
                        reviewBy,
                        (int) Typed.whole("noticeDays", noticeDays, 1, 90),
                        Typed.day("reportDue", reportDue)));
    }

    private static void review(
            ReviewLevel level, String field, String typed, EnumMap<ReviewLevel, LocalDate> reviewBy) {
        if (!typed.isEmpty()) {
            reviewBy.put(level, Typed.day(field, typed));
        }
    }

    /** What was typed for a level. */
    public String by(ReviewLevel level) {
        return List.of(streetBy, countyBy, cityBy).get(level.ordinal());
    }
}
