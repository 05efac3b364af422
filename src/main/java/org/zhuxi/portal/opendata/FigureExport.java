package org.zhuxi.portal.opendata;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.Permission;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** Every published number of every community in a place, and where it opens. */
@Component
class FigureExport implements ExportSource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Manifests manifests;
    private final Places places;
    private final Clock clock;

    FigureExport(Manifests manifests, Places places, Clock clock) {
        this.manifests = manifests;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "figures";
    }

    @Override
    public Names names() {
        return new Names("各社区公布的数字", "Published figures by community");
    }

    @Override
    public Names about() {
        return new Names(
                "每个社区每个公布数字在一段时间里的值，已核实与待核实分开；trail 一列打开它的组成。少于五户的不公布。",
                "The value of each published figure for each community and a period, verified apart from provisional; the"
                        + " column trail opens what it consists of. Withheld where fewer than five households are behind it.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("community"),
                TableColumn.text("community_name_zh"),
                TableColumn.text("figure"),
                TableColumn.text("figure_name_zh"),
                TableColumn.text("figure_name_en"),
                TableColumn.text("unit"),
                TableColumn.day("from"),
                TableColumn.day("to"),
                TableColumn.decimal("verified"),
                TableColumn.decimal("provisional"),
                TableColumn.integer("records"),
                new TableColumn("withheld", ColumnType.YES_NO),
                TableColumn.text("trail"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public boolean isByDay() {
        return true;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        var period = period(scope);
        for (var community : places.communitiesAt(scope.place())) {
            for (var figure : manifests.figures()) {
                var value = figure.value(community.path(), period);
                rows.row(
                        community.code(),
                        community.name().zh(),
                        figure.code(),
                        figure.names().zh(),
                        figure.names().en(),
                        figure.unit().en(),
                        period.from(),
                        period.to(),
                        value.suppressed() ? null : value.verified(),
                        value.suppressed() ? null : value.provisional(),
                        value.suppressed() ? null : value.records(),
                        value.suppressed(),
                        "/figures/%s?place=%s&from=%s&to=%s"
                                .formatted(figure.code(), community.path().value(), period.from(), period.to()));
            }
        }
    }

    private Period period(Scope scope) {
        var tomorrow = LocalDate.now(clock.withZone(ZONE)).plusDays(1);
        var to = scope.to() == null ? tomorrow : scope.to();
        var from = scope.from() == null || !scope.from().isBefore(to) ? to.minusYears(1) : scope.from();
        return new Period(from, to);
    }
}
