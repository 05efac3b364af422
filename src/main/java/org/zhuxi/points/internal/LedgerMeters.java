package org.zhuxi.points.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts postings once they stand. */
@Component
class LedgerMeters {

    private final Counter counted;

    LedgerMeters(MeterRegistry meters) {
        counted = meters.counter("zhuxi.ledger.postings");
    }

    void countAfterCommit(int postings) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counted.increment(postings);
            }
        });
    }
}
