package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Import;
import org.zhuxi.sensing.MqttVisitor;
import org.zhuxi.sensing.internal.mqtt.BrokerSettings.Telling;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What an outside broker is told. */
@ZhuxiTest
@Import(World.class)
class BrokerTellingTests {

    private final Bridges bridges;
    private final World worlds;

    BrokerTellingTests(BeanFactory beans, World worlds) {
        this.bridges = new Bridges(beans);
        this.worlds = worlds;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void tellsWhatIsOpenAndTakesNothingOfItBack(int version) throws Exception {
        var made = worlds.make(1);
        var head = bridges.head(made);
        var open = bridges.stream(made, ",\"public\":true");
        var closed = bridges.stream(made, "");
        try (var broker = new TestBroker();
                var bridge = bridges.open(Bridges.settings(broker, version, bridges.token(made)));
                var board = Bridges.visitor(broker)) {
            bridge.awaitWell();
            for (var topic : List.of(
                    "v1.1/+/Observations",
                    "v1.1/Datastreams",
                    "v1.1/Datastreams(" + open + ")",
                    "v1.1/Datastreams(" + open + ")/name")) {
                board.subscribe(topic, 1);
            }
            head.make("Datastreams(" + closed + ")/Observations", "{\"result\":1}");
            head.make("Datastreams(" + open + ")/Observations", "{\"result\":2}");
            var told = board.next();
            assertThat(told.topic()).isEqualTo("v1.1/Datastreams(" + open + ")/Observations");
            assertThat(told.json().get("result").asInt()).isEqualTo(2);

            head.ask("PATCH", "Datastreams(" + open + ")", "{\"name\":\"renamed\"}");
            // a broker may deliver what was subscribed to by several topics in any order
            var heard = List.of(board.next(), board.next(), board.next());
            assertThat(heard)
                    .extracting(MqttVisitor.Heard::topic)
                    .containsExactlyInAnyOrder(
                            "v1.1/Datastreams",
                            "v1.1/Datastreams(" + open + ")",
                            "v1.1/Datastreams(" + open + ")/name");
            assertThat(heard).extracting(MqttVisitor.Heard::text).contains("{\"name\":\"renamed\"}");
            broker.awaitAcknowledged("zhuxi");
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertThat(bridges.count(made, open)).isEqualTo(1);
        assertThat(bridges.count(made, closed)).isEqualTo(1);
    }

    @Test
    void tellsUnderAnotherPrefixWhatTheTokenMayRead() throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        try (var broker = new TestBroker();
                var bridge = bridges.open(new BrokerSettings(
                        URI.create(broker.address()),
                        5,
                        "zhuxi",
                        "zhuxi",
                        TestBroker.PASSWORD,
                        bridges.token(made),
                        "in/",
                        "out/",
                        null,
                        null,
                        Telling.READABLE,
                        10,
                        Duration.ofDays(1)));
                var board = Bridges.visitor(broker)) {
            bridge.awaitWell();
            board.subscribe("out/v1.1/+/Observations", 1);
            board.publish("in/v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
            assertThat(board.next().topic()).isEqualTo("out/v1.1/Datastreams(" + stream + ")/Observations");
        }
    }
}
