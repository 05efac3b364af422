package org.zhuxi.sensing.internal.mqtt;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The outside broker, and what goes over it.
 *
 * @param uri such as {@code tcp://broker.example:1883} or {@code ssl://broker.example:8883}; {@code mqtt} and {@code mqtts} mean the same
 * @param version of MQTT: 5, or 3 for 3.1.1
 * @param clientId the session that the broker keeps while this program is away is known by it
 * @param token API token that says what may be done with messages that come; without one none is taken
 * @param prefix before each topic, empty or ending in a slash
 * @param tellPrefix before topics that are told, where they should be others than those that are taken; otherwise the same
 * @param tls the name of a bundle of {@code spring.ssl.bundle} with the certificates to trust; without one those the JVM trusts
 * @param share name of a shared subscription, with which every instance takes messages; without one a single instance does
 * @param tell what the broker is told
 * @param unacknowledged messages at most under way in each direction
 * @param keep how long the broker keeps messages for this program while it is away (MQTT 5; for 3.1.1 the broker decides)
 */
record BrokerSettings(
        @Nullable URI uri,
        @DefaultValue("5") int version,
        @DefaultValue("zhuxi") String clientId,
        @Nullable String user,
        @Nullable String password,
        @Nullable String token,
        @DefaultValue("") String prefix,
        @Nullable String tellPrefix,
        @Nullable String tls,
        @Nullable String share,
        @DefaultValue("OPEN") Telling tell,
        @DefaultValue("500") int unacknowledged,
        @DefaultValue("7d") Duration keep) {

    private static final int USUAL_PORT = 1883;
    private static final int USUAL_TLS_PORT = 8883;
    private static final int MQTT_5 = 5;
    private static final int MQTT_3_1_1 = 3;
    private static final int MOST_UNACKNOWLEDGED = 65_535;
    private static final Map<String, Integer> PORTS = Map.of(
            "tcp",
            USUAL_PORT,
            "mqtt",
            USUAL_PORT,
            "ssl",
            USUAL_TLS_PORT,
            "tls",
            USUAL_TLS_PORT,
            "mqtts",
            USUAL_TLS_PORT);

    /** What of the changes is told. */
    enum Telling {
        /** Nothing. */
        NOTHING,
        /** What is open to everybody. */
        OPEN,
        /** What the owner of the token may read. */
        READABLE
    }

    BrokerSettings {
        if (uri == null) {
            throw new IllegalArgumentException("zhuxi.mqtt.broker.uri is missing");
        }
        check(
                uri.getScheme() != null && PORTS.containsKey(uri.getScheme()) && uri.getHost() != null,
                "zhuxi.mqtt.broker.uri is no address such as tcp://broker.example:1883 or ssl://broker.example:8883");
        check(uri.getUserInfo() == null, "zhuxi.mqtt.broker.uri names a user: it belongs into user and password");
        check(version == MQTT_5 || version == MQTT_3_1_1, "zhuxi.mqtt.broker.version is 5 or 3");
        check(!clientId.isBlank(), "zhuxi.mqtt.broker.client-id is empty");
        check(isPrefix(prefix), "zhuxi.mqtt.broker.prefix ends in a slash and has no wildcard");
        check(
                tellPrefix == null || isPrefix(tellPrefix),
                "zhuxi.mqtt.broker.tell-prefix ends in a slash and has no wildcard");
        check(
                share == null || version == MQTT_5 && share.matches("[^+#/]+"),
                "zhuxi.mqtt.broker.share is a name without / + #, and needs version 5");
        check(tell != Telling.READABLE || token != null, "zhuxi.mqtt.broker.tell=readable needs a token");
        check(
                unacknowledged > 0 && unacknowledged <= MOST_UNACKNOWLEDGED,
                "zhuxi.mqtt.broker.unacknowledged is between 1 and 65535");
    }

    private static boolean isPrefix(String text) {
        return text.isEmpty() || text.matches("[^+#$]+/");
    }

    private static void check(boolean isRight, String otherwise) {
        if (!isRight) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    String host() {
        return Objects.requireNonNull(address().getHost());
    }

    int port() {
        return address().getPort() > 0
                ? address().getPort()
                : Objects.requireNonNull(PORTS.get(address().getScheme()));
    }

    boolean isEncrypted() {
        return Objects.requireNonNull(PORTS.get(address().getScheme())) == USUAL_TLS_PORT;
    }

    boolean isVersion5() {
        return version == MQTT_5;
    }

    boolean isShared() {
        return share != null;
    }

    /** Before topics that are told. */
    String tellingPrefix() {
        return tellPrefix == null ? prefix : tellPrefix;
    }

    /** Whether messages are taken from the broker. */
    boolean takes() {
        return token != null;
    }

    boolean tells() {
        return tell != Telling.NOTHING;
    }

    private URI address() {
        return Objects.requireNonNull(uri);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return host() + ":" + port();
    }
}
