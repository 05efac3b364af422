package org.zhuxi.waste.buyback;

import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.buyback.BuyBackStore;
import org.zhuxi.waste.internal.buyback.ReceiptKey;

/** Receipts for those who sold, for those who handed them out, and for staff; and taking one back. */
@Service
public class Receipts {

    private static final int LONGEST_REASON = 200;

    private final BuyBackStore store;
    private final ReceiptBook book;
    private final BuyBackRecords records;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Receipts(
            BuyBackStore store,
            ReceiptBook book,
            BuyBackRecords records,
            Places places,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.book = book;
        this.records = records;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /** A receipt for whoever holds its address; who sold is for its household, its recorder and staff only. */
    @Transactional(readOnly = true)
    public Receipt get(UUID id) {
        return store.find(List.of(id)).stream().findFirst().orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Whether this person may know which household a receipt belongs to. */
    public boolean maySeeHousehold(Actor actor, Receipt receipt) {
        return actor.isSignedIn()
                && (actor.actsFor(receipt.household(), ActivityPermissions.READ_OWN.scope())
                        || receipt.recordedBy().equals(actor.accountId())
                        || actor.may(BuyBackPermissions.READ, pathOf(receipt)));
    }

    /** A receipt with its household, for staff; audited. */
    @Transactional
    public Receipt look(Actor actor, UUID id) {
        var receipt = get(id);
        actor.require(BuyBackPermissions.READ, pathOf(receipt));
        events.publishEvent(
                Audited.look(actor, receipt.household().id(), pathOf(receipt), "receipt " + receipt.printedNumber()));
        return receipt;
    }

    /** The receipts of one's own household, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Receipt> ofHousehold(Actor actor, HouseholdRef household, int limit, @Nullable String after) {
        if (!actor.belongsTo(household)) {
            throw new Refused.NotFound(household.id());
        }
        if (!actor.actsFor(household, ActivityPermissions.READ_OWN.scope())) {
            throw new Refused.Forbidden(ActivityPermissions.READ_OWN.code());
        }
        var rows = store.ofHousehold(household, limit + 1, ReceiptKey.parse(after));
        return Slice.of(rows, limit, ReceiptKey::of);
    }

    /** The receipts of a recycler's month, the latest number first, for staff; audited. */
    @Transactional
    public Slice<Receipt> ofMonth(
            Actor actor, RecyclerRef recycler, YearMonth month, int limit, @Nullable String after) {
        var path = places.getCommunity(recycler.community()).path();
        actor.require(BuyBackPermissions.READ, path);
        var rows = store.ofMonth(recycler, month, limit + 1, below(after));
        var slice = Slice.of(rows, limit, receipt -> Integer.toString(receipt.number()));
        events.publishEvent(new Audited(
                actor,
                "buyback.list",
                recycler.id().toString(),
                path,
                month + ", " + slice.items().size() + " receipts"));
        return slice;
    }

    private static int below(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new Refused.NotFound(after);
        }
    }

    /** What this person handed out today, the latest first. */
    @Transactional(readOnly = true)
    public List<Receipt> today(Actor actor, Recycler recycler, int limit) {
        var community = places.getCommunity(recycler.ref().community());
        var today = clock.instant().atZone(community.zone()).toLocalDate();
        return store.ofDay(community.id(), actor.account(), today, limit);
    }

    /**
     * Takes a receipt back: a counter-entry in the month that is open now, and its records count no more. Not by the one who
     * handed it out, once only, and with a reason.
     */
    @Transactional
    public Receipt reverse(Actor actor, UUID id, String reason) {
        var receipt = get(id);
        var path = pathOf(receipt);
        actor.require(BuyBackPermissions.REVERSE, path);
        if (receipt.recordedBy().equals(actor.accountId())) {
            throw new BuyBackRefused.OwnReceipt();
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new BuyBackRefused.ReasonMissing(LONGEST_REASON);
        }
        if (receipt.isReversal() || receipt.reversedBy() != null) {
            throw new BuyBackRefused.ReversedAlready(receipt.printedNumber());
        }
        var counter = counterEntry(actor, receipt, reason.strip());
        var outcome = book.keepLocked(receipt.recycler(), List.of(counter))
                .get(counter.receipt().id());
        if (outcome == null || outcome.status() != org.zhuxi.activity.Outcome.Status.CREATED) {
            throw new BuyBackRefused.ReversedAlready(receipt.printedNumber());
        }
        records.takeBack(actor, receipt, reason.strip());
        events.publishEvent(new Audited(
                actor, "buyback.reversed", id.toString(), path, receipt.printedNumber() + " " + reason.strip()));
        return get(counter.receipt().id());
    }

    private BuyBackStore.Draft counterEntry(Actor actor, Receipt receipt, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var day = now.atZone(places.getCommunity(receipt.recycler().community()).zone())
                .toLocalDate();
        var lines = receipt.quote().lines().stream().map(Quote.Line::opposite).toList();
        var id = Ids.derived(receipt.id(), "reversal");
        var counter = new Receipt(
                id,
                receipt.recycler(),
                receipt.recyclerName(),
                YearMonth.from(day),
                0,
                receipt.household(),
                receipt.site(),
                now,
                day,
                new Quote(lines),
                receipt.payment(),
                receipt.drop(),
                receipt.id(),
                null,
                reason,
                actor.account(),
                receipt.origin() == Origin.SYNTHETIC ? Origin.SYNTHETIC : Origin.RECORDED);
        return new BuyBackStore.Draft(counter, new byte[32], now);
    }

    private PlacePath pathOf(Receipt receipt) {
        return places.getCommunity(receipt.recycler().community()).path();
    }
}
