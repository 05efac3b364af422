package org.zhuxi.sensing.internal.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Drops what rules let go, once its hours say exactly what it adds up to. A transaction drops a few days of one stream, for its writers
 * wait meanwhile.
 */
@Component
public class Dropping {

    private static final Logger LOG = LoggerFactory.getLogger(Dropping.class);
    private static final Duration AT_A_TIME = Duration.ofDays(5);
    private static final int MOST_STEPS = 500;

    private final DropStore store;
    private final TransactionOperations transactions;
    private final Clock clock;

    Dropping(DropStore store, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Drops what may go now, some at a time. To be called after hours were rolled up, and never beside that. @return how many readings */
    public long drop() {
        var all = store.kept();
        var states = store.look(all.stream().map(DropStore.Kept::stream).toList());
        var dropped = 0L;
        var steps = 0;
        for (var kept : all) {
            var until = clock.instant().minus(Duration.ofDays(kept.days())).truncatedTo(ChronoUnit.DAYS);
            var isLeft = begin(states.get(kept.stream()), until) != null;
            while (isLeft && steps < MOST_STEPS) {
                var some = step(kept.stream(), until);
                isLeft = some >= 0;
                dropped += Math.max(some, 0);
                steps++;
            }
        }
        return dropped;
    }

    /** @return how many readings were dropped, or -1 when nothing is to be dropped or its hours do not stand yet */
    private int step(long stream, Instant until) {
        var dropped = transactions.execute(transaction -> {
            var from = begin(store.lock(stream).orElse(null), until);
            if (from == null) {
                return -1;
            }
            var end = from.plus(AT_A_TIME).isBefore(until) ? from.plus(AT_A_TIME) : until;
            if (!store.isRolledUp(stream, from, end)) {
                LOG.info("Hours of stream {} before {} do not stand yet; nothing is dropped", stream, end);
                return -1;
            }
            return store.drop(stream, from, end);
        });
        return dropped == null ? -1 : dropped;
    }

    private static @Nullable Instant begin(DropStore.@Nullable State state, Instant until) {
        var first = state == null ? null : state.first();
        if (state == null || first == null) {
            return null;
        }
        var hour = first.truncatedTo(ChronoUnit.HOURS);
        var dropped = state.droppedUntil();
        var from = dropped == null || hour.isAfter(dropped) ? hour : dropped;
        return from.isBefore(until) ? from : null;
    }
}
