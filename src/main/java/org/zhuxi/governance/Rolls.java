package org.zhuxi.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.RollReading;
import org.zhuxi.governance.internal.RollStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;

/** The roll of owners: unit, area and the number of the owner; no names. */
@Service
public class Rolls {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int CELLS = 4;

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
     * from, parted by commas, semicolons or tabs.
     *
     * @return how many were entered
     * @throws GovernanceRefused.BadRows with every line that cannot be entered; nothing is entered then
     */
    @Transactional
    public int enter(Actor actor, @Nullable String place, @Nullable String lines) {
        return enter(actor, place, rows(Typed.words("rows", lines, MOST_CHARACTERS)), Origin.RECORDED);
    }

    /**
     * Enters units of a community; what was there of a unit is replaced.
     *
     * @return how many were entered
     * @throws GovernanceRefused.BadRows with every row that cannot be entered; nothing is entered then
     */
    @Transactional
    public int enter(Actor actor, @Nullable String place, List<RollRow> rows, Origin origin) {
        var at = desk.place(place);
        actor.require(GovernancePermissions.ROLL, at.path());
        var read = RollReading.of(at, rows, origin, places);
        store.enter(desk.community(at), read.parts(), read.paths(), actor.account(), desk.now());
        desk.audit(actor, "roll.entered", Ids.next(), at.path(), read.parts().size() + " units");
        return read.parts().size();
    }

    private static List<RollRow> rows(String text) {
        var rows = new ArrayList<RollRow>();
        text.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(line -> rows.add(row(line)));
        return rows;
    }

    private static RollRow row(String line) {
        var cells = line.split("[,，\\t;；]", CELLS);
        return new RollRow(cells[0], cell(cells, 1), cell(cells, 2), cell(cells, 3));
    }

    private static @Nullable String cell(String[] cells, int at) {
        return at < cells.length ? cells[at] : null;
    }

    /**
     * Takes a unit out of the roll: one that was entered by mistake, or is none any more. Lists of announced decisions stay as
     * they were frozen.
     *
     * @param place code of the community, quarter or building in which it lies
     * @param unit code of the dwelling
     * @throws Refused.NotFound when the roll does not have it there
     */
    @Transactional
    public void remove(Actor actor, @Nullable String place, @Nullable String unit) {
        var at = desk.place(place);
        actor.require(GovernancePermissions.ROLL, at.path());
        var code = Typed.text(unit).toUpperCase(Locale.ROOT);
        if (!store.remove(desk.community(at), at.path(), code)) {
            throw new Refused.NotFound(code);
        }
        desk.audit(actor, "roll.removed", Ids.next(), at.path(), code);
    }

    /**
     * Units at or below a place, in the order of their codes.
     *
     * @param words the beginning of a code, or the number of an owner; empty for all
     * @param after code of the last unit of the page before
     */
    @Transactional(readOnly = true)
    public Slice<OwnedPart> list(Actor actor, PlacePath at, @Nullable String words, int limit, @Nullable String after) {
        actor.require(GovernancePermissions.ROLL, at);
        return store.list(at, Typed.text(words).toUpperCase(Locale.ROOT), limit, Typed.text(after));
    }

    /** What the roll comes to at or below a place. */
    @Transactional(readOnly = true)
    public RollTotals totals(Actor actor, PlacePath at) {
        actor.require(GovernancePermissions.ROLL, at);
        return store.totals(at);
    }
}
