package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.Gift;
import org.zhuxi.points.NewGift;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.PostingKind;

/**
 * Moves gifts, inside the transaction of the caller. Both accounts are locked first, in the order of all locks, so that the
 * limit, the balance and the lots are those that the ledger then finds.
 */
@Component
public class GiftWork {

    private final GiftStore store;
    private final HoldLedger holds;
    private final LedgerBatch ledger;
    private final Clock clock;

    GiftWork(GiftStore store, HoldLedger holds, LedgerBatch ledger, Clock clock) {
        this.store = store;
        this.holds = holds;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record Given(Gift gift, boolean isNew) {}

    public Given give(NewGift wish, HouseholdRef to, UUID by, long dailyLimit) {
        var from = wish.from();
        var lots = lock(from, to);
        var earlier = store.find(wish.id());
        if (earlier.isPresent()) {
            return same(earlier.get(), wish, to);
        }
        var today = holds.today(from.community());
        var left = dailyLimit - store.givenOn(from, today);
        if (wish.points() > left) {
            throw new PointsRefused.GiftLimit(Math.max(0, left));
        }
        if (wish.points() > lots.total()) {
            throw new PointsRefused.Overdraft(wish.points());
        }
        var taken = lots.first(wish.points());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var note = wish.note().strip();
        var gift = new Gift(wish.id(), from, to, wish.points(), note, today, by, now, null, null);
        post(orders(gift, taken, by));
        store.insert(gift, taken, wish.origin());
        return new Given(gift, true);
    }

    private List<Order> orders(Gift gift, Lots taken, UUID by) {
        // the ledger is never changed, so the giver's words stay with the gift, where an erasure finds them
        var cause = new Order.Cause(null, by, null);
        var orders = new ArrayList<Order>();
        orders.add(new Order.Spend(gift.id(), gift.from(), PostingKind.GIFT, gift.points(), cause));
        var pairs = taken.pairs();
        for (var i = 0; i < pairs.length; i += 2) {
            var terms =
                    new Order.Terms(holds.today(gift.to().community()), LocalDate.ofEpochDay(pairs[i]), null, false);
            orders.add(
                    new Order.Award(received(gift, pairs[i]), gift.to(), PostingKind.GIFT, pairs[i + 1], terms, cause));
        }
        return orders;
    }

    /** False when it had been taken back before. */
    public boolean reverse(Gift gift, UUID by, String note) {
        lock(gift.from(), gift.to());
        if (!store.reverse(gift, by, note, clock.instant())) {
            return false;
        }
        var cause = new Order.Cause(null, by, note);
        var orders = new ArrayList<Order>();
        var lots = store.lots(gift);
        var pairs = lots.pairs();
        for (var i = 0; i < pairs.length; i += 2) {
            var received = received(gift, pairs[i]);
            orders.add(new Order.Reverse(
                    Ids.derived(received, "undo"), gift.to(), received, cause, Order.Way.UNDO_GIFT, null));
        }
        var back = holds.withGrace(lots, gift.from().community());
        orders.add(new Order.Reverse(
                Ids.derived(gift.id(), "undo"), gift.from(), gift.id(), cause, Order.Way.UNDO_GIFT, back));
        post(orders);
        return true;
    }

    /** The giver's lots; both rows stay locked. */
    private Lots lock(HouseholdRef from, HouseholdRef to) {
        if (from.community().equals(to.community())) {
            return holds.lockLots(from.community(), List.of(from.id(), to.id())).getOrDefault(from.id(), Lots.NONE);
        }
        if (to.community().compareTo(from.community()) < 0) {
            holds.lockLots(to);
            return holds.lockLots(from);
        }
        var lots = holds.lockLots(from);
        holds.lockLots(to);
        return lots;
    }

    private static Given same(Gift earlier, NewGift wish, HouseholdRef to) {
        var isSame = earlier.from().equals(wish.from()) && earlier.to().equals(to) && earlier.points() == wish.points();
        if (!isSame) {
            throw new PointsRefused.KeyReused(wish.id());
        }
        return new Given(earlier, false);
    }

    private void post(List<Order> orders) {
        for (var verdict : ledger.post(orders)) {
            switch (verdict.outcome()) {
                case POSTED -> {}
                case MISMATCH, DUPLICATE -> throw new PointsRefused.KeyReused(String.valueOf(verdict.posting()));
                case CAPPED, OVERDRAFT, NOT_REVERSIBLE, REVERSED_BEFORE, TOO_MANY, NOTHING_DUE ->
                    throw new IllegalStateException("The ledger and the gift disagree: " + verdict);
            }
        }
    }

    private static UUID received(Gift gift, long lastDay) {
        return received(gift.id(), lastDay);
    }

    /** The posting by which the receiver gets one lot of a gift. */
    static UUID received(UUID gift, long lastDay) {
        return Ids.derived(gift, "lot/" + lastDay);
    }
}
