package org.zhuxi.place.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;

/**
 * Buildings and dwellings, a line each; the quarter and the building of a dwelling are made with it when they are missing. What
 * is there already stays as it is, its name included.
 */
@Component
class PremisesImport implements ImportSource {

    private static final Pattern SEGMENT = Pattern.compile("[A-Z0-9]{1,12}");
    /** Between the community's code and a site's own. */
    private static final String SITES = "S";

    private final Places places;
    private final Register register;

    PremisesImport(Places places, Register register) {
        this.places = places;
        this.register = register;
    }

    @Override
    public String code() {
        return "premises";
    }

    @Override
    public Names names() {
        return new Names("楼栋和住宅", "Buildings and dwellings");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                column("community", "社区代码", "Community code", true, "321003010001"),
                column("quarter", "小区编号", "Quarter", false, "Q1"),
                column("quarter_name", "小区名称", "Name of the quarter", false, "一区"),
                column("building", "楼栋编号", "Building", true, "B03"),
                column("building_name", "楼栋名称", "Name of the building", false, "3栋"),
                column("dwelling", "住宅编号", "Dwelling", false, "0502"),
                column("dwelling_name", "住宅名称", "Name of the dwelling", false, "502"));
    }

    private static ImportColumn column(String name, String zh, String en, boolean required, String example) {
        return new ImportColumn(name, new Names(zh, en), ColumnType.TEXT, required, example);
    }

    @Override
    public Permission permission() {
        return PlacePermissions.MANAGE;
    }

    @Override
    public List<RowResult> check(Actor actor, List<ImportRow> rows) {
        var communities = places.findByCodes(
                rows.stream().map(row -> row.get("community")).toList());
        var there = places.findByCodes(rows.stream()
                .filter(row -> faultySegment(row) == null && communities.containsKey(row.get("community")))
                .map(PremisesImport::leaf)
                .toList());
        return rows.stream()
                .map(row -> check(actor, row, communities.get(row.get("community")), there))
                .toList();
    }

    private static RowResult check(Actor actor, ImportRow row, @Nullable Place community, Map<String, Place> there) {
        if (community == null || community.kind() != PlaceKind.COMMUNITY) {
            return RowResult.refused(row, "community", "exchange-unknown", row.get("community"));
        }
        if (!actor.may(PlacePermissions.MANAGE, community.path())) {
            return RowResult.refused(row, "community", "forbidden", PlacePermissions.MANAGE.code());
        }
        var faulty = faultySegment(row);
        if (faulty != null) {
            return RowResult.refused(row, faulty, "place-segment", row.get(faulty));
        }
        return RowResult.of(row, there.containsKey(leaf(row)) ? Fate.SAME : Fate.CREATE);
    }

    @Override
    public List<RowResult> take(Actor actor, List<ImportRow> rows) {
        var results = new LinkedHashMap<Long, RowResult>();
        check(actor, rows).forEach(result -> results.put(result.line(), result));
        var communities = places.findByCodes(
                rows.stream().map(row -> row.get("community")).toList());
        var fresh = new LinkedHashMap<CommunityId, List<ImportRow>>();
        for (var row : rows) {
            var community = communities.get(row.get("community"));
            var result = results.get(row.line());
            if (community != null && community.community() != null && result != null && result.fate() == Fate.CREATE) {
                fresh.computeIfAbsent(community.community(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        fresh.forEach((community, added) -> add(actor, community, added, results));
        return List.copyOf(results.values());
    }

    private void add(Actor actor, CommunityId community, List<ImportRow> rows, Map<Long, RowResult> results) {
        var added = new LinkedHashMap<String, NewPlace>();
        rows.forEach(row -> below(row).forEach(place -> added.putIfAbsent(place.code(), place)));
        try {
            register.addPlaces(actor, community, List.copyOf(added.values()));
        } catch (Refused refused) {
            rows.forEach(row -> results.put(row.line(), RowResult.refused(row, "building", refused.problem())));
        }
    }

    /** From the quarter down to what the line is about. */
    private static List<NewPlace> below(ImportRow row) {
        var added = new ArrayList<NewPlace>();
        var code = row.get("community");
        if (row.text("quarter").isPresent()) {
            code += "-" + segment(row, "quarter");
            added.add(NewPlace.quarter(code, name(row, "quarter"), Origin.RECORDED));
        }
        code += "-" + segment(row, "building");
        added.add(NewPlace.building(code, name(row, "building"), Origin.RECORDED));
        if (row.text("dwelling").isPresent()) {
            code += "-" + segment(row, "dwelling");
            added.add(NewPlace.dwelling(code, name(row, "dwelling"), Origin.RECORDED));
        }
        return added;
    }

    private static String leaf(ImportRow row) {
        return below(row).getLast().code();
    }

    private static @Nullable String faultySegment(ImportRow row) {
        return java.util.stream.Stream.of("quarter", "building", "dwelling")
                .filter(column -> row.text(column).isPresent())
                .filter(column -> !SEGMENT.matcher(segment(row, column)).matches()
                        || segment(row, column).equals(SITES))
                .findFirst()
                .orElse(null);
    }

    private static Names name(ImportRow row, String column) {
        var name = row.text(column + "_name").orElseGet(() -> segment(row, column));
        return new Names(name, name);
    }

    private static String segment(ImportRow row, String column) {
        return row.get(column).toUpperCase(Locale.ROOT);
    }
}
