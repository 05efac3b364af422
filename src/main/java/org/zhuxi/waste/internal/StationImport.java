package org.zhuxi.waste.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.waste.NewStation;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.WasteRefused;

/** Drop-off stations with their opening windows. A station is known by its name in its community; other windows change it. */
@Component
class StationImport implements ImportSource {

    private static final int MOST_IN_A_COMMUNITY = 1_000;
    private static final Set<String> YES = Set.of("1", "是", "有", "y", "yes", "true");
    private static final Set<String> NO = Set.of("", "0", "否", "无", "n", "no", "false");

    private final Stations stations;
    private final Places places;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StationImport(Stations stations, Places places, TransactionTemplate transactions, Clock clock) {
        this.stations = stations;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
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
    public List<ImportColumn> columns() {
        return List.of(
                text("community", "社区代码", "Community code", true, "321003010001"),
                text("name", "名称", "Name", true, "东门投放点"),
                text("name_en", "英文名称", "English name", false, "East Gate Station"),
                text("accepted", "收哪几类", "Accepts", true, "kitchen, recyclable, hazardous, residual"),
                text("weighs", "有秤", "Has a scale", false, "yes"),
                new ImportColumn("latitude", new Names("纬度", "Latitude"), ColumnType.DECIMAL, false, "32.41"),
                new ImportColumn("longitude", new Names("经度", "Longitude"), ColumnType.DECIMAL, false, "119.43"),
                text("note", "说明", "Note", false, ""),
                text("windows", "开放时间", "Opening windows", false, "1-5 07:00-09:00; 6,7 08:00-10:00"),
                new ImportColumn("valid_from", new Names("自哪天起", "From day"), ColumnType.DAY, false, "2026-12-01"));
    }

    private static ImportColumn text(String name, String zh, String en, boolean required, String example) {
        return new ImportColumn(name, new Names(zh, en), ColumnType.TEXT, required, example);
    }

    @Override
    public Permission permission() {
        return WastePermissions.MANAGE_STATIONS;
    }

    /** A row that can be taken. @param there the station of that name, or null */
    private record Read(
            RowResult result,
            @Nullable NewStation station,
            @Nullable StationView there,
            @Nullable List<OpeningWindow> windows) {}

    @Override
    public List<RowResult> check(Actor actor, List<ImportRow> rows) {
        var known = new HashMap<String, Map<String, StationView>>();
        return rows.stream().map(row -> read(actor, row, known).result()).toList();
    }

    @Override
    public List<RowResult> take(Actor actor, List<ImportRow> rows) {
        return rows.stream()
                .map(row -> take(actor, row, read(actor, row, new HashMap<>())))
                .toList();
    }

    private RowResult take(Actor actor, ImportRow row, Read read) {
        var station = read.station();
        if (station == null || read.result().fate() == Fate.SAME) {
            return read.result();
        }
        var there = read.there();
        var windows = read.windows();
        try {
            transactions.executeWithoutResult(status -> {
                var ref = there == null
                        ? stations.add(actor, station)
                        : there.station().ref();
                if (windows != null) {
                    stations.setWindows(actor, ref, validFrom(row), windows);
                }
            });
            return read.result();
        } catch (Refused refused) {
            return RowResult.refused(row, column(refused), refused.problem());
        } catch (DataIntegrityViolationException e) {
            return RowResult.unkept(row);
        }
    }

    private Read read(Actor actor, ImportRow row, Map<String, Map<String, StationView>> known) {
        var place = places.findByCode(row.get("community"))
                .filter(found -> found.kind() == PlaceKind.COMMUNITY)
                .orElse(null);
        if (place == null) {
            return refused(row, "community", "exchange-unknown", row.get("community"));
        }
        if (!actor.may(WastePermissions.MANAGE_STATIONS, place.path())) {
            return refused(row, "community", "forbidden", WastePermissions.MANAGE_STATIONS.code());
        }
        var accepted = accepted(row.get("accepted"));
        if (accepted.isEmpty()) {
            return refused(row, "accepted", "station-classes");
        }
        var weighs = row.text("weighs").orElse("").toLowerCase(java.util.Locale.ROOT);
        if (!YES.contains(weighs) && !NO.contains(weighs)) {
            return refused(row, "weighs", "exchange-yes-no", weighs);
        }
        if (!isOnEarth(row)) {
            return refused(row, "latitude", "station-location");
        }
        if (row.text("note").orElse("").length() > NewStation.LONGEST_NOTE) {
            return refused(row, "note", "words-too-long", NewStation.LONGEST_NOTE);
        }
        try {
            var windows = row.text("windows").map(StationWindows::read).orElse(null);
            var station = station(row, accepted, YES.contains(weighs));
            var there =
                    known.computeIfAbsent(place.code(), any -> byName(place)).get(row.get("name"));
            return new Read(result(actor, row, place, there, windows), station, there, windows);
        } catch (WasteRefused refused) {
            return new Read(RowResult.refused(row, "windows", refused.problem()), null, null, null);
        }
    }

    private RowResult result(
            Actor actor,
            ImportRow row,
            Place place,
            @Nullable StationView there,
            @Nullable List<OpeningWindow> windows) {
        if (there == null) {
            return actor.may(PlacePermissions.MANAGE, place.path())
                    ? RowResult.of(row, Fate.CREATE)
                    : RowResult.refused(row, "community", "forbidden", PlacePermissions.MANAGE.code());
        }
        var present = there.hours()
                .timetableOn(validFrom(row))
                .map(timetable -> StationWindows.write(timetable.windows()))
                .orElse("");
        var isSame = windows == null || StationWindows.write(windows).equals(present);
        return RowResult.of(row, isSame ? Fate.SAME : Fate.CHANGE);
    }

    private Map<String, StationView> byName(Place community) {
        return stations.list(community.path(), MOST_IN_A_COMMUNITY, null).items().stream()
                .collect(Collectors.toMap(
                        view -> view.station().site().name().zh(), Function.identity(), (first, second) -> first));
    }

    private static NewStation station(ImportRow row, Set<WasteClass> accepted, boolean weighs) {
        var name = row.get("name");
        var location = row.decimal("latitude")
                .flatMap(latitude -> row.decimal("longitude")
                        .map(longitude -> new GeoPoint(latitude.doubleValue(), longitude.doubleValue())))
                .orElse(null);
        return new NewStation(
                row.get("community"),
                new Names(name, row.text("name_en").orElse(name)),
                location,
                accepted,
                weighs,
                row.text("note").orElse(""),
                Origin.RECORDED);
    }

    private static boolean isOnEarth(ImportRow row) {
        var latitude = row.decimal("latitude");
        var longitude = row.decimal("longitude");
        return latitude.isPresent() == longitude.isPresent() && within(latitude, 90) && within(longitude, 180);
    }

    private static boolean within(Optional<BigDecimal> degrees, int limit) {
        return degrees.filter(value -> value.abs().compareTo(BigDecimal.valueOf(limit)) > 0)
                .isEmpty();
    }

    /** Codes or names of classes; empty when one of them is none. */
    private static Set<WasteClass> accepted(String cell) {
        var found = Arrays.stream(cell.split("[,，、;；]", -1))
                .map(String::strip)
                .map(StationImport::wasteClass)
                .toList();
        return found.contains(Optional.<WasteClass>empty())
                ? Set.of()
                : found.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static Optional<WasteClass> wasteClass(String word) {
        return Arrays.stream(WasteClass.values())
                .filter(one -> one.code().equalsIgnoreCase(word)
                        || one.names().zh().equals(word)
                        || one.names().en().equalsIgnoreCase(word))
                .findFirst();
    }

    private LocalDate validFrom(ImportRow row) {
        return row.day("valid_from")
                .orElseGet(() -> LocalDate.now(clock.withZone(java.time.ZoneId.of("Asia/Shanghai"))));
    }

    private static String column(Refused refused) {
        return refused.problem().fields().stream()
                .map(field -> field.name().equals("validFrom") ? "valid_from" : "windows")
                .findFirst()
                .orElse("");
    }

    private static Read refused(ImportRow row, String column, String slug, Object... arguments) {
        return new Read(RowResult.refused(row, column, slug, arguments), null, null, null);
    }
}
