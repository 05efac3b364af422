package org.zhuxi.activity.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** Records of activities; {@link Activities} checks who may see them and audits who looks. */
@Component
class ActivityExport implements ExportSource {

    private final Activities activities;

    ActivityExport(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String code() {
        return "activities";
    }

    @Override
    public Names names() {
        return new Names("活动记录", "Activities");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("id"),
                TableColumn.text("kind"),
                TableColumn.day("day"),
                TableColumn.instant("occurred_at"),
                TableColumn.text("place"),
                TableColumn.text("household"),
                TableColumn.text("site"),
                TableColumn.decimal("mass_kg"),
                TableColumn.text("quantities"),
                TableColumn.text("grade"),
                TableColumn.text("state"),
                TableColumn.text("note"),
                TableColumn.instant("recorded_at"));
    }

    @Override
    public Permission permission() {
        return ActivityPermissions.READ;
    }

    @Override
    public boolean isByDay() {
        return true;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        var filter = new ActivityFilter(scope.place(), null, null, null, null, scope.from(), scope.to());
        String after = null;
        do {
            var page = activities.list(actor, filter, Reading.MOST_ROWS, after);
            for (var activity : page.items()) {
                rows.row(
                        activity.id(),
                        activity.kind(),
                        activity.localDate(),
                        activity.occurredAt(),
                        activity.place(),
                        activity.household(),
                        activity.site(),
                        activity.quantities().get("mass"),
                        new TreeMap<>(activity.quantities())
                                .entrySet().stream().map(ActivityExport::text).collect(Collectors.joining("; ")),
                        activity.grade(),
                        activity.state(),
                        activity.note(),
                        activity.recordedAt());
            }
            after = page.next();
        } while (after != null);
    }

    private static String text(Map.Entry<String, java.math.BigDecimal> quantity) {
        return quantity.getKey() + " " + quantity.getValue().toPlainString();
    }
}
