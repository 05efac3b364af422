package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.zhuxi.sensing.internal.mqtt.BrokerSettings.Telling;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The connection with an outside broker, and which instance has it. */
@ZhuxiTest
@Import(World.class)
@ExtendWith(OutputCaptureExtension.class)
class BrokerStandingTests {

    private final Bridges bridges;
    private final World worlds;

    BrokerStandingTests(BeanFactory beans, World worlds) {
        this.bridges = new Bridges(beans);
        this.worlds = worlds;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void losesNothingWhileEitherIsAway(int version) throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, ",\"public\":true");
        var topic = "v1.1/Datastreams(" + stream + ")/Observations";
        try (var broker = new TestBroker()) {
            var settings = Bridges.settings(broker, version, bridges.token(made));
            try (var bridge = bridges.open(settings)) {
                bridge.awaitWell();
            }
            try (var probe = Bridges.visitor(broker)) {
                probe.publish(topic, "{\"result\":1}", 1);
            }
            assertThat(bridges.count(made, stream)).isZero();
            try (var bridge = bridges.open(settings)) {
                Bridges.await(() -> bridges.count(made, stream) == 1);
                bridge.awaitWell();
                try (var board = Bridges.returning(broker, "board")) {
                    board.subscribe(topic, 1);
                }
                broker.leave();
                Bridges.await(() -> !bridge.isWell());
                bridges.head(made).make("Datastreams(" + stream + ")/Observations", "{\"result\":2}");
                broker.comeBack();
                bridge.awaitWell();
                try (var board = Bridges.returning(broker, "board")) {
                    assertThat(board.next().json().get("result").asInt()).isEqualTo(2);
                    board.publish(topic, "{\"result\":3}", 1);
                    Bridges.await(() -> bridges.count(made, stream) == 3);
                }
            }
        }
    }

    @Test
    void onlyOneInstanceSpeaksWithTheBrokerAndAnotherTakesItsPlace() throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        var topic = "v1.1/Datastreams(" + stream + ")/Observations";
        try (var broker = new TestBroker();
                var probe = Bridges.visitor(broker);
                var second = bridges.closed(Bridges.settings(broker, 5, bridges.token(made)))) {
            try (var first = bridges.open(Bridges.settings(broker, 5, bridges.token(made)))) {
                first.awaitWell();
                second.start();
                Bridges.await(() -> second.word().equals("elsewhere"));
                assertThat(first.word()).isEqualTo("connected");
                probe.publish(topic, "{\"result\":1}", 1);
                Bridges.await(() -> bridges.count(made, stream) == 1);
            }
            probe.publish(topic, "{\"result\":2}", 1);
            Bridges.await(() -> bridges.count(made, stream) == 2);
            assertThat(second.word()).isEqualTo("connected");
        }
    }

    @Test
    void severalInstancesShareWhatComes() throws Exception {
        var made = worlds.make(1);
        var stream = bridges.stream(made, "");
        var topic = "v1.1/Datastreams(" + stream + ")/Observations";
        try (var broker = new TestBroker();
                var probe = Bridges.visitor(broker);
                var first = bridges.open(Bridges.shared(broker, "first", bridges.token(made)));
                var second = bridges.open(Bridges.shared(broker, "second", bridges.token(made)))) {
            first.awaitWell();
            second.awaitWell();
            for (var i = 0; i < 40; i++) {
                probe.publish(topic, "{\"result\":" + i + "}", 1);
            }
            Bridges.await(() -> bridges.count(made, stream) >= 40);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(bridges.count(made, stream)).isEqualTo(40);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void saysThatThePasswordIsWrong(int version, CapturedOutput output) throws Exception {
        try (var broker = new TestBroker();
                var bridge = bridges.open(new BrokerSettings(
                        URI.create(broker.address()),
                        version,
                        "zhuxi",
                        "zhuxi",
                        "guessed-secret",
                        "zx_token-secret",
                        "",
                        null,
                        null,
                        null,
                        Telling.OPEN,
                        10,
                        Duration.ofDays(1)))) {
            Bridges.await(() -> output.getOut().contains("refuses zhuxi.mqtt.broker.user and .password"));
            assertThat(bridge.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(output.getAll()).doesNotContain("guessed-secret").doesNotContain("token-secret");
        }
    }

    @Test
    void saysOnceThatTheBrokerIsAway(CapturedOutput output) throws Exception {
        try (var broker = new TestBroker();
                var bridge = bridges.closed(Bridges.settings(broker, 5, null))) {
            broker.leave();
            bridge.start();
            Bridges.await(() -> output.getOut().contains("cannot be reached"));
            TimeUnit.MILLISECONDS.sleep(2_500);
            assertThat(output.getOut().split("cannot be reached", -1)).hasSize(2);
            assertThat(bridge.isWell()).isFalse();
            broker.comeBack();
            bridge.awaitWell();
        }
    }
}
