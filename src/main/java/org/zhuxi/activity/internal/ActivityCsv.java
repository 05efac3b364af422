package org.zhuxi.activity.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.table.TableWriter;
import org.zhuxi.platform.web.Messages;

/** Writes a list of records as CSV, page by page, so that its length does not matter. */
@Component
class ActivityCsv {

    private static final String[] COLUMNS = {
        "id", "kind", "name", "day", "occurredAt", "place", "household", "amounts", "grade", "state", "note"
    };

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
        try (var csv = CsvTable.download(response, "activities", COLUMNS)) {
            while (true) {
                for (var row : rows.of(page.items())) {
                    print(csv, row, locale);
                }
                if (page.next() == null) {
                    return;
                }
                page = activities.list(actor, filter, Reading.MOST_ROWS, page.next());
            }
        }
    }

    private void print(TableWriter csv, ActivityRow row, Locale locale) throws IOException {
        var activity = row.activity();
        csv.row(
                activity.id(),
                activity.kind(),
                row.kind().names().in(locale),
                activity.localDate(),
                activity.occurredAt(),
                activity.place(),
                row.household(),
                row.amounts().stream()
                        .map(amount -> (amount.name().in(locale) + " "
                                        + amount.value().toPlainString() + " " + amount.unit())
                                .strip())
                        .collect(Collectors.joining("; ")),
                activity.grade(),
                messages.get(locale, "activity.state." + activity.state()),
                activity.note());
    }
}
