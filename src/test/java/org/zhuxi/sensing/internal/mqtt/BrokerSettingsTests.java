package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.zhuxi.sensing.internal.mqtt.BrokerSettings.Telling;

class BrokerSettingsTests {

    @Test
    void itsOwnListenerStaysOffWhereThereIsABroker() {
        assertThat(bound(Map.of()).listeningPort()).isEqualTo(1883);
        assertThat(bound(Map.of()).broker()).isNull();

        var outside = bound(Map.of("zhuxi.mqtt.broker.uri", "ssl://broker.example"));
        assertThat(outside.isOff()).isTrue();
        assertThat(bound(Map.of("zhuxi.mqtt.broker.uri", "ssl://broker.example", "zhuxi.mqtt.port", "1883"))
                        .listeningPort())
                .isEqualTo(1883);
    }

    @Test
    void readsTheAddressAndKeepsSecretsToItself() {
        var broker = Objects.requireNonNull(bound(Map.of(
                        "zhuxi.mqtt.broker.uri",
                        "ssl://broker.example",
                        "zhuxi.mqtt.broker.password",
                        "hidden-1",
                        "zhuxi.mqtt.broker.token",
                        "hidden-2"))
                .broker());

        assertThat(broker.host()).isEqualTo("broker.example");
        assertThat(broker.port()).isEqualTo(8883);
        assertThat(broker.isEncrypted()).isTrue();
        assertThat(broker.takes()).isTrue();
        assertThat(broker.tells()).isTrue();
        assertThat(broker.isVersion5()).isTrue();
        assertThat(broker).asString().isEqualTo("broker.example:8883");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        refused("zhuxi.mqtt.broker.user", "somebody", "uri is missing");
        refused("zhuxi.mqtt.broker.uri", "http://broker.example", "no address");
        refused("zhuxi.mqtt.broker.uri", "tcp://user:secret@broker.example", "names a user");
        refusedBeside("zhuxi.mqtt.broker.version", "4", "5 or 3");
        refusedBeside("zhuxi.mqtt.broker.prefix", "town", "slash");
        refusedBeside("zhuxi.mqtt.broker.prefix", "+/", "wildcard");
        refusedBeside("zhuxi.mqtt.broker.tell", "readable", "needs a token");
        refusedBeside("zhuxi.mqtt.broker.share", "a/b", "share");
        refusedBeside("zhuxi.mqtt.broker.unacknowledged", "0", "between");
    }

    private static void refusedBeside(String name, String value, String why) {
        assertThatThrownBy(() -> bound(Map.of("zhuxi.mqtt.broker.uri", "tcp://broker.example", name, value)))
                .isInstanceOf(BindException.class)
                .hasStackTraceContaining(why);
    }

    private static void refused(String name, String value, String why) {
        assertThatThrownBy(() -> bound(Map.of(name, value)))
                .isInstanceOf(BindException.class)
                .hasStackTraceContaining(why);
    }

    private static MqttSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("zhuxi.mqtt", MqttSettings.class);
    }

    static BrokerSettings settings(String prefix, String tellPrefix) {
        return new BrokerSettings(
                URI.create("tcp://broker.example"),
                5,
                "zhuxi",
                null,
                null,
                null,
                prefix,
                tellPrefix,
                null,
                null,
                Telling.OPEN,
                10,
                Duration.ofDays(1));
    }
}
