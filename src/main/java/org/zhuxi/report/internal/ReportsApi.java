package org.zhuxi.report.internal;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportCourse;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportStep;
import org.zhuxi.report.Reports;

/** Annual reports for programs; published ones without an account. */
@RestController
@RequestMapping("/api/v1")
class ReportsApi {

    private static final int PAGE = 100;
    private static final String NATION = "000000000000";

    private final Reports reports;
    private final ReportCourse course;
    private final ReportPlaces places;

    ReportsApi(Reports reports, ReportCourse course, ReportPlaces places) {
        this.reports = reports;
        this.course = course;
        this.places = places;
    }

    record NewReport(@Nullable String place, @Nullable Integer year) {}

    record TextBody(
            @Nullable Integer version,
            @Nullable String zh,
            @Nullable String en) {}

    record TextJson(String code, int version, String zh, String en) {}

    record StepBody(@Nullable String step, @Nullable String note) {}

    record SignatureBody(
            @Nullable Boolean objects, @Nullable String note) {}

    /** Published reports at or below a place, the latest begun first. */
    @GetMapping("/reports")
    ReportJson.Items list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after,
            Locale locale) {
        var at = places.get(place.isBlank() ? NATION : place);
        var found = reports.listPublished(at.path(), Typed.optionalYear(year).orElse(null), q, PAGE, after);
        return items(found, locale);
    }

    private static ReportJson.Items items(org.zhuxi.kernel.Slice<Report> found, Locale locale) {
        return new ReportJson.Items(
                found.items().stream().map(it -> ReportJson.Head.of(it, locale)).toList(), found.next());
    }

    @GetMapping("/reports/{id}")
    ReportJson.Whole published(@PathVariable UUID id, Locale locale) {
        return ReportJson.Whole.of(reports.document(reports.getPublished(id)), locale);
    }

    /** Reports at or below a place in any state. */
    @GetMapping("/office/reports")
    ReportJson.Items office(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after,
            Locale locale) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        return items(
                reports.list(actor, at.path(), Typed.optionalYear(year).orElse(null), null, q, PAGE, after), locale);
    }

    @GetMapping("/office/reports/{id}")
    ReportJson.Whole one(Actor actor, @PathVariable UUID id, Locale locale) {
        return ReportJson.Whole.of(reports.document(reports.get(actor, id)), locale);
    }

    @PutMapping("/office/reports/{id}")
    ReportJson.Head begin(Actor actor, @PathVariable UUID id, @RequestBody NewReport body, Locale locale) {
        var year = body.year();
        return ReportJson.Head.of(
                reports.begin(actor, id, Typed.text(body.place()), year == null ? 0 : year, Origin.RECORDED), locale);
    }

    @PutMapping("/office/reports/{id}/texts/{code}")
    TextJson write(Actor actor, @PathVariable UUID id, @PathVariable String code, @RequestBody TextBody body) {
        var seen = body.version();
        var text = reports.write(
                actor, id, code, seen == null ? 0 : seen, new Names(Typed.text(body.zh()), Typed.text(body.en())));
        return new TextJson(
                text.code(), text.version(), text.words().zh(), text.words().en());
    }

    @PostMapping("/office/reports/{id}/steps")
    ReportJson.Head step(Actor actor, @PathVariable UUID id, @RequestBody StepBody body, Locale locale) {
        return taken(actor, id, ReportStep.By.WRITER, body, locale);
    }

    @PostMapping("/office/reports/{id}/review")
    ReportJson.Head review(Actor actor, @PathVariable UUID id, @RequestBody StepBody body, Locale locale) {
        return taken(actor, id, ReportStep.By.SIGNER, body, locale);
    }

    @PostMapping("/office/reports/{id}/decisions")
    ReportJson.Head decide(Actor actor, @PathVariable UUID id, @RequestBody StepBody body, Locale locale) {
        return taken(actor, id, ReportStep.By.RECEIVER, body, locale);
    }

    private ReportJson.Head taken(Actor actor, UUID id, ReportStep.By by, StepBody body, Locale locale) {
        reports.get(actor, id);
        var step = Steps.of(by, Typed.text(body.step()));
        return ReportJson.Head.of(course.take(actor, id, step, Typed.text(body.note())), locale);
    }

    @PostMapping("/office/reports/{id}/signatures/{department}")
    ReportJson.Head sign(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String department,
            @RequestBody SignatureBody body,
            Locale locale) {
        var signed = Boolean.TRUE.equals(body.objects())
                ? course.object(actor, id, department, Typed.text(body.note()))
                : course.sign(actor, id, department);
        return ReportJson.Head.of(signed, locale);
    }
}
