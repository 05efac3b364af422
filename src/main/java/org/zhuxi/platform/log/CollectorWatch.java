package org.zhuxi.platform.log;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the collector of logs is connected, and how many lines went there; no reason to send requests elsewhere. */
@Component("logCollectorHealthIndicator")
class CollectorWatch implements HealthIndicator, MeterBinder {

    @Override
    public Health health() {
        var collector = LogCollector.attached();
        var isWell = collector.map(CollectorAppender::isConnected).orElse(true);
        return (isWell ? Health.up() : Health.down())
                .withDetail("collector", collector.isPresent() ? "named" : "none")
                .build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        LogCollector.attached().ifPresent(collector -> {
            count(meters, collector, "sent", CollectorAppender::sent);
            count(meters, collector, "dropped", CollectorAppender::dropped);
        });
    }

    private static void count(
            MeterRegistry meters,
            CollectorAppender collector,
            String outcome,
            ToDoubleFunction<CollectorAppender> lines) {
        FunctionCounter.builder("zhuxi.log.lines", collector, lines)
                .tag("outcome", outcome)
                .register(meters);
    }
}
