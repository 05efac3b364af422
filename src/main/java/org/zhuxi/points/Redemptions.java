package org.zhuxi.points;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.points.internal.PickupCodes;
import org.zhuxi.points.internal.RedemptionStore;
import org.zhuxi.points.internal.RedemptionWork;

/** Points for goods (兑换): held, then captured or voided, never twice. Points and pieces move together. */
@Service
public class Redemptions {

    /** A rush for one thing must not take every connection of the program. */
    private static final int AT_ONCE = 6;

    private static final int ATTEMPTS = 5;

    private final RedemptionWork work;
    private final RedemptionStore store;
    private final ShopGoods goods;
    private final Shops shops;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Redemptions(
            RedemptionWork work,
            RedemptionStore store,
            ShopGoods goods,
            Shops shops,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.store = store;
        this.goods = goods;
        this.shops = shops;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sets points and pieces aside, for a member of the household or, with its consent, for somebody who serves at the shop.
     * Sent again it answers the first; what was refused stays refused under its id.
     *
     * @throws ShopRefused.SoldOut when there are fewer pieces
     * @throws PointsRefused.Overdraft when the household has fewer points
     */
    public Redemption hold(Actor actor, NewRedemption wish) {
        var shop = checked(actor, wish);
        var answer = inTurn(() -> {
            var done = work.hold(wish, actor.account(), Origin.RECORDED);
            if (done instanceof RedemptionWork.Held held && held.isNew()) {
                audit(actor, "redemption.held", shop, held.redemption());
                events.publishEvent(new GoodsHeld(held.redemption()));
            }
            return done;
        });
        return heldOr(answer, wish);
    }

    /** Serves a household that has come with its card: held and captured in one step. */
    public Redemption serve(Actor actor, NewRedemption wish) {
        return serve(actor, wish, null, Origin.RECORDED);
    }

    /**
     * Writes a redemption down that was made on paper before.
     *
     * @param at when the goods were handed over, in the past
     */
    public Redemption takeOver(Actor actor, NewRedemption wish, Instant at, Origin origin) {
        if (at.isAfter(clock.instant())) {
            throw new ShopRefused.Unreadable("at", "shop-in-the-future");
        }
        return serve(actor, wish, at, origin);
    }

    private Redemption serve(Actor actor, NewRedemption wish, @Nullable Instant at, Origin origin) {
        var shop = checked(actor, wish);
        actor.require(PointsPermissions.SERVE, shop.site().path());
        var community = shop.community();
        var answer = inTurn(() -> {
            var done = work.hold(wish, actor.account(), origin);
            if (done instanceof RedemptionWork.Held held && held.redemption().isWaiting()) {
                var when = Objects.requireNonNullElseGet(at, clock::instant);
                var captured = work.capture(community, held.redemption().id(), actor.account(), when);
                audit(actor, "redemption.served", shop, captured);
                return new RedemptionWork.Held(captured, held.isNew());
            }
            return done;
        });
        return heldOr(answer, wish);
    }

    /**
     * What waits under a pick-up code, for those who serve at the shop.
     *
     * @throws ShopRefused.MistypedCode when the code cannot be right
     * @throws ShopRefused.UnknownCode when nothing waits under it
     */
    public Redemption find(Actor actor, Shop shop, String code) {
        actor.require(PointsPermissions.SERVE, shop.site().path());
        var right = PickupCodes.parse(code).orElseThrow(() -> new ShopRefused.MistypedCode(code));
        return store.findByCode(shop.community(), shop.id(), right)
                .orElseThrow(() -> new ShopRefused.UnknownCode(right));
    }

    /** Hands goods over for their pick-up code; sent again it answers the same. */
    public Redemption capture(Actor actor, UUID id, String code) {
        var redemption = get(id);
        var shop = served(actor, redemption);
        var right = PickupCodes.parse(code).orElseThrow(() -> new ShopRefused.MistypedCode(code));
        if (!right.equals(redemption.code())) {
            throw new ShopRefused.UnknownCode(right);
        }
        return inTurn(() -> {
            var captured = work.capture(shop.community(), id, actor.account(), clock.instant());
            audit(actor, "redemption.captured", shop, captured);
            return captured;
        });
    }

    /** Gives points and pieces free again, for a member of the household or somebody who serves at the shop. */
    public Redemption voidIt(Actor actor, UUID id) {
        var redemption = get(id);
        var shop = shops.get(redemption.shop());
        var isOwn = actor.actsFor(redemption.household(), PointsPermissions.SPEND_OWN.scope());
        if (!isOwn) {
            actor.require(PointsPermissions.SERVE, shop.site().path());
        }
        var reason = isOwn ? Redemption.VoidReason.RESIDENT : Redemption.VoidReason.SHOP;
        return inTurn(() -> {
            var voided = work.voidIt(shop.community(), id, reason, actor.account());
            audit(actor, "redemption.voided", shop, voided);
            return voided;
        });
    }

    /** Takes goods back that had been handed over, for those who manage the shop; the points come back as well. */
    public Redemption refund(Actor actor, UUID id, String note) {
        var shop = shops.get(get(id).shop());
        actor.require(PointsPermissions.MANAGE_SHOPS, shop.site().path());
        Shops.requireWords("note", note, 200);
        return inTurn(() -> {
            var refunded = work.refund(shop.community(), id, note.strip(), actor.account());
            audit(actor, "redemption.refunded", shop, refunded);
            return refunded;
        });
    }

    /** One redemption, for members of its household and those who serve at its shop. */
    @Transactional(readOnly = true)
    public Redemption get(Actor actor, UUID id) {
        var redemption = get(id);
        if (!actor.actsFor(redemption.household(), PointsPermissions.READ.scope())) {
            served(actor, redemption);
        }
        return redemption;
    }

    /** The redemptions of a household of the actor's own, latest first. */
    @Transactional(readOnly = true)
    public Slice<Redemption> ofHousehold(Actor actor, HouseholdRef household, int limit, @Nullable UUID after) {
        if (!actor.belongsTo(household)) {
            throw new Refused.NotFound(household.id());
        }
        if (!actor.actsFor(household, PointsPermissions.READ.scope())) {
            throw new Refused.Forbidden(PointsPermissions.READ.code());
        }
        return Slice.of(
                store.ofHousehold(household, limit + 1, after),
                limit,
                one -> one.id().toString());
    }

    /** What waits at a shop, the longest first; at most two hundred. */
    @Transactional(readOnly = true)
    public List<Redemption> waitingAt(Actor actor, Shop shop) {
        actor.require(PointsPermissions.SERVE, shop.site().path());
        return store.waitingAt(shop.community(), shop.id(), 200);
    }

    /** How many wait at the shops at which an actor serves. */
    @Transactional(readOnly = true)
    public long countWaiting(Actor actor) {
        return store.countWaiting(shops.listFor(actor, PointsPermissions.SERVE));
    }

    /** What a shop handed over from one day to before another. */
    @Transactional(readOnly = true)
    public Slice<Redemption> capturedAt(
            Actor actor, Shop shop, LocalDate from, LocalDate to, int limit, @Nullable UUID after) {
        actor.require(PointsPermissions.SERVE, shop.site().path());
        return Slice.of(
                store.capturedAt(shop.community(), shop.id(), from, to, limit + 1, after),
                limit,
                one -> one.id().toString());
    }

    private Shop checked(Actor actor, NewRedemption wish) {
        if (wish.pieces() < 1 || wish.pieces() > NewRedemption.MOST_PIECES) {
            throw new ShopRefused.Unreadable("pieces", "shop-pieces", NewRedemption.MOST_PIECES);
        }
        var shop =
                shops.get(goods.get(wish.household().community(), wish.goods()).shop());
        if (shop.isClosedForGood()) {
            throw new ShopRefused.NotOnSale();
        }
        if (!actor.actsFor(wish.household(), PointsPermissions.SPEND_OWN.scope())) {
            actor.require(PointsPermissions.SERVE, shop.site().path());
            var consent = wish.consent();
            if (consent == null
                    || consent.isBlank()
                    || consent.length() > NewRedemption.LONGEST_CONSENT
                    || consent.indexOf('\0') >= 0) {
                throw new ShopRefused.ConsentMissing(NewRedemption.LONGEST_CONSENT);
            }
        }
        return shop;
    }

    private static Redemption heldOr(RedemptionWork.Answer answer, NewRedemption wish) {
        return switch (answer) {
            case RedemptionWork.Held held -> held.redemption();
            case RedemptionWork.Denied denied ->
                throw switch (denied.reason()) {
                    case SOLD_OUT -> new ShopRefused.SoldOut(wish.pieces());
                    case NOT_ON_SALE -> new ShopRefused.NotOnSale();
                    case OVERDRAFT -> new PointsRefused.Overdraft(denied.points());
                };
        };
    }

    private Redemption get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    private Shop served(Actor actor, Redemption redemption) {
        var shop = shops.get(redemption.shop());
        actor.require(PointsPermissions.SERVE, shop.site().path());
        return shop;
    }

    /** One transaction at a turn; a lost race is run again, and then meets what the other has written. */
    private <T> T inTurn(Supplier<T> step) {
        turns.acquireUninterruptibly();
        try {
            for (var attempt = 1; ; attempt++) {
                try {
                    return Objects.requireNonNull(transactions.execute(status -> step.get()));
                } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } finally {
            turns.release();
        }
    }

    private void audit(Actor actor, String action, Shop shop, Redemption redemption) {
        var detail = redemption.pieces() + " × " + redemption.goodsName().zh() + ", " + redemption.points();
        events.publishEvent(new Audited(
                actor, action, redemption.id().toString(), shop.site().path(), detail));
    }
}
