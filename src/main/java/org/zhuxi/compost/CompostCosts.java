package org.zhuxi.compost;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.CostStore;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** Prices by which the benefit report tells what was saved; entered with evidence, never guessed. */
@Service
public class CompostCosts {

    private static final int FIRST_YEAR = 2000;
    private static final long MOST_FEN = 100_000_000;
    private static final int EVIDENCE = 500;

    private final CostStore store;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CompostCosts(CostStore store, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /** @param nutrientFenPerKg 0 where nobody knows */
    public record NewCost(
            int year,
            long collectionFenPerTonne,
            long treatmentFenPerTonne,
            long nutrientFenPerKg,
            String evidence,
            Origin origin) {}

    /**
     * Enters prices of a place and year; they count from now on instead of what was entered before. The same id again is answered with
     * what is there.
     *
     * @throws CompostRefused.Unreadable when the code names no division or community
     * @throws org.zhuxi.kernel.Mistyped when a price or the year cannot be, or evidence is missing
     */
    @Transactional
    public CompostCost enter(Actor actor, UUID id, String code, NewCost wanted) {
        var place = places.findByCode(code.replace("\0", "").strip())
                .filter(it -> it.kind().ordinal() <= PlaceKind.COMMUNITY.ordinal())
                .orElseThrow(() -> new CompostRefused.Unreadable("place", "compost-cost-place"));
        actor.require(CompostPermissions.COSTS, place.path());
        Typed.within("year", wanted.year(), FIRST_YEAR, EntryChecks.today(clock).getYear());
        Typed.within("collectionFenPerTonne", wanted.collectionFenPerTonne(), 0, MOST_FEN);
        Typed.within("treatmentFenPerTonne", wanted.treatmentFenPerTonne(), 0, MOST_FEN);
        Typed.within("nutrientFenPerKg", wanted.nutrientFenPerKg(), 0, MOST_FEN);
        var evidence = Typed.words("evidence", wanted.evidence(), EVIDENCE);
        var cost = new CompostCost(
                id,
                place.code(),
                place.path(),
                place.name(),
                wanted.year(),
                wanted.collectionFenPerTonne(),
                wanted.treatmentFenPerTonne(),
                wanted.nutrientFenPerKg(),
                evidence,
                clock.instant(),
                wanted.origin());
        if (store.insert(cost, actor.account())) {
            events.publishEvent(new Audited(
                    actor, "compost.cost.entered", id.toString(), place.path(), place.code() + " " + wanted.year()));
        }
        return store.find(id).orElseThrow();
    }

    /** Everything entered at, below or above a place, the latest first. */
    @Transactional(readOnly = true)
    public List<CompostCost> list(PlacePath at) {
        return store.list(at);
    }
}
