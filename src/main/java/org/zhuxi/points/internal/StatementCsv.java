package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.table.TableWriter;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.points.Points;
import org.zhuxi.points.StatementFilter;
import org.zhuxi.points.StatementLine;

/** Writes a household's statement as CSV, page after page. */
@Component
class StatementCsv {

    private static final int LINES_AT_ONCE = 500;
    private static final String[] COLUMNS = {
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
        "note"
    };

    private final Points points;
    private final Messages messages;

    StatementCsv(Points points, Messages messages) {
        this.points = points;
        this.messages = messages;
    }

    void write(Actor actor, UUID household, StatementFilter filter, HttpServletResponse response) throws IOException {
        var page = points.statement(actor, household, filter, LINES_AT_ONCE, null);
        try (var csv = CsvTable.download(response, "points-" + household, COLUMNS)) {
            print(page, csv);
            while (page.next() != null) {
                page = points.statement(actor, household, filter, LINES_AT_ONCE, UUID.fromString(page.next()));
                print(page, csv);
            }
        }
    }

    private void print(Slice<StatementLine> page, TableWriter csv) throws IOException {
        var locale = LocaleContextHolder.getLocale();
        for (var line : page.items()) {
            var rule = line.rule();
            csv.row(
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
                    line.note());
        }
    }
}
