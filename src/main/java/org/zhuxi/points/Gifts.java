package org.zhuxi.points;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.points.internal.Communities;
import org.zhuxi.points.internal.GiftStore;
import org.zhuxi.points.internal.GiftWork;

/**
 * Gifts of points within a family (赠送): between households of the same person, or to a household that has agreed to take
 * gifts from the giver's. What is given stays valid as long as it was.
 */
@Service
public class Gifts {

    private static final int ATTEMPTS = 5;

    private final GiftStore store;
    private final GiftWork work;
    private final Places places;
    private final Communities communities;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final long dailyLimit;

    Gifts(
            GiftStore store,
            GiftWork work,
            Places places,
            Communities communities,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${zhuxi.points.gifts-a-day:100}") long dailyLimit) {
        this.store = store;
        this.work = work;
        this.places = places;
        this.communities = communities;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.dailyLimit = dailyLimit;
    }

    /** Points that a household can give away on one day. */
    public long dailyLimit() {
        return dailyLimit;
    }

    /**
     * The household with that card, if the giver can give it something.
     *
     * @throws PointsRefused.UnknownCard when no other household has the card
     * @throws PointsRefused.NotFamily when it has not agreed to take gifts from this one
     */
    @Transactional(readOnly = true)
    public Household receiver(Actor actor, HouseholdRef from, String card) {
        requireMember(actor, from, PointsPermissions.SPEND_OWN);
        var to = byCard(from, card);
        if (!actor.belongsTo(to.ref()) && !store.hasAgreed(to.ref(), from)) {
            throw new PointsRefused.NotFamily();
        }
        return to;
    }

    /**
     * Gives points and returns after they are on disk.
     *
     * @throws PointsRefused.Overdraft when the household has fewer
     * @throws PointsRefused.GiftLimit when the day's limit leaves less
     * @throws PointsRefused.KeyReused when the id was used for another gift
     */
    public Gift give(Actor actor, NewGift wish) {
        var to = receiver(actor, wish.from(), wish.card());
        if (wish.points() < 1 || wish.points() > dailyLimit) {
            throw new PointsRefused.BadNumber("points", dailyLimit);
        }
        if (wish.note().length() > NewGift.LONGEST_NOTE || wish.note().indexOf('\0') >= 0) {
            throw new PointsRefused.WordsMissing("note", NewGift.LONGEST_NOTE);
        }
        var path = pathOf(wish.from());
        return inTurn(() -> {
            var given = work.give(wish, to.ref(), actor.account(), dailyLimit);
            if (given.isNew()) {
                audit(actor, "points.gift", given.gift(), path, given.gift().points() + " points");
                events.publishEvent(new GiftGiven(given.gift()));
            }
            return given.gift();
        });
    }

    /** Agrees to take gifts from the household with that card. */
    @Transactional
    public void agree(Actor actor, HouseholdRef household, String card) {
        requireMember(actor, household, PointsPermissions.SPEND_OWN);
        var from = byCard(household, card);
        if (store.agree(household, from.ref(), actor.account(), clock.instant())) {
            events.publishEvent(new Audited(
                    actor,
                    "points.gift-agreement",
                    household.id().toString(),
                    pathOf(household),
                    from.ref().id().toString()));
        }
    }

    /** Takes no more gifts from that household. */
    @Transactional
    public void disagree(Actor actor, HouseholdRef household, UUID from) {
        requireMember(actor, household, PointsPermissions.SPEND_OWN);
        store.disagree(household, from);
    }

    /** From whom a household takes gifts. */
    @Transactional(readOnly = true)
    public List<Household> agreements(Actor actor, HouseholdRef household) {
        requireMember(actor, household, PointsPermissions.READ);
        return List.copyOf(
                communities.findHouseholds(store.agreements(household)).values());
    }

    /** What a household gave and got, the latest first. */
    @Transactional(readOnly = true)
    public List<Gift> of(Actor actor, HouseholdRef household, int most) {
        requireMember(actor, household, PointsPermissions.READ);
        return store.of(household, most);
    }

    /** Gifts from households at or below a place, the latest first, for those who may correct points there. */
    @Transactional(readOnly = true)
    public Slice<Gift> list(Actor actor, PlacePath at, int limit, @Nullable UUID after) {
        actor.require(PointsPermissions.ADJUST, at);
        var below = at.equals(PlacePath.NATION)
                ? null
                : communities.communitiesAt(at).stream()
                        .map(community -> community.id().value())
                        .toArray(Integer[]::new);
        return Slice.of(
                store.list(below, limit + 1, after), limit, gift -> gift.id().toString());
    }

    /**
     * Takes a gift back, for those who may correct points of both households. What the receiver has spent of it is owed; the
     * giver gets the points as they were. One that was taken back is answered as it is.
     */
    public Gift reverse(Actor actor, UUID id, String note) {
        var gift = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var path = pathOf(gift.from());
        actor.require(PointsPermissions.ADJUST, path);
        actor.require(PointsPermissions.ADJUST, pathOf(gift.to()));
        Words.require("note", note, ManualPosting.LONGEST_NOTE);
        return inTurn(() -> {
            if (work.reverse(gift, actor.account(), note.strip())) {
                audit(actor, "points.gift-reversed", gift, path, note.strip());
            }
            return store.find(id).orElseThrow();
        });
    }

    private Household byCard(HouseholdRef own, String card) {
        return places.findHouseholdByCard(card)
                .filter(found -> !found.dwelling().equals(card.strip().toUpperCase(Locale.ROOT)))
                .filter(found -> !found.ref().equals(own))
                .orElseThrow(() -> new PointsRefused.UnknownCard(card.substring(0, Math.min(20, card.length()))));
    }

    private static void requireMember(Actor actor, HouseholdRef household, Permission permission) {
        if (!actor.belongsTo(household)) {
            throw new Refused.NotFound(household.id());
        }
        if (!actor.actsFor(household, permission.scope())) {
            throw new Refused.Forbidden(permission.code());
        }
    }

    private PlacePath pathOf(HouseholdRef household) {
        return Objects.requireNonNull(
                        communities.findHouseholds(List.of(household)).get(household.id()))
                .path();
    }

    /** A lost race is run again, and then meets what the other has written. */
    private <T> T inTurn(Supplier<T> step) {
        for (var attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> step.get()));
            } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void audit(Actor actor, String action, Gift gift, PlacePath path, String detail) {
        events.publishEvent(new Audited(actor, action, gift.id().toString(), path, detail));
    }
}
