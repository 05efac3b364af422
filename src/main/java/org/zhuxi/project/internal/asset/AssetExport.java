package org.zhuxi.project.internal.asset;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.project.asset.AssetFilter;
import org.zhuxi.project.asset.Assets;

/** Inventories as open data. */
@Component
class AssetExport implements ExportSource {

    private static final int PAGE = 500;

    private final Assets assets;

    AssetExport(Assets assets) {
        this.assets = assets;
    }

    @Override
    public String code() {
        return "inventories";
    }

    @Override
    public Names names() {
        return new Names("设施、遗产和海绵设施清单", "Facilities, heritage and sponge measures");
    }

    @Override
    public Names about() {
        return new Names(
                "社区的基础设施、文物和古树、海绵设施、生命通道、美丽楼道：在哪里、上次巡检怎样、下次什么时候。",
                "Facilities, heritage, old trees, sponge measures, lifelines and corridors: where they are, how the last inspection found them, when the next is due.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("community"),
                TableColumn.text("kind"),
                TableColumn.text("number"),
                TableColumn.text("name"),
                TableColumn.text("name_en"),
                TableColumn.text("where"),
                TableColumn.decimal("latitude"),
                TableColumn.decimal("longitude"),
                TableColumn.decimal("area_m2"),
                TableColumn.text("protection"),
                TableColumn.integer("every_months"),
                TableColumn.text("condition"),
                TableColumn.day("inspected_on"),
                TableColumn.day("due_on"),
                TableColumn.integer("open_findings"),
                TableColumn.text("inventory"),
                TableColumn.text("origin"),
                TableColumn.text("id"),
                TableColumn.text("theme"),
                TableColumn.text("theme_en"),
                TableColumn.text("kept_by"),
                TableColumn.integer("stars"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        String after = null;
        do {
            var page = assets.list(scope.place(), AssetFilter.ALL, PAGE, after);
            for (var it : page.items()) {
                rows.row(AssetRows.cells(it));
            }
            after = page.next();
        } while (after != null);
    }
}
