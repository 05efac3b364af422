package org.zhuxi.project.internal.asset;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.project.asset.AssetFilter;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.project.internal.Filled;

/** Filters of inventories as they stand in addresses; what cannot be read filters nothing, and one inventory is chosen unless all that is overdue is asked for. */
final class AssetQuery {

    private AssetQuery() {}

    static AssetFilter read(Map<String, String> query) {
        var isOverdue = !query.getOrDefault("overdue", "").isBlank();
        var inventory = Filled.find(query.getOrDefault("inventory", ""), Inventory.class)
                .orElse(isOverdue ? null : Inventory.FACILITY);
        return new AssetFilter(
                inventory,
                Filled.find(query.getOrDefault("kind", ""), AssetKind.class)
                        .filter(kind -> kind.inventory() == inventory)
                        .orElse(null),
                query.getOrDefault("q", "").strip(),
                isOverdue,
                !query.getOrDefault("open", "").isBlank());
    }

    static String link(String path, String place, AssetFilter filter, @Nullable String after) {
        var kind = filter.kind();
        var inventory = filter.inventory();
        return Links.to(
                path,
                "place",
                place,
                "inventory",
                inventory == null ? "" : inventory.name(),
                "kind",
                kind == null ? "" : kind.name(),
                "q",
                filter.words(),
                "overdue",
                filter.overdue() ? "on" : "",
                "open",
                filter.open() ? "on" : "",
                "after",
                Objects.requireNonNullElse(after, ""));
    }
}
