package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.report.ReportDocument;
import org.zhuxi.report.Reports;

/** Reports as files: published ones for everybody, all others for the office. */
@RestController
class FilePages {

    private final Reports reports;
    private final ReportFiles files;

    FilePages(Reports reports, ReportFiles files) {
        this.reports = reports;
        this.files = files;
    }

    private ReportDocument published(UUID id) {
        return reports.document(reports.getPublished(id));
    }

    private ReportDocument seen(Actor actor, UUID id) {
        return reports.document(reports.get(actor, id));
    }

    @GetMapping("/reports/{id}/report.pdf")
    void pdf(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        files.pdf(published(id), locale, response);
    }

    @GetMapping("/reports/{id}/report.docx")
    void docx(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        files.docx(published(id), locale, response);
    }

    @GetMapping("/reports/{id}/report.json")
    ReportJson.Whole json(@PathVariable UUID id, Locale locale) {
        return ReportJson.Whole.of(published(id), locale);
    }

    @GetMapping("/reports/{id}/tables/{code}.csv")
    void csv(@PathVariable UUID id, @PathVariable String code, Locale locale, HttpServletResponse response)
            throws IOException {
        files.csv(published(id), code, locale, response);
    }

    @GetMapping("/office/reports/{id}/report.pdf")
    void officePdf(Actor actor, @PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        files.pdf(seen(actor, id), locale, response);
    }

    @GetMapping("/office/reports/{id}/report.docx")
    void officeDocx(Actor actor, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        files.docx(seen(actor, id), locale, response);
    }

    @GetMapping("/office/reports/{id}/report.json")
    ReportJson.Whole officeJson(Actor actor, @PathVariable UUID id, Locale locale) {
        return ReportJson.Whole.of(seen(actor, id), locale);
    }

    @GetMapping("/office/reports/{id}/tables/{code}.csv")
    void officeCsv(
            Actor actor, @PathVariable UUID id, @PathVariable String code, Locale locale, HttpServletResponse response)
            throws IOException {
        files.csv(seen(actor, id), code, locale, response);
    }
}
