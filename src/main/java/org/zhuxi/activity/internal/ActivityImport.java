package org.zhuxi.activity.internal;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.Kinds;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.platform.table.UndoableImport;

/** Records of earlier days, such as drops that were kept on paper. They go through the same door as every other record. */
@Component
class ActivityImport implements UndoableImport {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Activities activities;
    private final Kinds kinds;
    private final Places places;

    ActivityImport(Activities activities, Kinds kinds, Places places) {
        this.activities = activities;
        this.kinds = kinds;
        this.places = places;
    }

    @Override
    public String code() {
        return "activities";
    }

    @Override
    public Names names() {
        return new Names("历史活动记录（如投放）", "Records of earlier days (such as drops)");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                new ImportColumn("kind", new Names("种类", "Kind"), ColumnType.TEXT, true, "waste.drop.kitchen"),
                new ImportColumn("place", new Names("地方代码", "Place code"), ColumnType.TEXT, true, "321003010001"),
                new ImportColumn(
                        "household", new Names("家庭卡或住宅", "Card or dwelling"), ColumnType.TEXT, false, "ZX-000-1B7-Q2M"),
                new ImportColumn("day", new Names("日期", "Day"), ColumnType.DAY, true, "2026-05-01"),
                new ImportColumn("quantity", new Names("量的名称", "Quantity"), ColumnType.TEXT, false, "mass"),
                new ImportColumn("value", new Names("数值", "Value"), ColumnType.DECIMAL, false, "1.2"),
                new ImportColumn("unit", new Names("单位", "Unit"), ColumnType.TEXT, false, "kg"),
                new ImportColumn("grade", new Names("等级", "Grade"), ColumnType.TEXT, false, ""),
                new ImportColumn("note", new Names("备注", "Note"), ColumnType.TEXT, false, ""));
    }

    @Override
    public Permission permission() {
        return ActivityPermissions.IMPORT;
    }

    /** What can be seen beforehand; limits and units are checked where every record is. */
    @Override
    public List<RowResult> check(Actor actor, List<ImportRow> rows) {
        return rows.stream().map(row -> read(actor, row).result()).toList();
    }

    @Override
    public List<RowResult> take(Actor actor, List<ImportRow> rows) {
        var read = rows.stream().map(row -> read(actor, row)).toList();
        var good = new ArrayList<Submission>();
        read.stream().map(Read::submission).filter(java.util.Objects::nonNull).forEach(good::add);
        var outcomes = new HashMap<UUID, Outcome>();
        if (!good.isEmpty()) {
            activities.takeOver(actor, good, Origin.RECORDED).forEach(outcome -> outcomes.put(outcome.id(), outcome));
        }
        var results = new ArrayList<RowResult>();
        for (var i = 0; i < rows.size(); i++) {
            results.add(
                    result(rows.get(i), read.get(i), outcomes.get(rows.get(i).id())));
        }
        return results;
    }

    /** Reverses them, with the rights that reversing any record takes. */
    @Override
    public List<RowResult> undo(Actor actor, List<ImportRow> rows) {
        return rows.stream().map(row -> undo(actor, row)).toList();
    }

    private RowResult undo(Actor actor, ImportRow row) {
        try {
            activities.reverse(actor, row.id(), "import taken back");
            return RowResult.of(row, Fate.CHANGE);
        } catch (Refused.NotFound gone) {
            return RowResult.of(row, Fate.SAME);
        } catch (ActivityRefused.WrongState refused) {
            return refused.problem().arguments().contains(ActivityState.REVERSED.name())
                    ? RowResult.of(row, Fate.SAME)
                    : RowResult.refused(row, "", refused.problem());
        } catch (Refused refused) {
            return RowResult.refused(row, "", refused.problem());
        }
    }

    private static RowResult result(ImportRow row, Read read, @Nullable Outcome outcome) {
        if (outcome == null) {
            return read.result();
        }
        var problem = outcome.problem();
        return switch (outcome.status()) {
            case CREATED -> RowResult.of(row, Fate.CREATE);
            case DUPLICATE -> RowResult.of(row, Fate.SAME);
            case CONFLICT, REJECTED ->
                problem == null
                        ? RowResult.refused(row, "", "invalid")
                        : RowResult.refused(
                                row,
                                problem.fields().isEmpty()
                                        ? ""
                                        : column(problem.fields().getFirst().name()),
                                problem);
        };
    }

    /** The column that a field of a submission came from. */
    private static String column(String field) {
        if (field.startsWith("quantities")) {
            return field.endsWith("unit") ? "unit" : "value";
        }
        return field.equals("occurredAt") ? "day" : field;
    }

    private record Read(RowResult result, @Nullable Submission submission) {}

    private Read read(Actor actor, ImportRow row) {
        var kind = kinds.find(row.get("kind"));
        if (kind.isEmpty()) {
            return refused(row, "kind", "exchange-unknown");
        }
        var place = places.findByCode(row.get("place"));
        if (place.isEmpty() || place.get().community() == null) {
            return refused(row, "place", "exchange-unknown");
        }
        if (!actor.may(ActivityPermissions.IMPORT, place.get().path())) {
            return new Read(RowResult.refused(row, "place", "forbidden", ActivityPermissions.IMPORT.code()), null);
        }
        var household = row.text("household").map(places::findHouseholdByCard);
        if (household.isPresent() && household.get().isEmpty()) {
            return refused(row, "household", "exchange-unknown");
        }
        var quantities = quantities(kind.get(), row);
        if (quantities == null) {
            return refused(row, "quantity", "exchange-unknown");
        }
        var submission = new Submission(
                row.id(),
                kind.get().code(),
                place.get().code(),
                household.flatMap(found -> found).map(found -> found.ref().id()).orElse(null),
                null,
                row.day("day").orElseThrow().atTime(LocalTime.NOON).atZone(ZONE).toInstant(),
                quantities,
                row.text("grade").orElse(null),
                row.text("note").orElse(null),
                List.of(),
                null);
        return new Read(RowResult.of(row, Fate.CREATE), submission);
    }

    private static Read refused(ImportRow row, String column, String slug) {
        return new Read(RowResult.refused(row, column, slug, row.get(column)), null);
    }

    /** The kind's first quantity in its own unit, unless the row says otherwise; null when it knows no such quantity. */
    private static @Nullable Map<String, Measured> quantities(Kind kind, ImportRow row) {
        var value = row.decimal("value");
        if (value.isEmpty()) {
            return Map.of();
        }
        var quantity = row.text("quantity")
                .map(kind::findQuantity)
                .orElseGet(() -> kind.quantities().stream().findFirst());
        return quantity.map(known -> Map.of(
                        known.code(), new Measured(value.get(), row.text("unit").orElse(known.unit()))))
                .orElse(null);
    }
}
