package org.zhuxi.points.internal;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.platform.database.GroupCommit;
import org.zhuxi.points.Verdict;

/** Takes postings that belong to no other transaction; many callers share one. */
@Component
public class PostingDesk {

    private static final int WRITERS = 2;
    private static final int LARGEST_BATCH = 4_000;
    private static final int CAPACITY = 50_000;

    private final GroupCommit<Order, Verdict> writers;

    PostingDesk(TransactionOperations transactions, LedgerBatch ledger, MeterRegistry meters) {
        var settings = new GroupCommit.Settings("points", WRITERS, LARGEST_BATCH, CAPACITY, Duration.ofSeconds(15));
        this.writers = new GroupCommit<>(settings, transactions, meters, ledger::post);
    }

    /** Completes after the commit of the order. */
    public CompletableFuture<Verdict> submit(Order order) {
        return writers.submit(order.household().id().hashCode(), order);
    }

    /** Posts and waits for the commit. */
    public Verdict post(Order order) {
        try {
            return submit(order).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @PreDestroy
    void close() {
        writers.close();
    }
}
