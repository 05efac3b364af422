package org.zhuxi.points;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.place.Places;
import org.zhuxi.points.internal.SettlementStore;

/** What shops are owed month by month (结算). A closed month never changes; what was wrong with it goes into the next. */
@Service
public class Settlements {

    private static final long MOST_FEN = 100_000_000;

    private final SettlementStore store;
    private final Shops shops;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Settlements(SettlementStore store, Shops shops, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.shops = shops;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /** The statement of a month: as it was closed, or as it would be closed now. */
    @Transactional(readOnly = true)
    public Settlement get(Actor actor, UUID shopId, YearMonth month) {
        var shop = readable(actor, shopId);
        return store.isClosed(shop, month) ? store.closed(shop, month) : store.open(shop, month);
    }

    /** The months that are closed, latest first. */
    @Transactional(readOnly = true)
    public List<YearMonth> closedMonths(Actor actor, UUID shopId) {
        return store.closedMonths(readable(actor, shopId));
    }

    /** What was agreed, latest first. */
    @Transactional(readOnly = true)
    public List<ShopRate> rates(Actor actor, UUID shopId) {
        return store.rates(readable(actor, shopId));
    }

    /**
     * Agrees on what a point is worth from a day on.
     *
     * @throws ShopRefused.RateTooEarly when the day lies in a closed month
     */
    @Transactional
    public ShopRate setRate(Actor actor, UUID shopId, ShopRate rate) {
        var shop = settled(actor, shopId);
        if (rate.fenPerPoint() < 0 || rate.fenPerPoint() > ShopRate.MOST_FEN) {
            throw new ShopRefused.Unreadable("fenPerPoint", "shop-rate", ShopRate.MOST_FEN);
        }
        var closed = store.closedMonths(shop);
        if (!closed.isEmpty() && !YearMonth.from(rate.validFrom()).isAfter(closed.getFirst())) {
            throw new ShopRefused.RateTooEarly(closed.getFirst().toString());
        }
        if (!store.addRate(shop, rate, actor.account(), clock.instant())) {
            throw new ShopRefused.KeyReused(rate.validFrom());
        }
        audit(actor, "shop.rate", shop, rate.validFrom() + " " + rate.fenPerPoint() + " fen");
        return rate;
    }

    /**
     * Notes what was wrong with a closed month; it goes into the next that is closed.
     *
     * @param id made by the client
     * @param amountFen what the shop is owed more, or less when negative
     */
    @Transactional
    public void correct(Actor actor, UUID shopId, UUID id, YearMonth about, long amountFen, String note) {
        var shop = settled(actor, shopId);
        Shops.requireWords("note", note, 200);
        if (amountFen == 0 || amountFen > MOST_FEN || amountFen < -MOST_FEN) {
            throw new ShopRefused.Unreadable("amountFen", "shop-amount", MOST_FEN);
        }
        if (!store.isClosed(shop, about)) {
            throw new ShopRefused.NotToBeClosed(about.toString());
        }
        if (store.addCorrection(shop, id, about, amountFen, note.strip(), actor.account(), clock.instant())) {
            audit(actor, "shop.settlement-corrected", shop, about + " " + amountFen + " fen");
        }
    }

    /**
     * Closes a month that is over. Whatever was handed over before its end and is in no statement yet goes into it.
     *
     * @throws ShopRefused.NotToBeClosed when the month is not over, or closed months come after it
     * @throws ShopRefused.NoRate when nobody has agreed on a rate for one of its days
     */
    @Transactional
    public Settlement close(Actor actor, UUID shopId, YearMonth month) {
        var shop = settled(actor, shopId);
        store.lock(shop);
        if (store.isClosed(shop, month)) {
            return store.closed(shop, month);
        }
        var today = LocalDate.now(
                clock.withZone(places.getCommunity(shop.community()).zone()));
        var closed = store.closedMonths(shop);
        var isOutOfOrder = !closed.isEmpty() && !month.isAfter(closed.getFirst());
        if (isOutOfOrder || !month.isBefore(YearMonth.from(today))) {
            throw new ShopRefused.NotToBeClosed(month.toString());
        }
        // first the redemptions are marked, then what is marked is added up: nothing can come between
        store.mark(shop, month);
        var statement = store.marked(shop, month);
        if (!statement.hasAllRates()) {
            throw new ShopRefused.NoRate(month.toString());
        }
        store.close(shop, statement, actor.account(), clock.instant());
        audit(actor, "shop.settled", shop, month + " " + statement.amountFen() + " fen");
        return store.closed(shop, month);
    }

    private Shop readable(Actor actor, UUID id) {
        var shop = shops.get(id);
        actor.require(PointsPermissions.READ_SETTLEMENTS, shop.site().path());
        return shop;
    }

    private Shop settled(Actor actor, UUID id) {
        var shop = shops.get(id);
        actor.require(PointsPermissions.SETTLE, shop.site().path());
        return shop;
    }

    private void audit(Actor actor, String action, Shop shop, String detail) {
        events.publishEvent(
                new Audited(actor, action, shop.site().code(), shop.site().path(), detail));
    }
}
