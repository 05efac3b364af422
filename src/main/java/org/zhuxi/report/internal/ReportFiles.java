package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.report.ReportDocument;
import org.zhuxi.report.ReportPapers;
import org.zhuxi.report.ReportSection;
import org.zhuxi.report.ReportTable;

/** A report as files: PDF, Word, and each table as CSV. */
@Component
class ReportFiles {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ReportPapers papers;

    ReportFiles(ReportPapers papers) {
        this.papers = papers;
    }

    void pdf(ReportDocument document, Locale locale, HttpServletResponse response) throws IOException {
        begin(response, "application/pdf", name(document) + ".pdf");
        papers.pdf(document, locale, response.getOutputStream());
    }

    void docx(ReportDocument document, Locale locale, HttpServletResponse response) throws IOException {
        begin(response, WORD, name(document) + ".docx");
        papers.docx(document, locale, response.getOutputStream());
    }

    /** @throws Refused.NotFound when the report has no such table */
    void csv(ReportDocument document, String code, Locale locale, HttpServletResponse response) throws IOException {
        var table = document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ReportSection.Numbers.class::isInstance)
                .map(block -> ((ReportSection.Numbers) block).table())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(code));
        try (var csv = CsvTable.download(response, name(document) + "-" + code, head(table, locale))) {
            for (var row : table.rows()) {
                csv.row(IntStream.range(0, row.size())
                        .mapToObj(at -> cell(table, row.get(at), at, locale))
                        .toArray());
            }
        }
    }

    private static String[] head(ReportTable table, Locale locale) {
        return table.columns().stream().map(one -> one.names().in(locale)).toArray(String[]::new);
    }

    /** Numbers of a CSV are without marks between thousands. */
    private static String cell(ReportTable table, ReportTable.Cell cell, int at, Locale locale) {
        var words = cell.words().in(locale);
        var isPlain = table.columns().get(at).number() && words.matches("-?[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?");
        return isPlain ? words.replace(",", "") : words;
    }

    private static void begin(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
    }

    private static String name(ReportDocument document) {
        return "report-%d-%s"
                .formatted(document.report().year(), document.report().place());
    }
}
