package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.points.Points;
import org.zhuxi.points.StatementFilter;
import org.zhuxi.points.StatementLine;

/** Writes a household's statement as CSV, page after page. */
@Component
class StatementCsv {

    private static final int LINES_AT_ONCE = 500;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "posting",
                    "day",
                    "posted_at",
                    "kind",
                    "points",
                    "balance",
                    "rule",
                    "rule_version",
                    "activity",
                    "expires_on",
                    "note")
            .get();

    private final Points points;
    private final Messages messages;

    StatementCsv(Points points, Messages messages) {
        this.points = points;
        this.messages = messages;
    }

    void write(Actor actor, UUID household, StatementFilter filter, HttpServletResponse response) throws IOException {
        var page = points.statement(actor, household, filter, LINES_AT_ONCE, null);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"points-" + household + ".csv\"");
        try (var csv = new CSVPrinter(response.getWriter(), FORMAT)) {
            print(page, csv);
            while (page.next() != null) {
                page = points.statement(actor, household, filter, LINES_AT_ONCE, UUID.fromString(page.next()));
                print(page, csv);
            }
        }
    }

    private void print(Slice<StatementLine> page, CSVPrinter csv) throws IOException {
        var locale = LocaleContextHolder.getLocale();
        for (var line : page.items()) {
            var rule = line.rule();
            csv.printRecord(
                    line.id(),
                    line.day(),
                    line.postedAt(),
                    messages.get(locale, "points.kind." + line.kind()),
                    line.points(),
                    line.balance(),
                    rule == null ? "" : rule.in(locale),
                    line.ruleVersion(),
                    line.activity(),
                    line.expiresOn(),
                    spreadsheetSafe(line.note()));
        }
    }

    /** Words that a spreadsheet would run as a formula are shown as words. */
    private static String spreadsheetSafe(@org.jspecify.annotations.Nullable String note) {
        if (note == null || note.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(note.charAt(0)) >= 0 ? "'" + note : note;
    }
}
