package org.zhuxi.waste.neighbour;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.neighbour.PairStore;

/**
 * Neighbours who help each other: both consent, the helped one on paper if there is no phone, and either ends it at any time.
 * The helper carries the drops with the helped household's card; who carried is noted.
 */
@Service
public class Pairs {

    public static final String KIND = "waste.help";

    private static final int LONGEST_WITNESS = 60;
    private static final int LONGEST_REASON = 200;

    private final PairStore store;
    private final Activities activities;
    private final Places places;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Pairs(
            PairStore store,
            Activities activities,
            Places places,
            TransactionOperations transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.activities = activities;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Brings two households together. It begins when both have consented.
     *
     * @param witness who saw the helped household sign on paper; empty when it will consent by itself
     */
    @Transactional
    public UUID propose(Actor actor, Household helper, Household helped, String witness, Origin origin) {
        actor.require(NeighbourPermissions.PAIR, helper.path());
        actor.require(NeighbourPermissions.PAIR, helped.path());
        var isOne = helper.ref().equals(helped.ref())
                || !helper.ref().community().equals(helped.ref().community());
        require(!isOne, "helped", "pair-same");
        var seen = witness.strip();
        require(
                seen.length() <= LONGEST_WITNESS && seen.indexOf('\0') < 0,
                "witness",
                "words-too-long",
                LONGEST_WITNESS);
        var now = clock.instant();
        var pair = new Pair(
                Ids.next(),
                helper.ref(),
                helped.ref(),
                null,
                seen.isEmpty() ? null : now,
                !seen.isEmpty(),
                seen,
                null,
                "",
                0);
        if (!store.insert(pair, actor.account(), now, origin)) {
            throw new NeighbourRefused.PairStands();
        }
        audit(actor, "pair.proposed", pair, helped.path());
        return pair.id();
    }

    /** Consents for one's own household. */
    @Transactional
    public void consent(Actor actor, UUID id) {
        var pair = ownPair(actor, id);
        if (!isOwn(actor, pair)) {
            throw new Refused.Forbidden(ActivityPermissions.FILE_OWN.code());
        }
        if (actor.belongsTo(pair.helper())) {
            store.consent(pair, true, clock.instant());
        }
        if (actor.belongsTo(pair.helped())) {
            store.consent(pair, false, clock.instant());
        }
        audit(actor, "pair.consented", pair, pathOf(pair));
    }

    /** Ends a pair: either household at any time, or those who brought them together. */
    @Transactional
    public void end(Actor actor, UUID id, String reason) {
        var pair = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        if (!isOwn(actor, pair)) {
            actor.require(NeighbourPermissions.PAIR, pathOf(pair));
        }
        var words = reason.strip();
        require(
                words.length() <= LONGEST_REASON && words.indexOf('\0') < 0,
                "reason",
                "words-too-long",
                LONGEST_REASON);
        if (!store.end(pair, words, actor.account(), clock.instant())) {
            throw new NeighbourRefused.PairStands();
        }
        audit(actor, "pair.ended", pair, pathOf(pair));
    }

    /** A community's pairs, the latest first; audited. */
    @Transactional
    public Slice<Pair> list(Actor actor, CommunityId community, int limit, @Nullable String after) {
        var path = places.getCommunity(community).path();
        actor.require(NeighbourPermissions.PAIR, path);
        var slice = Slice.of(
                store.list(community, limit + 1, Ids.after(after)),
                limit,
                pair -> pair.id().toString());
        events.publishEvent(new Audited(
                actor, "pair.list", path.value(), path, slice.items().size() + " pairs"));
        return slice;
    }

    /** The pairs of one's own household that have not ended. */
    @Transactional(readOnly = true)
    public List<Pair> ofHousehold(Actor actor, HouseholdRef household) {
        if (!actor.isSignedIn() || !actor.belongsTo(household)) {
            throw new Refused.NotFound(household.id());
        }
        if (!actor.actsFor(household, ActivityPermissions.READ_OWN.scope())) {
            throw new Refused.Forbidden(ActivityPermissions.READ_OWN.code());
        }
        return store.ofHousehold(household);
    }

    /** The active pairs in which a household is helped, for whoever records its drop. */
    @Transactional(readOnly = true)
    public List<Pair> helping(Actor actor, Household helped) {
        if (!actor.may(NeighbourPermissions.NOTE, helped.path())) {
            return List.of();
        }
        return store.ofHousehold(helped.ref()).stream()
                .filter(pair -> pair.helped().equals(helped.ref()) && pair.isActive())
                .toList();
    }

    /** Notes that the helper of a pair carried a drop; a record for the helper. Again, it changes nothing. */
    public void carried(Actor actor, UUID id, UUID drop) {
        var pair = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(NeighbourPermissions.NOTE, pathOf(pair));
        var brought = store.findDrop(pair.helped().community(), drop)
                .filter(it ->
                        pair.isActive() && it.householdId().equals(pair.helped().id()))
                .orElseThrow(NeighbourRefused.NotCarried::new);
        var outcome = activities
                .record(
                        actor,
                        List.of(new Submission(
                                Ids.derived(drop, "help"),
                                KIND,
                                places.getCommunity(pair.helper().community()).code(),
                                pair.helper().id(),
                                brought.siteId(),
                                brought.occurredAt(),
                                Map.of("times", new Measured(BigDecimal.ONE, "1")),
                                null,
                                null,
                                List.of(),
                                null)))
                .getFirst();
        if (outcome.problem() != null) {
            throw new WasteRefused.RecordRefused(outcome.problem());
        }
        transactions.executeWithoutResult(status -> store.carried(pair, drop, actor.account(), clock.instant()));
    }

    private Pair ownPair(Actor actor, UUID id) {
        return store.find(id)
                .filter(pair -> actor.belongsTo(pair.helper()) || actor.belongsTo(pair.helped()))
                .orElseThrow(() -> new Refused.NotFound(id));
    }

    private static boolean isOwn(Actor actor, Pair pair) {
        var scope = ActivityPermissions.FILE_OWN.scope();
        return actor.isSignedIn() && (actor.actsFor(pair.helper(), scope) || actor.actsFor(pair.helped(), scope));
    }

    private PlacePath pathOf(Pair pair) {
        return places.getCommunity(pair.helper().community()).path();
    }

    private void audit(Actor actor, String action, Pair pair, PlacePath path) {
        events.publishEvent(new Audited(actor, action, pair.id().toString(), path, ""));
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new WasteRefused.Unreadable(field, slug, arguments);
        }
    }
}
