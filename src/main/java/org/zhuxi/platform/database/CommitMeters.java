package org.zhuxi.platform.database;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Measures one group of writers: what waits, how large batches are, how long a commit takes. */
final class CommitMeters implements AutoCloseable {

    private final Timer commits;
    private final DistributionSummary batches;
    private final List<Gauge> gauges;

    CommitMeters(GroupCommit.Settings settings, Supplier<Number> waiting) {
        var queue = settings.name();
        commits = Timer.builder("zhuxi.commit")
                .description("One shared transaction, from its begin to the answer of COMMIT")
                .tag("queue", queue)
                .publishPercentileHistogram()
                .register(Metrics.globalRegistry);
        batches = DistributionSummary.builder("zhuxi.commit.batch")
                .description("Items that shared a transaction")
                .tag("queue", queue)
                .register(Metrics.globalRegistry);
        gauges = List.of(
                Gauge.builder("zhuxi.commit.waiting", waiting)
                        .description("Items that wait for a writer")
                        .tag("queue", queue)
                        .strongReference(true)
                        .register(Metrics.globalRegistry),
                Gauge.builder("zhuxi.commit.capacity", () -> settings.writers() * settings.capacity())
                        .description("Items that may wait before new ones are refused")
                        .tag("queue", queue)
                        .strongReference(true)
                        .register(Metrics.globalRegistry));
    }

    void committed(int items, long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
        batches.record(items);
    }

    @Override
    public void close() {
        gauges.forEach(Metrics.globalRegistry::remove);
    }
}
