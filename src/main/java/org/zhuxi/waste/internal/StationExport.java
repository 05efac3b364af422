package org.zhuxi.waste.internal;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.Timetable;
import org.zhuxi.waste.WasteClass;

/** Drop-off stations as everybody sees them, in the columns in which {@link StationImport} takes them in. */
@Component
class StationExport implements ExportSource {

    private static final int PAGE = 500;

    private final Stations stations;

    StationExport(Stations stations) {
        this.stations = stations;
    }

    @Override
    public String code() {
        return "stations";
    }

    @Override
    public Names names() {
        return new Names("投放点和开放时间", "Drop-off stations and opening windows");
    }

    @Override
    public Names about() {
        return new Names(
                "每个投放点收什么、什么时候开放、在哪里（WGS-84）。",
                "What each drop-off station takes, when it is open and where it stands (WGS-84).");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("code"),
                TableColumn.text("community"),
                TableColumn.text("name"),
                TableColumn.text("name_en"),
                TableColumn.text("accepted"),
                new TableColumn("weighs", ColumnType.YES_NO),
                TableColumn.decimal("latitude"),
                TableColumn.decimal("longitude"),
                TableColumn.text("note"),
                TableColumn.text("windows"),
                TableColumn.day("valid_from"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        String after = null;
        do {
            var page = stations.list(scope.place(), PAGE, after);
            for (var view : page.items()) {
                rows.row(cells(view));
            }
            after = page.next();
        } while (after != null);
    }

    private static @Nullable Object[] cells(StationView view) {
        var station = view.station();
        var site = station.site();
        var timetable = view.hours().timetableOn(view.today()).orElse(null);
        return new @Nullable Object[] {
            site.code(),
            site.code().substring(0, site.code().indexOf('-')),
            site.name().zh(),
            site.name().en(),
            station.accepted().stream().sorted().map(WasteClass::code).collect(Collectors.joining(", ")),
            station.weighs(),
            site.location() == null ? null : site.location().latitude(),
            site.location() == null ? null : site.location().longitude(),
            station.note(),
            windows(timetable),
            timetable == null ? null : timetable.validFrom()
        };
    }

    private static String windows(@Nullable Timetable timetable) {
        return timetable == null ? "" : StationWindows.write(timetable.windows());
    }
}
