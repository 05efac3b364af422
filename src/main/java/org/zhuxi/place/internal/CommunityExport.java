package org.zhuxi.place.internal;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** Communities with their published profiles. */
@Component
class CommunityExport implements ExportSource {

    private final PlaceFinder finder;

    CommunityExport(PlaceFinder finder) {
        this.finder = finder;
    }

    @Override
    public String code() {
        return "communities";
    }

    @Override
    public Names names() {
        return new Names("社区", "Communities");
    }

    @Override
    public Names about() {
        return new Names(
                "社区的名称、代码和公开的概况，注明资料来源；不知道的留空。",
                "Communities with code, name and published profile and its source; what is not known is empty.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("code"),
                TableColumn.text("name_zh"),
                TableColumn.text("name_en"),
                TableColumn.text("path"),
                TableColumn.text("founded"),
                TableColumn.decimal("area_km2"),
                TableColumn.integer("residents"),
                TableColumn.integer("households"),
                TableColumn.text("origin"),
                TableColumn.text("source"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        for (var community : finder.communitiesAt(scope.place())) {
            rows.row(
                    community.code(),
                    community.name().zh(),
                    community.name().en(),
                    community.path().value(),
                    community.foundedOn(),
                    community.areaKm2(),
                    community.residents(),
                    community.households(),
                    community.origin().name(),
                    community.source());
        }
    }
}
