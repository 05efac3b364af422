package org.zhuxi.sensing.internal.mqtt;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where MQTT is offered and how much of it.
 *
 * @param host the address it listens at
 * @param port 0 for any free one, -1 for none; when nothing is said 1883, or none where there is an outside broker
 * @param tls the name of a bundle of {@code spring.ssl.bundle} with the certificate; without one nothing is encrypted, which needs
 *     {@code none} where it listens beyond this machine, as behind a proxy that ends TLS
 * @param endpoint the address as clients reach it, such as {@code mqtts://zhuxi.example:8883}; worked out when it is missing
 * @param connections at most at the same time
 * @param subscriptions at most of one connection
 * @param largestPacket bytes
 * @param unacknowledged messages at most that were sent to one client and that it has not acknowledged
 * @param patienceSeconds how long a client may read nothing while something waits for it
 * @param messagesPerSecond of all connections of one account together; who sends more is slowed down; 0 is without limit
 * @param burst how many of them may come at once after a pause
 * @param broker an outside broker, or null when there is none
 */
@ConfigurationProperties("zhuxi.mqtt")
record MqttSettings(
        @DefaultValue("127.0.0.1") String host,
        @Nullable Integer port,
        @Nullable String tls,
        @Nullable String endpoint,
        @DefaultValue("1000") int connections,
        @DefaultValue("100") int subscriptions,
        @DefaultValue("262144") int largestPacket,
        @DefaultValue("500") int unacknowledged,
        @DefaultValue("10") int patienceSeconds,
        @DefaultValue("10000") int messagesPerSecond,
        @DefaultValue("20000") int burst,
        @Nullable BrokerSettings broker) {

    private static final int USUAL_PORT = 1883;
    private static final String NO_TLS = "none";

    /** @throws IllegalArgumentException when it would listen beyond this machine without TLS and nobody has said so */
    MqttSettings {
        if (tls == null && !isThisMachine(host)) {
            throw new IllegalArgumentException(
                    "zhuxi.mqtt.host=%s listens beyond this machine: set zhuxi.mqtt.tls to a bundle with a certificate, or to none where a proxy ends TLS"
                            .formatted(host));
        }
        tls = NO_TLS.equals(tls) ? null : tls;
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Where to listen, or -1. */
    int listeningPort() {
        if (port != null) {
            return port;
        }
        return broker == null ? USUAL_PORT : -1;
    }

    boolean isOff() {
        return listeningPort() < 0;
    }
}
