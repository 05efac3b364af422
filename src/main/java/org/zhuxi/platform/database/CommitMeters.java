package org.zhuxi.platform.database;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Measures one group of writers: what waits, how large batches are, how long a commit takes. */
final class CommitMeters {

    private final Timer commits;
    private final DistributionSummary batches;

    CommitMeters(GroupCommit.Settings settings, Supplier<Number> waiting, MeterRegistry meters) {
        var queue = settings.name();
        commits = Timer.builder("zhuxi.commit")
                .description("One shared transaction, from its begin to the answer of COMMIT")
                .tag("queue", queue)
                .publishPercentileHistogram()
                .register(meters);
        batches = DistributionSummary.builder("zhuxi.commit.batch")
                .description("Items that shared a transaction")
                .tag("queue", queue)
                .register(meters);
        Gauge.builder("zhuxi.commit.waiting", waiting)
                .description("Items that wait for a writer")
                .tag("queue", queue)
                .strongReference(true)
                .register(meters);
        Gauge.builder("zhuxi.commit.capacity", () -> settings.writers() * settings.capacity())
                .description("Items that may wait before new ones are refused")
                .tag("queue", queue)
                .strongReference(true)
                .register(meters);
    }

    void committed(int items, long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
        batches.record(items);
    }
}
