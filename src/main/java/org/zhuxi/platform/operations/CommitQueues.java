package org.zhuxi.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether there is room for new records; a queue that is nearly full is a reason to send requests elsewhere. */
@Component("commitQueueHealthIndicator")
class CommitQueues implements HealthIndicator {

    private static final double FULL = 0.9;

    private final MeterRegistry meters;

    CommitQueues(MeterRegistry meters) {
        this.meters = meters;
    }

    List<Condition.Queue> list() {
        return meters.find("zhuxi.commit.waiting").gauges().stream()
                .map(waiting -> {
                    var name = String.valueOf(waiting.getId().getTag("queue"));
                    return new Condition.Queue(
                            name,
                            (long) waiting.value(),
                            value(meters.find("zhuxi.commit.capacity")
                                    .tag("queue", name)
                                    .gauge()));
                })
                .sorted(Comparator.comparing(Condition.Queue::name))
                .toList();
    }

    @Override
    public Health health() {
        var full = list().stream().anyMatch(queue -> queue.waiting() > FULL * queue.capacity());
        return full ? Health.outOfService().build() : Health.up().build();
    }

    private static long value(@Nullable Gauge gauge) {
        return gauge == null ? Long.MAX_VALUE : (long) gauge.value();
    }
}
