package org.zhuxi.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.Expectations;
import org.zhuxi.report.PracticeCases;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportCourse;
import org.zhuxi.report.ReportState;
import org.zhuxi.report.ReportStep;
import org.zhuxi.report.Reports;

/** Annual reports of Shanghai and Jiayuguan with their published numbers, one that is being written, and one that is overdue. */
@Component
class ReportsChapter {

    private static final String GAOHANG = "310115121000";
    private static final String PUDONG = "310115000000";
    private static final String HANJIANG = "321003000000";
    private static final String LETTER = "演示数据：纸质件登记";

    private static final Map<String, Names> SHANGHAI_2022 = Map.of(
            "mechanism",
            new Names(
                    "市住房城乡建设管理委和市城市精细化管理办公室共同推进，各区与街镇分工负责，案例汇编成书公开出版。",
                    "The commission of housing and the office of fine-grained management lead together; districts and streets share the"
                            + " work; cases were published as a book."),
            "effect",
            new Names(
                    "达到创建要求的社区{A}个，占名册的{F02}；比上年增加{F06}个，提高{F06p}。",
                    "{A} communities meet the standard, {F02} of the register; {F06} more than the year before, up by {F06p}."),
            "models",
            new Names(
                    "以小修小补代替大拆大建：打开围墙、利用桥下空间、加装电梯、议事三级网络，均可在老旧小区推广。",
                    "Small repairs instead of rebuilding: opened walls, space under bridges, lifts added, three levels of deliberation."));

    private final DemoStaff staff;
    private final Reports reports;
    private final ReportCourse course;
    private final Expectations expectations;
    private final PracticeCases cases;
    private final DemoHonours honours;

    ReportsChapter(
            DemoStaff staff,
            Reports reports,
            ReportCourse course,
            Expectations expectations,
            PracticeCases cases,
            DemoHonours honours) {
        this.staff = staff;
        this.reports = reports;
        this.course = course;
        this.expectations = expectations;
        this.cases = cases;
        this.honours = honours;
    }

    void tell(LocalDate lastDay) {
        ShanghaiCases.tell(cases);
        told(DemoRegisters.SHANGHAI, 2021, "2021-11-29T02:00:00Z", Map.of());
        told(DemoRegisters.SHANGHAI, 2022, "2022-11-30T08:30:00Z", SHANGHAI_2022);
        told(DemoRegisters.JIAYUGUAN, 2022, "2022-11-10T03:00:00Z", Map.of());
        var year = lastDay.getYear();
        call(year, PUDONG, LocalDate.of(year, 12, 15));
        call(year, HANJIANG, LocalDate.of(year, 10, 15));
        honours.tell(GAOHANG, year);
        var draft = reports.begin(Founder.ACTOR, id("report/" + GAOHANG + year), GAOHANG, year, Origin.SYNTHETIC);
        if (draft.state() == ReportState.COLLECTING) {
            course.take(Founder.ACTOR, draft.id(), ReportStep.BEGIN, "");
            write(
                    draft,
                    "mobilisation",
                    new Names(
                            "高行镇三个居民区报名参加，按居民区排出时间表，逐个入户讲解。",
                            "Three neighbourhoods of Gaohang take part, one after another."));
        }
    }

    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "reports/" + what);
    }

    private void call(int year, String place, LocalDate dueOn) {
        expectations.call(Founder.ACTOR, What.ANNUAL, year, place, PlaceKind.STREET, dueOn, Origin.SYNTHETIC);
    }

    /** A report that came on paper in its year; told again, it goes on where it was. */
    private void told(String place, int year, String came, Map<String, Names> texts) {
        var begun = reports.begin(Founder.ACTOR, id("report/" + place + year), place, year, Origin.SYNTHETIC);
        if (begun.state().isOpen()) {
            texts.forEach((code, words) -> write(begun, code, words));
        }
        for (var at = begun; at.state() != ReportState.PUBLISHED; ) {
            at = next(at, Instant.parse(came));
        }
    }

    private void write(Report report, String code, Names words) {
        reports.write(Founder.ACTOR, report.id(), code, 0, words);
    }

    private Report next(Report at, Instant came) {
        Actor officer = staff.person("nation-officer");
        return switch (at.state()) {
            case COLLECTING -> course.take(Founder.ACTOR, at.id(), ReportStep.BEGIN, "");
            case DRAFT -> course.take(Founder.ACTOR, at.id(), ReportStep.PRESENT, "");
            case INTERNAL_REVIEW -> course.take(officer, at.id(), ReportStep.APPROVE, "");
            case COSIGN -> signed(officer, at);
            case SIGNED -> course.enterPaper(Founder.ACTOR, at.id(), came, LETTER);
            case SUBMITTED, RESUBMITTED -> course.take(officer, at.id(), ReportStep.ACCEPT, "");
            case RETURNED -> course.take(Founder.ACTOR, at.id(), ReportStep.REVISE, "");
            case ACCEPTED -> course.take(officer, at.id(), ReportStep.PUBLISH, "");
            case PUBLISHED -> at;
        };
    }

    private Report signed(Actor officer, Report report) {
        var last = report;
        for (var one : reports.document(report).signatures()) {
            last = course.sign(officer, report.id(), one.department());
        }
        return last;
    }
}
