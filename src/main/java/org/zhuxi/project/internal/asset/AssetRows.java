package org.zhuxi.project.internal.asset;

import org.jspecify.annotations.Nullable;
import org.zhuxi.project.asset.Asset;

/** An asset as a row of a table, in the columns in which {@link AssetImport} takes it in. */
final class AssetRows {

    static final String[] HEADS = {
        "community",
        "kind",
        "number",
        "name",
        "name_en",
        "where",
        "latitude",
        "longitude",
        "area_m2",
        "protection",
        "every_months",
        "condition",
        "inspected_on",
        "due_on",
        "open_findings",
        "inventory",
        "origin",
        "id",
        "theme",
        "theme_en",
        "kept_by",
        "stars"
    };

    private AssetRows() {}

    static @Nullable Object[] cells(Asset it) {
        var location = it.location();
        var condition = it.condition();
        var corridor = it.corridor();
        return new @Nullable Object[] {
            it.place(),
            it.kind().name(),
            it.number(),
            it.name().zh(),
            it.name().en(),
            it.where(),
            location == null ? null : location.latitude(),
            location == null ? null : location.longitude(),
            it.areaM2(),
            it.protection(),
            it.everyMonths(),
            condition == null ? null : condition.name(),
            it.inspectedOn(),
            it.dueOn(),
            it.openFindings(),
            it.kind().inventory().name(),
            it.origin().name(),
            it.id(),
            corridor == null ? null : corridor.theme().zh(),
            corridor == null ? null : corridor.theme().en(),
            corridor == null ? null : corridor.keptBy(),
            corridor == null ? null : corridor.stars()
        };
    }
}
