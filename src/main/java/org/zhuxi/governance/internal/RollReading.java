package org.zhuxi.governance.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.OwnedPart;
import org.zhuxi.governance.RollRow;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** Reads rows of the roll of owners, all of them before it says which are wrong. */
public final class RollReading {

    /** The most rows at once. */
    public static final int MOST = 20_000;

    private static final Pattern ROW = Pattern.compile("^units\\[(\\d{1,6})]");
    private static final int CODE = 40;
    private static final BigDecimal MOST_M2 = new BigDecimal("100000");

    private final Place at;
    private final Origin origin;
    private final List<OwnedPart> parts = new ArrayList<>();
    private final List<PlacePath> paths = new ArrayList<>();
    private final List<Problem.Field> wrong = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private RollReading(Place at, Origin origin) {
        this.at = at;
        this.origin = origin;
    }

    /** What was read. @param paths of the units, in the order of the parts */
    public record Read(List<OwnedPart> parts, List<PlacePath> paths) {}

    /**
     * @param at the place in which the units must lie
     * @throws GovernanceRefused.BadRows with every row that cannot be entered
     */
    public static Read of(Place at, List<RollRow> rows, Origin origin, Places places) {
        if (rows.size() > MOST) {
            throw new Mistyped.OutOfRange("rows", 1, MOST);
        }
        if (rows.isEmpty()) {
            throw new Mistyped.Missing("rows");
        }
        var reading = new RollReading(at, origin);
        reading.read(rows, places);
        if (!reading.wrong.isEmpty()) {
            throw new GovernanceRefused.BadRows(reading.lines, reading.wrong);
        }
        return new Read(reading.parts, reading.paths);
    }

    private void read(List<RollRow> rows, Places places) {
        var found = places.findByCodes(
                rows.stream().map(RollReading::code).distinct().toList());
        var seen = new HashSet<String>();
        for (var row : rows) {
            var number = parts.size() + lines.size();
            var dwelling = found.get(code(row));
            if (dwelling == null
                    || dwelling.kind() != PlaceKind.DWELLING
                    || !at.path().contains(dwelling.path())) {
                wrong(number, "place", "governance-unit-elsewhere", List.of());
            } else if (!seen.add(dwelling.code())) {
                wrong(number, "place", "governance-unit-twice", List.of());
            } else {
                read(row, dwelling, number);
            }
        }
    }

    private void read(RollRow row, Place dwelling, int number) {
        try {
            parts.add(part(row, dwelling));
            paths.add(dwelling.path());
        } catch (Mistyped e) {
            var field = e.problem().fields().getFirst();
            wrong(number, field.name(), field.slug(), field.arguments());
        }
    }

    private void wrong(int number, String field, String slug, List<Object> arguments) {
        lines.add(number + 1);
        wrong.add(new Problem.Field("units[" + number + "]." + field, slug, arguments));
    }

    /** The line, from 1, that a field of {@link GovernanceRefused.BadRows} is about; empty for the whole. */
    public static OptionalInt line(Problem.Field field) {
        var row = ROW.matcher(field.name());
        return row.find() ? OptionalInt.of(Integer.parseInt(row.group(1)) + 1) : OptionalInt.empty();
    }

    private static String code(RollRow row) {
        var code = Typed.text(row.place()).toUpperCase(Locale.ROOT);
        return code.length() > CODE ? "" : code;
    }

    private OwnedPart part(RollRow row, Place dwelling) {
        var area = Typed.number("areaM2", row.areaM2(), BigDecimal.ZERO, MOST_M2)
                .movePointRight(2)
                .stripTrailingZeros();
        if (area.scale() > 0 || area.signum() == 0) {
            throw new Mistyped.NoNumber("areaM2");
        }
        var owner = Typed.words("owner", row.owner(), CODE).toUpperCase(Locale.ROOT);
        if (!owner.matches("[A-Z0-9-]+")) {
            throw new Mistyped.NoChoice("owner");
        }
        var source = Typed.text(row.areaSource()).toUpperCase(Locale.ROOT);
        return new OwnedPart(
                dwelling.code(),
                area.longValueExact(),
                source.isEmpty()
                        ? OwnedPart.AreaSource.REGISTER
                        : Typed.choice("areaSource", OwnedPart.AreaSource.class, source),
                owner,
                owner.equals(OwnedPart.UNSOLD),
                origin);
    }
}
