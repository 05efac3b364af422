package org.zhuxi.points.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Activity;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.Quarantine;
import org.zhuxi.points.Quarantine.State;

/**
 * Goes on with quarantines, a few hundred records a transaction. A run that is cut off leaves whole batches behind, and the
 * next one finds the rest. Locks are taken in the order quarantine, records, items, accounts.
 */
@Component
public class QuarantineWork {

    /** The name of the job that runs it. */
    public static final String JOB = "points.quarantine";

    private static final int BATCH = 200;
    private static final int ATTEMPTS = 4;

    private final QuarantineStore store;
    private final Withholding withholding;
    private final Activities activities;
    private final RewardIds ids;
    private final TransactionOperations transactions;
    private final Clock clock;

    QuarantineWork(
            QuarantineStore store,
            Withholding withholding,
            Activities activities,
            RewardIds ids,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.withholding = withholding;
        this.activities = activities;
        this.ids = ids;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does all there is to do; answers for how many records. */
    public long run() {
        var records = 0L;
        for (var quarantine : store.unfinished()) {
            for (var done = step(quarantine); done > 0; done = step(quarantine)) {
                records += done;
            }
        }
        return records;
    }

    /** One batch of a quarantine; answers how many records it reached, 0 when the step was ended. */
    public int step(Quarantine quarantine) {
        for (var attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> batch(store.lock(quarantine))));
            } catch (ConcurrencyFailureException e) {
                // somebody was faster with one of the accounts
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private int batch(Quarantine quarantine) {
        return switch (quarantine.state()) {
            case WITHHOLDING -> withhold(quarantine);
            case REVERSING -> reverse(quarantine);
            case RELEASING -> release(quarantine);
            case WITHHELD, REVERSED, RELEASED -> 0;
        };
    }

    private int withhold(Quarantine quarantine) {
        var items = store.lockFound(quarantine, BATCH);
        if (items.isEmpty()) {
            store.finish(quarantine, State.WITHHELD, null);
        } else {
            withholding.withhold(quarantine, items);
        }
        return items.size();
    }

    private int release(Quarantine quarantine) {
        var items = store.lockWithheld(quarantine, BATCH);
        if (items.isEmpty()) {
            store.finish(quarantine, State.RELEASED, clock.instant());
        } else {
            withholding.release(quarantine, items);
        }
        return items.size();
    }

    private int reverse(Quarantine quarantine) {
        var items = store.listWithheld(quarantine, BATCH);
        if (items.isEmpty()) {
            store.finish(quarantine, State.REVERSED, clock.instant());
            return 0;
        }
        var records = items.stream().map(Withholding.Item::activity).toList();
        var decider = Objects.requireNonNull(quarantine.decidedBy());
        var withdrawn = activities.withdraw(quarantine.community(), records, decider, quarantine.reason()).stream()
                .map(Activity::id)
                .collect(Collectors.toCollection(HashSet::new));
        // a record that somebody else reversed meanwhile is settled already; whatever is left gets its points back
        var others = items.stream()
                .filter(item -> !withdrawn.contains(item.activity()))
                .map(Withholding.Item::activity)
                .toList();
        withholding.release(quarantine, store.lockOpen(quarantine.community(), others));
        store.noteReversed(quarantine, records, reversals(quarantine, items));
        return items.size();
    }

    private List<UUID> reversals(Quarantine quarantine, List<Withholding.Item> items) {
        var given = ids.in(quarantine.community());
        var postings = new ArrayList<UUID>();
        for (var item : items) {
            given.reversals(item.activity(), item.kind()).forEach(reversal -> {
                postings.add(reversal);
                postings.add(Ids.derived(reversal, "advance"));
            });
        }
        return postings;
    }
}
