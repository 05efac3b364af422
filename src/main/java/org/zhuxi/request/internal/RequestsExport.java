package org.zhuxi.request.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.request.RequestFilter;
import org.zhuxi.request.Requests;

/** Requests as open data: only what everybody may know of them. */
@Component
class RequestsExport implements ExportSource {

    private static final int PAGE = 500;

    private final Requests requests;
    private final RequestGate gate;

    RequestsExport(Requests requests, RequestGate gate) {
        this.requests = requests;
        this.gate = gate;
    }

    @Override
    public String code() {
        return "requests";
    }

    @Override
    public Names names() {
        return new Names("随手拍工单", "Requests of residents");
    }

    @Override
    public Names about() {
        return new Names(
                "每件诉求的类别、地点、进度、期限和回访结果；只有核对过、不含个人信息的文字。",
                "Service, place, state, deadline and call-back of each request; only words that were released and name nobody.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("id"),
                TableColumn.text("place"),
                TableColumn.text("service"),
                TableColumn.text("state"),
                TableColumn.text("words"),
                TableColumn.decimal("latitude"),
                TableColumn.decimal("longitude"),
                TableColumn.text("source"),
                TableColumn.day("received_on"),
                TableColumn.day("due_on"),
                TableColumn.text("closed_at"),
                new TableColumn("late", ColumnType.YES_NO),
                TableColumn.integer("echoes"),
                new TableColumn("resolved", ColumnType.YES_NO),
                TableColumn.text("satisfaction"),
                TableColumn.text("origin"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        UUID after = null;
        do {
            var page = requests.list(scope.place(), RequestFilter.ALL, PAGE, after);
            for (var it : page.items()) {
                rows.row(cells(it));
            }
            var next = page.next();
            after = next == null ? null : UUID.fromString(next);
        } while (after != null);
    }

    /** Numbers and moments as tables take them. */
    private @Nullable Object[] cells(org.zhuxi.request.ServiceRequest it) {
        var cells = RequestRows.cells(it, gate.today());
        for (var i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Double degrees) {
                cells[i] = java.math.BigDecimal.valueOf(degrees);
            } else if (cells[i] instanceof java.time.Instant moment) {
                cells[i] = moment.toString();
            }
        }
        return cells;
    }
}
