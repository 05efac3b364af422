package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Import;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What comes from an outside broker. */
@ZhuxiTest
@Import(World.class)
class BrokerTakingTests {

    private final Bridges bridges;
    private final World worlds;
    private final DataSource database;
    private final MeterRegistry registry;

    BrokerTakingTests(BeanFactory beans, World worlds, DataSource database, MeterRegistry registry) {
        this.bridges = new Bridges(beans);
        this.worlds = worlds;
        this.database = database;
        this.registry = registry;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void takesWhatIsPublishedOnce(int version) throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        try (var broker = new TestBroker();
                var bridge = bridges.open(Bridges.settings(broker, version, bridges.token(made)));
                var probe = Bridges.visitor(broker)) {
            bridge.awaitWell();
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":", 1);
            probe.publish("v1.1/Observations", "{\"result\":2,\"Datastream\":{\"@iot.id\":" + stream + "}}", 1);
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":3}", 0);
            Bridges.await(() -> bridges.count(made, stream) == 3);
            broker.awaitAcknowledged("zhuxi");
            assertThat(broker.unacknowledged("zhuxi")).isZero();
        }
        assertThat(bridges.count(made, stream)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void acknowledgesAfterTheCommit(int version) throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        try (var broker = new TestBroker();
                var bridge = bridges.open(Bridges.settings(broker, version, bridges.token(made)));
                var probe = Bridges.visitor(broker);
                var other = database.getConnection()) {
            bridge.awaitWell();
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select from sensing.stream_state where stream_id = " + stream + " for update");
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
            TimeUnit.MILLISECONDS.sleep(800);
            assertThat(broker.unacknowledged("zhuxi")).isEqualTo(1);
            assertThat(bridges.count(made, stream)).isZero();
            other.rollback();
            broker.awaitAcknowledged("zhuxi");
            assertThat(broker.unacknowledged("zhuxi")).isZero();
        }
        assertThat(bridges.count(made, stream)).isEqualTo(1);
    }

    @Test
    void messagesWaitWhileTheTokenIsNotValid() throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        var before =
                registry.counter("zhuxi.mqtt.messages", "outcome", "refused").count();
        try (var broker = new TestBroker()) {
            try (var bridge = bridges.open(Bridges.settings(broker, 5, "zx_revoked"));
                    var probe = Bridges.visitor(broker)) {
                Bridges.await(() -> bridge.word().equals("token not valid"));
                Bridges.await(bridge::hasSubscribed);
                assertThat(bridge.isWell()).isFalse();
                assertThat(registry.find("zhuxi.mqtt.broker.connected").gauge()).isNotNull();
                probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
                TimeUnit.MILLISECONDS.sleep(500);
                assertThat(broker.unacknowledged("zhuxi")).isEqualTo(1);
            }
            try (var bridge = bridges.open(Bridges.settings(broker, 5, bridges.token(made)))) {
                Bridges.await(() -> bridges.count(made, stream) == 1);
                assertThat(bridge.isWell()).isTrue();
            }
        }
        assertThat(registry.counter("zhuxi.mqtt.messages", "outcome", "refused").count())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"readings\":[null]}"})
    void aMessageThatHoldsNothingHoldsUpNoOther(String nothing) throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        try (var broker = new TestBroker();
                var bridge = bridges.open(Bridges.settings(broker, 5, bridges.token(made)));
                var probe = Bridges.visitor(broker)) {
            bridge.awaitWell();
            probe.publish("devices/EUI-1/readings", nothing, 1);
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
            Bridges.await(() -> bridges.count(made, stream) == 1);
            broker.awaitAcknowledged("zhuxi");
            assertThat(broker.unacknowledged("zhuxi")).isZero();
        }
    }

    @Test
    void aRetainedMessageDoesNotCountAgainWithEachConnection() throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        var topic = "v1.1/Datastreams(" + stream + ")/Observations";
        try (var broker = new TestBroker();
                var probe = Bridges.visitor(broker)) {
            probe.client()
                    .publish(topic, "{\"result\":1}".getBytes(StandardCharsets.UTF_8), 1, true)
                    .waitForCompletion(20_000);
            try (var bridge = bridges.open(Bridges.settings(broker, 3, bridges.token(made)))) {
                bridge.awaitWell();
                probe.publish(topic, "{\"result\":2}", 1);
                Bridges.await(() -> bridges.count(made, stream) == 1);
            }
        }
        assertThat(bridges.count(made, stream)).isEqualTo(1);
    }
}
