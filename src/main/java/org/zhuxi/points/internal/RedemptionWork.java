package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.points.Goods;
import org.zhuxi.points.NewRedemption;
import org.zhuxi.points.Redemption;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.StockMovement;
import org.zhuxi.points.Verdict;

/**
 * The steps of a redemption, each inside the transaction of its caller: points and pieces move together or not at all. Locks
 * are taken in the order goods, redemption, account, so that nobody waits for each other.
 */
@Component
public class RedemptionWork {

    /** Pieces of one household that may wait at a time. */
    public static final int MOST_WAITING = 20;

    private final GoodsStore goods;
    private final RedemptionStore redemptions;
    private final HoldLedger ledger;
    private final Communities communities;
    private final Clock clock;
    private final Duration patience;

    RedemptionWork(
            GoodsStore goods,
            RedemptionStore redemptions,
            HoldLedger ledger,
            Communities communities,
            Clock clock,
            @Value("${zhuxi.points.pickup-time:72h}") Duration patience) {
        this.goods = goods;
        this.redemptions = redemptions;
        this.ledger = ledger;
        this.communities = communities;
        this.clock = clock;
        this.patience = patience;
    }

    /** What became of a wish. It is an answer and not an exception, because a refusal is kept by the same transaction. */
    public sealed interface Answer {}

    public record Held(Redemption redemption, boolean isNew) implements Answer {}

    /** @param points what the goods would have cost */
    public record Denied(RedemptionStore.Reason reason, long points) implements Answer {}

    /** Sets points and pieces aside. */
    public Answer hold(NewRedemption wish, UUID by, Origin origin) {
        var community = wish.household().community();
        var wanted = goods.lock(community, wish.goods()).orElseThrow(() -> new Refused.NotFound(wish.goods()));
        var fingerprint = fingerprint(wish);
        var earlier = redemptions.find(community, wish.id());
        if (earlier.isPresent()) {
            return same(earlier.get(), wish);
        }
        var refusal = redemptions.findRefusal(community, wish.id());
        if (refusal.isPresent()) {
            if (!refusal.get().fingerprint().equals(fingerprint)) {
                throw new ShopRefused.KeyReused(wish.id());
            }
            return new Denied(refusal.get().reason(), points(wanted, wish));
        }
        if (!wanted.isOnSale()) {
            return deny(wish, wanted, fingerprint, RedemptionStore.Reason.NOT_ON_SALE);
        }
        if (wanted.available() < wish.pieces()) {
            return deny(wish, wanted, fingerprint, RedemptionStore.Reason.SOLD_OUT);
        }
        return hold(wish, wanted, fingerprint, by, origin);
    }

    private Answer hold(NewRedemption wish, Goods wanted, String fingerprint, UUID by, Origin origin) {
        var points = points(wanted, wish);
        var cause = new Order.Cause(null, by, wanted.name().zh() + " × " + wish.pieces());
        var verdict = ledger.hold(wish.id(), wish.household(), points, cause);
        switch (verdict.outcome()) {
            case POSTED -> {}
            case OVERDRAFT -> {
                return deny(wish, wanted, fingerprint, RedemptionStore.Reason.OVERDRAFT);
            }
            default -> throw new ShopRefused.KeyReused(wish.id());
        }
        // the account row is locked by now, so nobody else adds to what waits
        if (redemptions.waitingPieces(wish.household()) + wish.pieces() > MOST_WAITING) {
            throw new ShopRefused.TooManyWaiting(MOST_WAITING);
        }
        var now = clock.instant();
        var made = new Redemption(
                wish.id(),
                wanted.shop(),
                wanted.id(),
                wanted.version(),
                wanted.name(),
                wish.household(),
                wish.pieces(),
                points,
                Redemption.State.HELD,
                PickupCodes.random(),
                wish.consent(),
                now,
                now.plus(patience),
                null,
                null);
        redemptions.insert(made, by, origin);
        goods.reserve(wanted.community(), wanted.id(), wish.pieces());
        return new Held(made, true);
    }

    private static long points(Goods wanted, NewRedemption wish) {
        return Math.multiplyExact(wanted.pricePoints(), wish.pieces());
    }

