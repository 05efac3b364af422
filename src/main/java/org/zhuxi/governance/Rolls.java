package org.zhuxi.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.RollStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** The roll of owners: unit, area and the number of the owner; no names. */
@Service
public class Rolls {

    private static final int MOST_LINES = 20_000;
    private static final int COLUMNS = 4;

    private final RollStore store;
    private final Places places;
    private final Desk desk;

    Rolls(RollStore store, Places places, Desk desk) {
        this.store = store;
        this.places = places;
        this.desk = desk;
    }

    /**
     * Enters units of a community, one a line: code of the dwelling, area in m², number of the owner, and where the area is
     * from; {@code UNSOLD} as the number stands for the developer.
     *
     * @return how many were entered
     * @throws GovernanceRefused.BadRow for the first line that cannot be read; nothing is entered then
     */
    @Transactional
    public int enter(Actor actor, @Nullable String place, @Nullable String lines) {
        var at = desk.place(place);
        actor.require(GovernancePermissions.ROLL, at.path());
        var parts = read(Typed.words("rows", lines, 2_000_000));
        var found = places.findByCodes(parts.stream().map(OwnedPart::place).toList());
        var paths = new ArrayList<PlacePath>();
        for (var part : parts) {
            var dwelling = found.get(part.place());
            if (dwelling == null
                    || dwelling.kind() != PlaceKind.DWELLING
                    || !at.path().contains(dwelling.path())) {
                throw new GovernanceRefused.BadRow(paths.size() + 1);
            }
            paths.add(dwelling.path());
        }
        store.enter(desk.community(at), parts, paths, actor.account(), desk.now());
        desk.audit(actor, "roll.entered", org.zhuxi.kernel.Ids.next(), at.path(), parts.size() + " units");
        return parts.size();
    }

    private static List<OwnedPart> read(String text) {
        var lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (lines.size() > MOST_LINES) {
            throw new GovernanceRefused.BadRow(MOST_LINES + 1);
        }
        var parts = new ArrayList<OwnedPart>();
        for (var line : lines) {
            parts.add(part(line, parts.size() + 1));
        }
        var codes = parts.stream().map(OwnedPart::place).collect(Collectors.toSet());
        if (codes.size() < parts.size()) {
            throw new GovernanceRefused.BadRow(parts.size());
        }
        return parts;
    }

    private static OwnedPart part(String line, int number) {
        var cells = line.split("[,，\\t;；]", -1);
        try {
            if (cells.length < 3 || cells.length > COLUMNS) {
                throw new GovernanceRefused.BadRow(number);
            }
            var area = Typed.number("area", cells[1]).movePointRight(2).stripTrailingZeros();
            var owner = Typed.text(cells[2]).toUpperCase(Locale.ROOT);
            var source = cells.length == COLUMNS
                    ? Typed.choice("source", OwnedPart.AreaSource.class, cells[3].toUpperCase(Locale.ROOT))
                    : OwnedPart.AreaSource.REGISTER;
            if (area.scale() > 0
                    || area.signum() <= 0
                    || area.precision() - area.scale() > 7
                    || !owner.matches("[A-Z0-9-]{1,40}")) {
                throw new GovernanceRefused.BadRow(number);
            }
            return new OwnedPart(
                    Typed.text(cells[0]).toUpperCase(Locale.ROOT),
                    area.longValueExact(),
                    source,
                    owner,
                    owner.equals("UNSOLD"));
        } catch (Mistyped e) {
            throw new GovernanceRefused.BadRow(number);
        }
    }

    /** Units at or below a place, for the desk. */
    @Transactional(readOnly = true)
    public List<OwnedPart> list(Actor actor, PlacePath at) {
        actor.require(GovernancePermissions.ROLL, at);
        return store.list(at);
    }
}
