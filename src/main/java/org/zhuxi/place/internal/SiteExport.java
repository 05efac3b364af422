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

/** The sites of communities, which are public. */
@Component
class SiteExport implements ExportSource {

    private final PlaceFinder finder;
    private final SiteStore sites;

    SiteExport(PlaceFinder finder, SiteStore sites) {
        this.finder = finder;
        this.sites = sites;
    }

    @Override
    public String code() {
        return "sites";
    }

    @Override
    public Names names() {
        return new Names("点位", "Sites");
    }

    @Override
    public Names about() {
        return new Names(
                "投放点、堆肥点、兑换点等点位和它们的位置（WGS-84）。",
                "Drop-off stations, compost sites, shops and other sites with their positions (WGS-84).");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("code"),
                TableColumn.text("type"),
                TableColumn.text("name_zh"),
                TableColumn.text("name_en"),
                TableColumn.decimal("latitude"),
                TableColumn.decimal("longitude"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        for (var community : finder.communitiesAt(scope.place())) {
            for (var site : sites.list(List.of(community.id().value()), null)) {
                var location = site.location();
                rows.row(
                        site.code(),
                        site.type(),
                        site.name().zh(),
                        site.name().en(),
                        location == null ? null : location.latitude(),
                        location == null ? null : location.longitude());
            }
        }
    }
}
