package org.zhuxi.activity.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** Records of activities; {@link Activities} checks who may see them and audits who looks. */
@Component
class ActivityExport implements ExportSource {

    private final Activities activities;
    private final Kinds kinds;
    private final List<Measure> measures;

    ActivityExport(Activities activities, Kinds kinds) {
        this.activities = activities;
        this.kinds = kinds;
        this.measures = kinds.list().stream()
                .flatMap(kind -> kind.quantities().stream())
                .map(quantity -> new Measure(quantity.code(), quantity.unit()))
                .distinct()
                .sorted(Comparator.comparing(Measure::column))
                .toList();
    }

    /** A quantity in its base unit; each has a column of its own. */
    private record Measure(String quantity, String unit) {

        String column() {
            var name = unit.equals("1") ? quantity : quantity + "_" + unit;
            return name.replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
        }
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
        var columns = new ArrayList<>(List.of(
                TableColumn.text("id"),
                TableColumn.text("kind"),
                TableColumn.day("day"),
                TableColumn.instant("occurred_at"),
                TableColumn.text("place"),
                TableColumn.text("household"),
                TableColumn.text("site"),
                TableColumn.text("grade"),
                TableColumn.text("state"),
                TableColumn.text("note"),
                TableColumn.instant("recorded_at")));
        measures.forEach(measure -> columns.add(TableColumn.decimal(measure.column())));
        return columns;
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
                rows.row(cells(activity));
            }
            after = page.next();
        } while (after != null);
    }

    private @Nullable Object[] cells(Activity activity) {
        var cells = new ArrayList<@Nullable Object>(Arrays.asList(
                activity.id(),
                activity.kind(),
                activity.localDate(),
                activity.occurredAt(),
                activity.place(),
                activity.household(),
                activity.site(),
                activity.grade(),
                activity.state(),
                activity.note(),
                activity.recordedAt()));
        var kind = kinds.find(activity.kind());
        for (var measure : measures) {
            var isItsUnit = kind.flatMap(known -> known.findQuantity(measure.quantity()))
                    .filter(quantity -> quantity.unit().equals(measure.unit()))
                    .isPresent();
            cells.add(isItsUnit ? activity.quantities().get(measure.quantity()) : null);
        }
        return cells.toArray();
    }
}
