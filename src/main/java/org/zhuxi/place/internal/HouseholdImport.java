package org.zhuxi.place.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.PlaceRefused;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.platform.table.UndoableImport;

/** A list of households by their dwellings; one that is registered already stays as it is. */
@Component
class HouseholdImport implements UndoableImport {

    private static final long MOST_PERSONS = 99;

    private final Places places;
    private final Register register;
    private final HouseholdStore households;
    private final Today today;

    HouseholdImport(Places places, Register register, HouseholdStore households, Today today) {
        this.places = places;
        this.register = register;
        this.households = households;
        this.today = today;
    }

    @Override
    public String code() {
        return "households";
    }

    @Override
    public Names names() {
        return new Names("住户", "Households");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                new ImportColumn(
                        "dwelling", new Names("住宅", "Dwelling"), ColumnType.TEXT, true, "321003010001-Q1-B03-0502"),
                new ImportColumn("persons", new Names("人数", "Persons"), ColumnType.INTEGER, false, "3"),
                new ImportColumn("since", new Names("入住日期", "Lives here since"), ColumnType.DAY, false, "2026-05-01"));
    }

    @Override
    public Permission permission() {
        return PlacePermissions.MANAGE_HOUSEHOLDS;
    }

    @Override
    public List<RowResult> check(Actor actor, List<ImportRow> rows) {
        var codes = rows.stream().map(HouseholdImport::dwelling).toList();
        var dwellings = places.findByCodes(codes);
        var taken = taken(dwellings);
        var seen = new HashSet<String>();
        return rows.stream()
                .map(row -> check(actor, row, dwellings.get(dwelling(row)), taken.get(dwelling(row)), seen))
                .toList();
    }

    private static RowResult check(
            Actor actor, ImportRow row, @Nullable Place dwelling, @Nullable Household there, Set<String> seen) {
        var code = dwelling(row);
        if (dwelling == null || dwelling.kind() != PlaceKind.DWELLING) {
            return RowResult.refused(row, "dwelling", "place-no-dwelling", code);
        }
        if (!actor.may(PlacePermissions.MANAGE_HOUSEHOLDS, dwelling.path())) {
            return RowResult.refused(row, "dwelling", "forbidden", PlacePermissions.MANAGE_HOUSEHOLDS.code());
        }
        var persons = row.integer("persons").orElse(0L);
        if (persons < 0 || persons > MOST_PERSONS) {
            return RowResult.refused(row, "persons", "place-persons", persons);
        }
        if (there != null) {
            return row.text("persons").isEmpty() || there.persons() == persons
                    ? RowResult.of(row, Fate.SAME)
                    : RowResult.refused(row, "dwelling", "place-dwelling-taken", code);
        }
        return seen.add(code)
                ? RowResult.of(row, Fate.CREATE)
                : RowResult.refused(row, "dwelling", "place-dwelling-taken", code);
    }

    @Override
    public List<RowResult> take(Actor actor, List<ImportRow> rows) {
        var checked = check(actor, rows).stream().collect(Collectors.toMap(RowResult::line, result -> result));
        var fresh = new LinkedHashMap<CommunityId, List<ImportRow>>();
        var homes =
                places.findByCodes(rows.stream().map(HouseholdImport::dwelling).toList());
        for (var row : rows) {
            var home = homes.get(dwelling(row));
            if (home != null && home.community() != null && fate(checked, row) == Fate.CREATE) {
                fresh.computeIfAbsent(home.community(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        fresh.forEach((community, added) -> add(actor, community, added, checked));
        return rows.stream().map(row -> checked.get(row.line())).toList();
    }

    /** They move out today: the dwellings are free again, and what was recorded meanwhile keeps its household. */
    @Override
    public List<RowResult> undo(Actor actor, List<ImportRow> rows) {
        var communities =
                households.communitiesOf(rows.stream().map(ImportRow::id).toList());
        return rows.stream()
                .map(row -> undo(actor, row, communities.get(row.id())))
                .toList();
    }

    private RowResult undo(Actor actor, ImportRow row, @Nullable CommunityId community) {
        if (community == null) {
            return RowResult.of(row, Fate.SAME);
        }
        var ref = new HouseholdRef(community, row.id());
        var now = today.get();
        var since = households.listStays(List.of(ref)).getOrDefault(row.id(), now);
        try {
            register.moveHouseholdOut(actor, ref, since.isAfter(now) ? since : now);
            return RowResult.of(row, Fate.CHANGE);
        } catch (PlaceRefused.WrongDate movedOutAlready) {
            return RowResult.of(row, Fate.SAME);
        } catch (Refused refused) {
            return RowResult.refused(row, "dwelling", refused.problem());
        }
    }

    private static @Nullable Fate fate(Map<Long, RowResult> checked, ImportRow row) {
        var result = checked.get(row.line());
        return result == null ? null : result.fate();
    }

    /** All at once; when somebody was faster with one of them, each by itself. */
    private void add(Actor actor, CommunityId community, List<ImportRow> rows, Map<Long, RowResult> results) {
        try {
            register.addHouseholds(
                    actor, community, rows.stream().map(this::household).toList());
        } catch (Refused refused) {
            if (rows.size() == 1) {
                var row = rows.getFirst();
                results.put(row.line(), RowResult.refused(row, "dwelling", refused.problem()));
            } else {
                rows.forEach(row -> add(actor, community, List.of(row), results));
            }
        }
    }

    private NewHousehold household(ImportRow row) {
        return new NewHousehold(
                row.id(),
                dwelling(row),
                row.integer("persons").orElse(0L).intValue(),
                row.day("since").orElseGet(today::get),
                Origin.RECORDED);
    }

    /** Who lives in the dwellings now, by their codes. */
    private Map<String, Household> taken(Map<String, Place> dwellings) {
        var byCommunity = dwellings.values().stream()
                .filter(place -> place.community() != null)
                .collect(Collectors.groupingBy(
                        place -> java.util.Objects.requireNonNull(place.community()),
                        Collectors.mapping(Place::code, Collectors.toList())));
        var refs = byCommunity.entrySet().stream()
                .flatMap(entry -> households.findTaken(entry.getKey(), entry.getValue()).values().stream()
                        .map(id -> new HouseholdRef(entry.getKey(), id)))
                .toList();
        return places.findHouseholds(refs).values().stream()
                .collect(Collectors.toMap(Household::dwelling, household -> household));
    }

    private static String dwelling(ImportRow row) {
        return row.get("dwelling").toUpperCase(Locale.ROOT);
    }
}
