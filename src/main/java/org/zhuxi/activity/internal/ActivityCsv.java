package org.zhuxi.activity.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.web.Messages;

/** Writes a list of records as CSV, page by page, so that its length does not matter. */
@Component
class ActivityCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // without it Excel takes Chinese for another encoding

    private final Activities activities;
    private final ActivityRows rows;
    private final Messages messages;

    ActivityCsv(Activities activities, ActivityRows rows, Messages messages) {
        this.activities = activities;
        this.rows = rows;
        this.messages = messages;
    }

    void write(Actor actor, ActivityFilter filter, Locale locale, HttpServletResponse response) throws IOException {
        var page = activities.list(actor, filter, Reading.MOST_ROWS, null);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"activities.csv\"");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var writer = response.getWriter();
        writer.write(BYTE_ORDER_MARK);
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(
                "id", "kind", "name", "day", "occurredAt", "place", "household", "amounts", "grade", "state", "note");
        while (true) {
            for (var row : rows.of(page.items())) {
                print(printer, row, locale);
            }
            printer.flush();
            if (page.next() == null) {
                return;
            }
            page = activities.list(actor, filter, Reading.MOST_ROWS, page.next());
        }
    }

    private void print(CSVPrinter printer, ActivityRow row, Locale locale) throws IOException {
        var activity = row.activity();
        printer.printRecord(
                activity.id(),
                activity.kind(),
                row.kind().names().in(locale),
                activity.localDate(),
                activity.occurredAt(),
                activity.place(),
                harmless(row.household()),
                row.amounts().stream()
                        .map(amount -> (amount.name().in(locale) + " "
                                        + amount.value().toPlainString() + " " + amount.unit())
                                .strip())
                        .collect(Collectors.joining("; ")),
                activity.grade(),
                messages.get(locale, "activity.state." + activity.state()),
                harmless(activity.note()));
    }

    /** A spreadsheet must not take what somebody typed for a formula. */
    private static @Nullable String harmless(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
