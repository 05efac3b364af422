package org.zhuxi.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.NewMeasureEntry;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportCourse;
import org.zhuxi.report.ReportState;
import org.zhuxi.report.ReportStep;
import org.zhuxi.report.Reports;

/** Makes reports for tests: registers and numbers of a place, and the way of a report to a state. */
public class ReportWorld {

    private final Registers registers;
    private final MeasureEntries entries;
    private final Rollups rollups;
    private final Reports reports;
    private final ReportCourse course;

    ReportWorld(Registers registers, MeasureEntries entries, Rollups rollups, Reports reports, ReportCourse course) {
        this.registers = registers;
        this.entries = entries;
        this.rollups = rollups;
        this.reports = reports;
        this.course = course;
    }

    /** A new person of the nation, who may do all with reports anywhere. */
    public static Actor officer() {
        return officer(Role.NATION_OFFICER, PlacePath.NATION);
    }

    public static Actor officer(Role role, PlacePath place) {
        return new Actor(Ids.next(), role.names().zh(), Set.of(new Grant(role, place)), Set.of(), null);
    }

    /** Freezes how many communities a place has in a year and how many of them meet the standard. */
    public void numbers(String place, int year, long communities, long attained) {
        register(place, year, communities);
        enter(place, year, "assessment.attained", attained);
    }

    public void register(String place, int year, long communities) {
        var officer = officer();
        var names = new Names("名册", "Register");
        registers.freeze(
                officer,
                Ids.next(),
                String.valueOf(year),
                place,
                LocalDate.of(year, 12, 31),
                "test",
                List.of(new RegisterItem(0, place, names, true, communities, null, null)),
                Origin.SYNTHETIC);
        rollups.refreshAll();
    }

    public void enter(String place, int year, String measure, long count) {
        var entry = entries.enter(
                officer(),
                Ids.next(),
                new NewMeasureEntry(place, measure, String.valueOf(year), String.valueOf(count), null, "test"),
                Origin.SYNTHETIC);
        entries.verify(officer(), entry.id());
        rollups.refreshAll();
    }

    /** A report with these numbers, led to a state on the shortest way. */
    public Report report(String place, int year, long communities, long attained, ReportState to) {
        numbers(place, year, communities, attained);
        return lead(reports.begin(officer(), Ids.next(), place, year, Origin.SYNTHETIC), to);
    }

    /** Leads a report on the shortest way to a state between draft and published. */
    public Report lead(Report report, ReportState to) {
        var writer = officer();
        var other = officer();
        var at = report;
        while (at.state() != to) {
            at = switch (at.state()) {
                case COLLECTING -> course.take(writer, at.id(), ReportStep.BEGIN, "");
                case DRAFT -> course.take(writer, at.id(), ReportStep.PRESENT, "");
                case INTERNAL_REVIEW -> course.take(other, at.id(), ReportStep.APPROVE, "");
                case COSIGN -> signed(other, at);
                case SIGNED ->
                    course.take(writer, at.id(), at.round() == 1 ? ReportStep.SUBMIT : ReportStep.RESUBMIT, "");
                case SUBMITTED, RESUBMITTED -> course.take(other, at.id(), ReportStep.ACCEPT, "");
                case RETURNED -> course.take(writer, at.id(), ReportStep.REVISE, "");
                case ACCEPTED -> course.take(other, at.id(), ReportStep.PUBLISH, "");
                case PUBLISHED -> throw new IllegalArgumentException("No way to " + to);
            };
        }
        return at;
    }

    private Report signed(Actor by, Report report) {
        var last = report;
        for (var one : reports.document(report).signatures()) {
            last = course.sign(by, report.id(), one.department());
        }
        return last;
    }
}
