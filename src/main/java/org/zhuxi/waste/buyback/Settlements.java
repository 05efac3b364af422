package org.zhuxi.waste.buyback;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.buyback.RecyclerStore;
import org.zhuxi.waste.internal.buyback.SettlementStore;

/** Months of recyclers: what they come to, and closing them. A closed month never changes; corrections fall into the next. */
@Service
public class Settlements {

    private static final int MONTHS = 36;

    private final SettlementStore store;
    private final RecyclerStore recyclers;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Settlements(
            SettlementStore store,
            RecyclerStore recyclers,
            Places places,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.recyclers = recyclers;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /** The recycler's months with receipts, the latest first. */
    @Transactional(readOnly = true)
    public List<Settlement> list(Actor actor, UUID recyclerId) {
        var recycler = readable(actor, recyclerId);
        return store.months(recycler.ref(), MONTHS).stream()
                .map(month -> settlement(recycler, month))
                .toList();
    }

    /** One month: closed as it was written down, open as it stands now. */
    @Transactional(readOnly = true)
    public Settlement get(Actor actor, UUID recyclerId, YearMonth month) {
        var recycler = readable(actor, recyclerId);
        return store.findMonth(recycler.ref(), month)
                .map(found -> settlement(recycler, found))
                .orElseThrow(() -> new Refused.NotFound(month));
    }

    /** Closes a month that is over; what comes later for it falls into the first month that is still open. */
    @Transactional
    public Settlement close(Actor actor, UUID recyclerId, YearMonth month) {
        var recycler = recyclers.find(recyclerId).orElseThrow(() -> new Refused.NotFound(recyclerId));
        var community = places.getCommunity(recycler.ref().community());
        actor.require(BuyBackPermissions.SETTLE, community.path());
        if (!month.isBefore(currentMonth(community))) {
            throw new BuyBackRefused.MonthNotOver(month);
        }
        recyclers.lock(recycler.ref());
        var kept = store.findMonth(recycler.ref(), month).orElseThrow(() -> new BuyBackRefused.NothingToSettle(month));
        if (kept.closedAt() != null) {
            throw new BuyBackRefused.MonthClosed(month);
        }
        store.close(recycler.ref(), month, actor.account(), clock.instant());
        var closed = settlement(recycler, store.findMonth(recycler.ref(), month).orElseThrow());
        events.publishEvent(new Audited(
                actor,
                "buyback.settled",
                recyclerId.toString(),
                community.path(),
                month + " " + Money.yuan(closed.amountFen()) + " CNY " + Money.kg(closed.massG()) + " kg"));
        return closed;
    }

    /** Whether the month is over, so that it can be closed. */
    @Transactional(readOnly = true)
    public boolean isOver(RecyclerRef recycler, YearMonth month) {
        return month.isBefore(currentMonth(places.getCommunity(recycler.community())));
    }

    /** The place whose finance settles with this recycler. */
    @Transactional(readOnly = true)
    public PlacePath placeOf(RecyclerRef recycler) {
        return places.getCommunity(recycler.community()).path();
    }

    private Settlement settlement(Recycler recycler, SettlementStore.Month month) {
        var which = YearMonth.from(month.month());
        var lines = month.closedAt() == null ? store.sums(recycler.ref(), which) : store.settled(recycler.ref(), which);
        return new Settlement(recycler.ref(), recycler.name(), which, month.lastNumber(), lines, month.closedAt());
    }

    private Recycler readable(Actor actor, UUID id) {
        var recycler = recyclers.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var isMine = actor.mayAnywhere(BuyBackPermissions.RECORD)
                && recyclers.ofAccount(actor.account()).stream()
                        .anyMatch(it -> it.ref().id().equals(id));
        if (!isMine) {
            actor.require(BuyBackPermissions.READ, placeOf(recycler.ref()));
        }
        return recycler;
    }

    private YearMonth currentMonth(Community community) {
        return YearMonth.from(clock.instant().atZone(community.zone()));
    }
}
