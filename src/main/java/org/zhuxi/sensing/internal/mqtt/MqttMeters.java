package org.zhuxi.sensing.internal.mqtt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Counts what goes over MQTT. */
@Component
class MqttMeters {

    private final MeterRegistry meters;
    private final AtomicInteger connections = new AtomicInteger();

    MqttMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("zhuxi.mqtt.connections", connections, AtomicInteger::get).register(meters);
    }

    /** Counts a connection. @return how many there are with it */
    int opened() {
        return connections.incrementAndGet();
    }

    void closed() {
        connections.decrementAndGet();
    }

    /** @param outcome taken, refused for good, or unknown, so that it comes again */
    void arrived(Outcome outcome) {
        meters.counter("zhuxi.mqtt.messages", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void told() {
        meters.counter("zhuxi.mqtt.told").increment();
    }

    /** A connection that the program ended. @param reason one of few */
    void dropped(String reason) {
        meters.counter("zhuxi.mqtt.dropped", "reason", reason).increment();
    }

    /** Messages that waited because their account sends more than its share. */
    void slowed(int messages) {
        meters.counter("zhuxi.mqtt.slowed").increment(messages);
    }

    /** A message of the outside broker that was acknowledged and not taken. @param reason one of few */
    void passedOver(String reason) {
        meters.counter("zhuxi.mqtt.broker.passed-over", "reason", reason).increment();
    }

    /** What is new was handed to the outside broker. @param isTaken whether it took it */
    void handedOn(boolean isTaken) {
        meters.counter("zhuxi.mqtt.broker.told", "outcome", isTaken ? "taken" : "refused")
                .increment();
    }

    /** Watches the connection to the outside broker: 1 or 0. */
    void watchBroker(BooleanSupplier isConnected) {
        Gauge.builder("zhuxi.mqtt.broker.connected", () -> isConnected.getAsBoolean() ? 1 : 0)
                .register(meters);
    }
}
