package org.zhuxi.points.internal;

import io.micrometer.core.instrument.Metrics;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts postings once they stand. */
final class LedgerMeters {

    private LedgerMeters() {}

    static void countAfterCommit(int postings) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Metrics.counter("zhuxi.ledger.postings").increment(postings);
            }
        });
    }
}
