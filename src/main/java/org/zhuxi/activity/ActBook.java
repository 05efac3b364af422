package org.zhuxi.activity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.zhuxi.activity.internal.ActFiling;
import org.zhuxi.activity.internal.ActStore;
import org.zhuxi.kernel.CommunityId;

/**
 * Acts of one module that count. They are kept in the transaction of their cause and recorded as activities afterwards, because
 * records have transactions of their own; their ids follow from what was done, so that none is lost and none counts twice.
 */
public final class ActBook {

    private static final int BATCH = 200;

    private final ActStore store;
    private final ActFiling filing;
    private final Clock clock;

    ActBook(ActStore store, ActFiling filing, Clock clock) {
        this.store = store;
        this.filing = filing;
        this.clock = clock;
    }

    /** Keeps an act; where one of its kind stands for its subject already, that one remains. Inside the caller's transaction. */
    public void keep(Act act) {
        var latest = store.latest(act);
        if (!latest.stands()) {
            store.insert(act, latest.number() + 1, null, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** Keeps an act in place of the one that stands, if any; its record supersedes that one's. Inside the caller's transaction. */
    public void correct(Act act) {
        var latest = store.latest(act);
        store.insert(
                act,
                latest.number() + 1,
                latest.stands() ? act.id(latest.number()) : null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * What was done to a subject counts no more; without an act nothing happens. Inside the caller's transaction.
     *
     * @param kind all parts of this kind
     * @param reason at most 500 characters, shown with the record
     */
    public void withdraw(CommunityId community, UUID subject, String kind, UUID by, String reason) {
        store.withdraw(
                community, subject, kind, null, by, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** One part of what was done to a subject counts no more. Inside the caller's transaction. */
    public void withdraw(CommunityId community, UUID subject, String kind, int part, UUID by, String reason) {
        store.withdraw(
                community, subject, kind, part, by, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Records what waits and takes back what was withdrawn; not inside a transaction, and by one at a time.
     *
     * @return how many were recorded
     */
    public int file() {
        var filed = 0;
        for (var waiting = store.waiting(BATCH); !waiting.isEmpty(); waiting = store.waiting(BATCH)) {
            for (var kept : waiting) {
                var refused = filing.record(kept);
                store.filed(kept, refused, clock.instant());
                filed += refused.isEmpty() ? 1 : 0;
            }
        }
        for (var undone = store.toUndo(BATCH); !undone.isEmpty(); undone = store.toUndo(BATCH)) {
            for (var withdrawn : undone) {
                filing.withdraw(withdrawn);
                store.undone(withdrawn, clock.instant());
            }
        }
        return filed;
    }
}
