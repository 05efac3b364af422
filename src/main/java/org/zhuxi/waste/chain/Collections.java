package org.zhuxi.waste.chain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.chain.CollectionStore;

/**
 * Full bins leave the community: what, how much, in which vehicle, where to, and what both sides of the hand-over say. Each
 * collection is a record of the kind {@code waste.collection.<class>}; a wrong one is superseded or reversed, never edited.
 */
@Service
public class Collections {

    /** Most collections in one batch. */
    public static final int MOST = 200;

    private static final int WORDS = 200;

    private final CollectionFiling filing;
    private final CollectionStore store;
    private final ChainRules rules;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Collections(
            CollectionFiling filing,
            CollectionStore store,
            ChainRules rules,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.filing = filing;
        this.store = store;
        this.rules = rules;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Files collections; each gets its own outcome, in the same order, and one bad item never spoils the others. What is
     * answered as created or duplicate is on disk. Not to be called inside a transaction.
     */
    public List<Filed> file(Actor actor, List<NewCollection> collections) {
        return filing.file(actor, collections, null);
    }

    /** Takes over collections of earlier days from another system, marked with where they come from. */
    public List<Filed> takeOver(Actor actor, List<NewCollection> collections, Origin origin) {
        return filing.file(actor, collections, origin);
    }

    /** Collections of a place, the latest day first. */
    @Transactional(readOnly = true)
    public Slice<Collection> list(
            Actor actor, PlacePath at, CollectionFilter filter, int limit, @Nullable String after) {
        actor.require(ChainPermissions.READ, at);
        return store.list(places.communitiesAt(at), filter, rules, limit, after);
    }

    /** One collection, for those who may read in its community. */
    @Transactional(readOnly = true)
    public Collection get(Actor actor, UUID id) {
        var found = store.find(id, rules).orElseThrow(() -> new Refused.NotFound(id));
        if (!actor.may(ChainPermissions.READ, pathOf(found))) {
            throw new Refused.NotFound(id);
        }
        return found;
    }

    /**
     * The destination states what it received; once, and the same again is taken as said. A difference beyond the tolerance
     * needs an explanation and waits for somebody of the community.
     *
     * @return whether it had been said before
     */
    @Transactional
    public boolean receive(Actor actor, UUID id, NewReceipt receipt) {
        var collection = lock(actor, id, ChainPermissions.COLLECT);
        var checked = CollectionFiling.checked(receipt, collection.netKg(), rules);
        if (collection.receivedKg() != null) {
            if (collection.receivedKg().compareTo(checked.receivedKg()) == 0) {
                return true;
            }
            throw new ChainRefused.AlreadyReceived(collection.receivedKg());
        }
        store.receive(collection.community(), id, checked, actor.account(), clock.instant());
        audit(actor, collection, "collection.received", checked.receivedKg() + " kg");
        return false;
    }

    /** Lets a difference beyond the tolerance stand, by somebody who stated neither of the two weights. */
    @Transactional
    public void settle(Actor actor, UUID id, String note) {
        var collection = lock(actor, id, ChainPermissions.EXPLAIN);
        if (!collection.needsReview()) {
            throw new ChainRefused.NothingToSettle();
        }
        if (store.sides(collection.community(), id).contains(actor.account())) {
            throw new ChainRefused.OwnDifference();
        }
        var words = Words.require("note", note, WORDS);
        store.settle(collection.community(), id, words, actor.account(), clock.instant());
        audit(actor, collection, "collection.settled", words);
    }

    private Collection lock(Actor actor, UUID id, org.zhuxi.kernel.Permission permission) {
        var seen = get(actor, id);
        actor.require(permission, pathOf(seen));
        store.lock(seen.community(), id);
        return store.find(id, rules).orElseThrow(() -> new Refused.NotFound(id));
    }

    private PlacePath pathOf(Collection collection) {
        return places.getCommunity(collection.community()).path();
    }

    private void audit(Actor actor, Collection collection, String action, String detail) {
        events.publishEvent(new Audited(actor, action, collection.id().toString(), pathOf(collection), detail));
    }
}
