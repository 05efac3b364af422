package org.zhuxi.points.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Quarantine;
import org.zhuxi.points.Verdict;

/**
 * Takes what records have earned out of the reach of their households, and gives it back, inside the transaction of the
 * caller. Locks are taken in the order items, accounts.
 */
@Component
class Withholding {

    private final QuarantineStore store;
    private final HoldLedger holds;
    private final LedgerBatch ledger;
    private final EarnedPoints earned;
    private final RewardIds ids;

    Withholding(QuarantineStore store, HoldLedger holds, LedgerBatch ledger, EarnedPoints earned, RewardIds ids) {
        this.store = store;
        this.holds = holds;
        this.ledger = ledger;
        this.earned = earned;
        this.ids = ids;
    }

    /** A record in quarantine, with the lots that were taken. */
    record Item(
            UUID quarantine,
            UUID activity,
            @org.jspecify.annotations.Nullable UUID household,
            String kind,
            Lots lots) {

        /** The posting that withholds; it follows from both, so it is made once. */
        UUID posting() {
            return Ids.derived(activity, "quarantine/" + quarantine);
        }
    }

    /** What was withheld of one record. */
    record Withheld(UUID activity, long points, Lots lots) {}

    /** Withholds what the records have earned, as far as their households still have it. */
    void withhold(Quarantine quarantine, List<Item> items) {
        var community = quarantine.community();
        var points = earnedBy(community, items);
        var households = items.stream()
                .map(Item::household)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var left = holds.lockLots(community, households);
        var orders = new ArrayList<Order>();
        var withheld = new ArrayList<Withheld>();
        for (var item : items) {
            var worth = points.getOrDefault(item.activity(), 0L);
            var lots = item.household() == null ? Lots.NONE : left.getOrDefault(item.household(), Lots.NONE);
            var taken = lots.first(Math.min(worth, lots.total()));
            if (item.household() != null && !taken.isEmpty()) {
                left.put(item.household(), lots.take(taken.total()).rest());
                var cause = new Order.Cause(item.activity(), quarantine.openedBy(), null);
                var household = new HouseholdRef(community, item.household());
                orders.add(new Order.Spend(item.posting(), household, PostingKind.QUARANTINE, taken.total(), cause));
            }
            withheld.add(new Withheld(item.activity(), worth, taken));
        }
        requirePosted(ledger.post(orders));
        store.noteWithheld(quarantine, withheld);
    }

    /** Gives back what is withheld of records that were found to be honest. */
    void release(Quarantine quarantine, List<Item> items) {
        requirePosted(ledger.post(releases(quarantine.community(), items)));
        store.move(quarantine.community(), items, "RELEASED");
    }

    /**
     * What has to be posted first when records cease to count: whatever is withheld of them comes back, for their reversal
     * to take. Their items are settled by it.
     */
    List<Order> settle(Collection<Activity> activities) {
        var byCommunity = activities.stream()
                .collect(Collectors.groupingBy(Activity::community, TreeMap::new, Collectors.toList()));
        var orders = new ArrayList<Order>();
        byCommunity.forEach((community, reversed) -> {
            var items = store.lockOpen(
                    community, reversed.stream().map(Activity::id).toList());
            if (!items.isEmpty()) {
                orders.addAll(releases(community, items));
                store.move(community, items, "REVERSED");
            }
        });
        return orders;
    }

    /** What these records have earned and nobody has taken back. */
    Map<UUID, Long> earnedBy(CommunityId community, Collection<Item> items) {
        var given = ids.in(community);
        return earned.of(
                community,
                items.stream()
                        .flatMap(item -> given.rewards(item.activity(), item.kind()))
                        .toList());
    }

    private List<Order> releases(CommunityId community, List<Item> items) {
        return items.stream()
                .filter(item -> item.household() != null && !item.lots().isEmpty())
                .<Order>map(item -> new Order.Reverse(
                        Ids.derived(item.posting(), "release"),
                        new HouseholdRef(community, Objects.requireNonNull(item.household())),
                        item.posting(),
                        new Order.Cause(item.activity(), null, null),
                        Order.Way.RELEASE,
                        holds.withGrace(item.lots(), community)))
                .toList();
    }

    private static void requirePosted(List<Verdict> verdicts) {
        for (var verdict : verdicts) {
            if (verdict.outcome() != Verdict.Outcome.POSTED) {
                throw new IllegalStateException("The ledger and the quarantine disagree: " + verdict);
            }
        }
    }
}
