package org.zhuxi.governance.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.NewSharedWork;
import org.zhuxi.governance.OwnedPart;
import org.zhuxi.governance.SharedWork.Consent;
import org.zhuxi.governance.SharedWork.Share;
import org.zhuxi.governance.internal.works.CostShares;
import org.zhuxi.governance.internal.works.FloorTable;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** Reads the dwellings of shared works and works out what each pays. */
@Component
public class WorkRows {

    private static final int MOST_ROWS = 2_000;
    private static final int TABLE = 2_000;
    private static final int LOWEST = -5;
    private static final int HIGHEST = 200;
    private static final long MOST_CENTI_M2 = 10_000_000;

    private final Places places;
    private final RollStore roll;

    WorkRows(Places places, RollStore roll) {
        this.places = places;
        this.roll = roll;
    }

    private record Row(String place, int floor, long areaCentiM2) {}

    /** @throws GovernanceRefused.BadRow for the first line that cannot be read; also when no dwelling pays */
    public List<Share> shares(Place at, NewSharedWork typed) {
        var cost = table("coefficients", typed.coefficients());
        var running = table("running", typed.running());
        var rows = rows(at, Typed.words("rows", typed.rows(), MOST_ROWS * 60));
        var once = parts(rows, cost, "coefficients");
        var yearly = parts(rows, running, "running");
        if (once.stream().allMatch(it -> it.coefficientMilli() == 0)
                || yearly.stream().allMatch(it -> it.coefficientMilli() == 0)) {
            throw new GovernanceRefused.BadFloors("coefficients");
        }
        var shares = CostShares.share(typed.costFen() - typed.subsidyFen(), once);
        var years = CostShares.share(typed.runningFen(), yearly);
        var found = new ArrayList<Share>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            found.add(new Share(
                    row.place(),
                    row.floor(),
                    row.areaCentiM2(),
                    once.get(i).coefficientMilli(),
                    yearly.get(i).coefficientMilli(),
                    shares.getOrDefault(row.place(), 0L),
                    years.getOrDefault(row.place(), 0L),
                    Consent.OPEN,
                    null));
        }
        return found;
    }

    private static FloorTable table(String field, @org.jspecify.annotations.Nullable String text) {
        return FloorTable.read(Typed.optional(field, text, TABLE))
                .orElseThrow(() -> new GovernanceRefused.BadFloors(field));
    }

    private static List<CostShares.Part> parts(List<Row> rows, FloorTable table, String field) {
        return rows.stream()
                .map(it -> new CostShares.Part(
                        it.place(),
                        table.of(it.floor()).orElseThrow(() -> new GovernanceRefused.BadFloors(field)),
                        it.areaCentiM2()))
                .toList();
    }

    private List<Row> rows(Place at, String text) {
        var lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (lines.size() > MOST_ROWS) {
            throw new GovernanceRefused.BadRow(MOST_ROWS + 1);
        }
        var known = roll.list(at.path()).stream().collect(Collectors.toMap(OwnedPart::place, OwnedPart::areaCentiM2));
        var rows = new ArrayList<Row>();
        var seen = new HashSet<String>();
        for (var line : lines) {
            var row = row(line, rows.size() + 1, known);
            if (!seen.add(row.place())) {
                throw new GovernanceRefused.BadRow(rows.size() + 1);
            }
            rows.add(row);
        }
        var found = places.findByCodes(seen);
        for (var i = 0; i < rows.size(); i++) {
            var dwelling = found.get(rows.get(i).place());
            if (dwelling == null
                    || dwelling.kind() != PlaceKind.DWELLING
                    || !at.path().contains(dwelling.path())) {
                throw new GovernanceRefused.BadRow(i + 1);
            }
        }
        return rows;
    }

    private static Row row(String line, int number, Map<String, Long> known) {
        var cells = line.split("[,，\\t;；]", -1);
        if (cells.length < 2 || cells.length > 3) {
            throw new GovernanceRefused.BadRow(number);
        }
        try {
            var place = Typed.text(cells[0]).toUpperCase(Locale.ROOT);
            var floor = (int) Typed.whole("floor", cells[1], LOWEST, HIGHEST);
            var area = cells.length == 3 && !Typed.text(cells[2]).isEmpty()
                    ? Typed.number("area", cells[2]).movePointRight(2).stripTrailingZeros()
                    : java.math.BigDecimal.valueOf(known.getOrDefault(place, 0L));
            if (area.scale() > 0
                    || area.signum() <= 0
                    || area.compareTo(java.math.BigDecimal.valueOf(MOST_CENTI_M2)) > 0) {
                throw new GovernanceRefused.BadRow(number);
            }
            return new Row(place, floor, area.longValueExact());
        } catch (Mistyped e) {
            throw new GovernanceRefused.BadRow(number);
        }
    }
}