    private Denied deny(NewRedemption wish, Goods wanted, String fingerprint, RedemptionStore.Reason reason) {
        redemptions.refuse(
                wish.household().community(),
                wish.id(),
                new RedemptionStore.Refusal(reason, fingerprint),
                clock.instant());
        return new Denied(reason, points(wanted, wish));
    }

    private static Held same(Redemption earlier, NewRedemption wish) {
        var isSame = earlier.household().equals(wish.household())
                && earlier.goods().equals(wish.goods())
                && earlier.pieces() == wish.pieces();
        if (!isSame) {
            throw new ShopRefused.KeyReused(wish.id());
        }
        return new Held(earlier, false);
    }

    /** Hands the goods over; a redemption that was captured before is answered as it is. */
    public Redemption capture(CommunityId community, UUID id, UUID by, Instant at) {
        var stuff = lockGoodsOf(community, id);
        var redemption = redemptions.lock(community, id);
        if (redemption.state() == Redemption.State.CAPTURED) {
            return redemption;
        }
        requireWaiting(redemption);
        if (at.isAfter(redemption.expiresAt())) {
            throw new ShopRefused.TooLate();
        }
        var note = redemption.goodsName().zh() + " × " + redemption.pieces();
        requirePosted(ledger.capture(id, redemption.household(), new Order.Cause(null, by, note)));
        redemptions.capture(redemption, by, at, day(community, at));
        goods.move(stuff, movement(stuff, StockMovement.Kind.CAPTURED, -redemption.pieces(), id, at), by);
        return redemptions.find(community, id).orElseThrow();
    }

    /** Gives points and pieces free again; one that was voided before is answered as it is. */
    public Redemption voidIt(CommunityId community, UUID id, Redemption.VoidReason reason, UUID by) {
        lockGoodsOf(community, id);
        var redemption = redemptions.lock(community, id);
        if (redemption.state() == Redemption.State.VOIDED) {
            return redemption;
        }
        requireWaiting(redemption);
        // who could not get the goods for the shop's sake does not lose points to time
        var isGraceDue = reason == Redemption.VoidReason.SHOP;
        var cause = new Order.Cause(null, by, redemption.goodsName().zh());
        requirePosted(ledger.release(id, redemption.household(), isGraceDue, cause));
        redemptions.voidIt(redemption, reason, by, clock.instant());
        goods.reserve(community, redemption.goods(), -redemption.pieces());
        return redemptions.find(community, id).orElseThrow();
    }

    /** Takes goods back that had been handed over. */
    public Redemption refund(CommunityId community, UUID id, String note, UUID by) {
        var stuff = lockGoodsOf(community, id);
        var redemption = redemptions.lock(community, id);
        if (redemption.state() == Redemption.State.REFUNDED) {
            return redemption;
        }
        if (redemption.state() != Redemption.State.CAPTURED) {
            throw new ShopRefused.Settled(redemption.state());
        }
        var now = clock.instant();
        requirePosted(ledger.refund(id, redemption.household(), redemption.points(), new Order.Cause(null, by, note)));
        redemptions.refund(redemption, note, by, now, day(community, now));
        goods.move(stuff, movement(stuff, StockMovement.Kind.RETURNED, redemption.pieces(), id, now), by);
        return redemptions.find(community, id).orElseThrow();
    }

    private Goods lockGoodsOf(CommunityId community, UUID redemption) {
        var found = redemptions.find(community, redemption).orElseThrow(() -> new Refused.NotFound(redemption));
        return goods.lock(community, found.goods()).orElseThrow();
    }

    private StockMovement movement(Goods stuff, StockMovement.Kind kind, long pieces, UUID redemption, Instant at) {
        return new StockMovement(Ids.next(), kind, pieces, stuff.stock() + pieces, redemption, "", at);
    }

    private LocalDate day(CommunityId community, Instant at) {
        return at.atZone(communities.zoneOf(community)).toLocalDate();
    }

    private static void requireWaiting(Redemption redemption) {
        if (!redemption.isWaiting()) {
            throw new ShopRefused.Settled(redemption.state());
        }
    }

    private static void requirePosted(Verdict verdict) {
        if (verdict.outcome() != Verdict.Outcome.POSTED) {
            throw new IllegalStateException("The ledger and the redemption disagree: " + verdict);
        }
    }

    private static String fingerprint(NewRedemption wish) {
        return wish.household().id() + "/" + wish.goods() + "/" + wish.pieces();
    }
}
