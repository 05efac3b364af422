package org.zhuxi.sensing.internal.mqtt;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the outside broker is connected and lets the program do what is configured; no reason to send requests elsewhere. */
@Component("mqttBrokerHealthIndicator")
class BrokerHealth implements HealthIndicator {

    private final BrokerBridge bridge;

    BrokerHealth(BrokerBridge bridge) {
        this.bridge = bridge;
    }

    @Override
    public Health health() {
        var state = bridge.state();
        if (state == null) {
            return Health.up().withDetail("broker", "none").build();
        }
        var health = state.isWell() ? Health.up() : Health.down();
        return health.withDetail("broker", state.word()).build();
    }
}
