package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Moment;
import org.zhuxi.platform.web.Page;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportCourse;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportRefused;
import org.zhuxi.report.ReportState;
import org.zhuxi.report.ReportStep;
import org.zhuxi.report.Reports;

/** Annual reports in the office: begun, written with a save for each text, and led through their steps. */
@Controller
class OfficeReportPages {

    static final String PATH = "/office/reports";

    private static final int PAGE = 30;
    private static final int CSV_PAGE = 1_000;

    private final Reports reports;
    private final ReportCourse course;
    private final ReportPlaces places;
    private final Wording wording;
    private final Clock clock;

    OfficeReportPages(Reports reports, ReportCourse course, ReportPlaces places, Wording wording, Clock clock) {
        this.reports = reports;
        this.course = course;
        this.places = places;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var found = reports.list(
                actor,
                at.path(),
                Typed.optionalYear(year).orElse(null),
                Typed.choice(ReportState.class, state).orElse(null),
                q,
                PAGE,
                after);
        var next = found.next();
        return new ModelAndView("report/office-reports")
                .addObject("place", at)
                .addObject("year", year)
                .addObject("state", state)
                .addObject("query", q)
                .addObject("found", found)
                .addObject("newYear", String.valueOf(places.thisYear()))
                .addObject("newPlace", at.code())
                .addObject("mayBegin", actor.may(ReportPermissions.WRITE, at.path()))
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to(
                                        PATH, "place", at.code(), "year", year, "state", state, "q", q, "after", next))
                .addObject("csv", Links.to(PATH + "/csv", "place", at.code(), "year", year, "state", state, "q", q))
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping(PATH + "/csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var years = Typed.optionalYear(year).orElse(null);
        var states = Typed.choice(ReportState.class, state).orElse(null);
        var slice = reports.list(actor, at.path(), years, states, q, CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "reports-" + at.code(),
                "id",
                "place",
                "name_zh",
                "name_en",
                "year",
                "state",
                "due_on",
                "submitted_at",
                "on_time",
                "receipt",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.name().zh(),
                            it.name().en(),
                            it.year(),
                            it.state(),
                            it.due().day(),
                            it.submittedAt(),
                            it.onTime(),
                            it.receipt(),
                            it.origin());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = reports.list(actor, at.path(), years, states, q, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @PostMapping(PATH)
    ModelAndView begin(
            Actor actor,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year) {
        try {
            var fresh = id == null ? Ids.next() : id;
            return to(reports.begin(actor, fresh, place, Typed.year(year), Origin.RECORDED));
        } catch (ReportRefused refused) {
            return Wrong.again(
                    list(actor, null, "", "", "", null)
                            .addObject("newYear", year)
                            .addObject("newPlace", place),
                    refused);
        }
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, Page page, @PathVariable UUID id) {
        return one(actor, page, reports.get(actor, id));
    }

    private ModelAndView one(Actor actor, Page page, Report report) {
        var mayWrite = actor.may(ReportPermissions.WRITE, report.path());
        var now = clock.instant();
        return new ModelAndView("report/office-report")
                .addObject("report", report)
                .addObject("view", new ReportView(reports.document(report), wording))
                .addObject("editing", mayWrite && report.state().isOpen())
                .addObject("choices", choices(actor, report))
                .addObject("maySign", actor.may(ReportPermissions.SIGN, report.path()) && !isPresenter(actor, report))
                .addObject("daysLeft", report.due().daysLeft(now))
                .addObject("moments", moments(actor, page, report))
                .addObject("mayEnterPaper", mayReceive(actor, report) && report.state() == ReportState.SIGNED)
                .addObject("note", "")
                .addObject("wrong", Wrong.nothing());
    }

    private static boolean isPresenter(Actor actor, Report report) {
        return actor.account().equals(report.presentedBy());
    }

    private static boolean mayReceive(Actor actor, Report report) {
        return actor.may(ReportPermissions.RECEIVE, ReportPlaces.above(report.path()));
    }

    private static List<ReportStep> choices(Actor actor, Report report) {
        return ReportStep.from(report.state(), report.round()).stream()
                .filter(step -> switch (step.by()) {
                    case WRITER -> actor.may(ReportPermissions.WRITE, report.path());
                    case SIGNER ->
                        actor.may(ReportPermissions.SIGN, report.path())
                                && (step == ReportStep.PUBLISH || !isPresenter(actor, report));
                    case RECEIVER -> mayReceive(actor, report) && !isPresenter(actor, report);
                    case DEPARTMENT -> false;
                })
                .toList();
    }

    private List<Moment> moments(Actor actor, Page page, Report report) {
        return reports.steps(actor, report.id()).stream()
                .map(taken -> new Moment(
                        taken.at(),
                        page.t("report.step." + taken.step())
                                + (taken.note().isEmpty() ? "" : page.t("report.step.note", taken.note())),
                        taken.by()))
                .toList();
    }

    /** Saves one text; with htmx only its state comes back, so that a page full of texts is never sent twice. */
    @PostMapping(PATH + "/{id}/texts/{code}")
    ModelAndView write(
            Actor actor,
            Page page,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String zh,
            @RequestParam(defaultValue = "") String en,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        try {
            var text = reports.write(actor, id, code, version, new Names(zh, en));
            if (htmx == null) {
                return new ModelAndView("redirect:" + PATH + "/" + id + "#text-" + code);
            }
            return saved(actor, id, text.version(), Wrong.nothing())
                    .addObject("view", new ReportView(reports.document(reports.get(actor, id)), wording))
                    .addObject("text", text);
        } catch (ReportRefused refused) {
            if (htmx == null) {
                return Wrong.again(
                        one(actor, page, reports.get(actor, id))
                                .addObject("typedCode", code)
                                .addObject("typed", new Names(zh, en)),
                        refused);
            }
            return Wrong.again(saved(actor, id, version, Wrong.of(refused)), refused);
        }
    }

    private ModelAndView saved(Actor actor, UUID id, int version, Wrong wrong) {
        actor.require(ReportPermissions.WRITE, reports.get(actor, id).path());
        return new ModelAndView("report/saved").addObject("version", version).addObject("wrong", wrong);
    }

    @GetMapping(PATH + "/{id}/texts/{code}")
    ModelAndView history(Actor actor, @PathVariable UUID id, @PathVariable String code) {
        return new ModelAndView("report/office-text")
                .addObject("report", reports.get(actor, id))
                .addObject("code", code)
                .addObject("versions", reports.history(actor, id, code));
    }

    @PostMapping(PATH + "/{id}/steps")
    ModelAndView step(
            Actor actor,
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String note) {
        return taken(actor, page, id, ReportStep.By.WRITER, step, note);
    }

    @PostMapping(PATH + "/{id}/review")
    ModelAndView review(
            Actor actor,
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String note) {
        return taken(actor, page, id, ReportStep.By.SIGNER, step, note);
    }

    @PostMapping(PATH + "/{id}/decisions")
    ModelAndView decide(
            Actor actor,
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String note) {
        return taken(actor, page, id, ReportStep.By.RECEIVER, step, note);
    }

    private ModelAndView taken(Actor actor, Page page, UUID id, ReportStep.By by, String step, String note) {
        return decided(actor, page, id, note, () -> course.take(actor, id, Steps.of(by, step), note));
    }

    @PostMapping(PATH + "/{id}/paper")
    ModelAndView paper(
            Actor actor,
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String evidence) {
        return decided(
                actor,
                page,
                id,
                evidence,
                () -> course.enterPaper(
                        actor,
                        id,
                        Typed.day("day", day).atStartOfDay(Deadline.ZONE).toInstant(),
                        evidence));
    }

    @PostMapping(PATH + "/{id}/signatures/{department}")
    ModelAndView sign(
            Actor actor,
            Page page,
            @PathVariable UUID id,
            @PathVariable String department,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String note) {
        return decided(
                actor,
                page,
                id,
                note,
                () -> said.equals("object")
                        ? course.object(actor, id, department, note)
                        : course.sign(actor, id, department));
    }

    private ModelAndView decided(
            Actor actor, Page page, UUID id, String note, java.util.function.Supplier<Report> decision) {
        try {
            return to(decision.get());
        } catch (org.zhuxi.kernel.Refused.Forbidden | org.zhuxi.kernel.Refused.NotFound refused) {
            throw refused;
        } catch (org.zhuxi.kernel.Refused refused) {
            return Wrong.again(one(actor, page, reports.get(actor, id)).addObject("note", note), refused);
        }
    }

    private static ModelAndView to(Report report) {
        return new ModelAndView("redirect:" + PATH + "/" + report.id());
    }
}
