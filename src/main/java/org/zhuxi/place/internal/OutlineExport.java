package org.zhuxi.place.internal;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.place.Outlines;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** Outlines with their drawings: GeoJSON in a column of its own. */
@Component
class OutlineExport implements ExportSource {

    private static final int PAGE = 200;

    private final PlaceFinder finder;
    private final Outlines outlines;
    private final GeoJson json;

    OutlineExport(PlaceFinder finder, Outlines outlines, GeoJson json) {
        this.finder = finder;
        this.outlines = outlines;
        this.json = json;
    }

    @Override
    public String code() {
        return "outlines";
    }

    @Override
    public Names names() {
        return new Names("社区、楼栋和点位的范围", "Outlines of communities, buildings and sites");
    }

    @Override
    public Names about() {
        return new Names(
                "多边形，WGS-84，先经度后纬度；面积按椭球计算。每个范围都注明来源，演示数据是自绘示意。",
                "Polygons in WGS-84, longitude before latitude, with the area on the ellipsoid and the source of each; those of"
                        + " the demo world are made up.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("code"),
                TableColumn.text("kind"),
                TableColumn.text("name_zh"),
                TableColumn.text("name_en"),
                TableColumn.decimal("area_m2"),
                TableColumn.text("source"),
                TableColumn.instant("changed_at"),
                TableColumn.text("geometry"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        String after = null;
        do {
            var page = outlines.list(scope.place(), PAGE, after);
            var named = finder.findByCodes(
                    page.items().stream().map(outline -> outline.code()).toList());
            for (var outline : page.items()) {
                var place = named.get(outline.code());
                if (place != null) {
                    rows.row(
                            outline.code(),
                            place.kind().name(),
                            place.name().zh(),
                            place.name().en(),
                            (double) Math.round(outline.areaM2()),
                            outline.source(),
                            outline.changedAt(),
                            json.geometryText(outline.polygons()));
                }
            }
            after = page.next();
        } while (after != null);
    }
}
