package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhuxi.account.Accounts;
import org.zhuxi.sensing.MqttVisitor;
import org.zhuxi.sensing.SensorThings;
import org.zhuxi.sensing.internal.sta.StaEndpoints;
import org.zhuxi.sensing.internal.sta.StaFollowing;
import org.zhuxi.sensing.internal.sta.StaRequest;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** How the program listens for MQTT. */
@ZhuxiTest
@Import(World.class)
class MqttServerTests {

    private final Admission admission;
    private final Arrivals arrivals;
    private final StaFollowing following;
    private final Root root;
    private final MqttMeters meters;
    private final MeterRegistry registry;
    private final JdbcTemplate jdbc;
    private final DataSource database;
    private final SensorThings things;
    private final World worlds;
    private final Accounts accounts;

    @TempDir
    Path folder;

    MqttServerTests(
            Admission admission,
            Arrivals arrivals,
            StaFollowing following,
            Root root,
            MqttMeters meters,
            MeterRegistry registry,
            JdbcTemplate jdbc,
            DataSource database,
            SensorThings things,
            World worlds,
            Accounts accounts) {
        this.admission = admission;
        this.arrivals = arrivals;
        this.following = following;
        this.root = root;
        this.meters = meters;
        this.registry = registry;
        this.jdbc = jdbc;
        this.database = database;
        this.things = things;
        this.worlds = worlds;
        this.accounts = accounts;
    }

    @Test
    void aTakenPortDoesNotKeepTheProgramFromStarting() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = server(settings(taken.getLocalPort(), null), new DefaultSslBundleRegistry());
            server.start();
            assertThat(server.isRunning()).isFalse();
            assertThat(server.port()).isEqualTo(-1);
            server.stop();
        }
    }

    /** The server here has a feed of its own, as another program on the same database has. */
    @Test
    void whatAnotherProgramKeptIsTold() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var token = accounts.issueToken(
                World.founder(), made.username("head"), "test", Set.of("sensing:read"), Duration.ofDays(1));
        var told = new LinkedBlockingQueue<String>();
        var server = server(settings(0, null), new DefaultSslBundleRegistry());
        server.start();
        try (var client = new MqttClient("tcp://127.0.0.1:" + server.port(), "board", new MemoryPersistence())) {
            var options = new MqttConnectOptions();
            options.setUserName("board");
            options.setPassword(token.toCharArray());
            client.connect(options);
            client.subscribe("v1.1/Things?$select=name", 1, (topic, message) -> told.add(message.toString()));

            var answer = things.answer(
                    head,
                    false,
                    StaRequest.of("POST", "http://here/", "Things", "{\"name\":\"box\",\"description\":\"\"}"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"name\":\"box\"}");
            client.disconnect();
        } finally {
            server.stop();
        }
    }

    @Test
    void speaksTlsWithACertificate() throws Exception {
        var keys = TestKeys.make(folder).store();
        var bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("mqtt", SslBundle.of(SslStoreBundle.of(keys, TestKeys.PASSWORD, keys)));
        var server = server(settings(0, "mqtt"), bundles);
        server.start();
        try (var client = new MqttClient("ssl://127.0.0.1:" + server.port(), "tls", new MemoryPersistence())) {
            var options = new MqttConnectOptions();
            options.setHttpsHostnameVerificationEnabled(false);
            options.setSocketFactory(
                    bundles.getBundle("mqtt").createSslContext().getSocketFactory());
            client.connect(options);
            assertThat(client.isConnected()).isTrue();
            client.disconnect();
        } finally {
            server.stop();
        }
    }

    @Test
    void whoSaysNothingIsSentAway() throws Exception {
        var server = server(settings(0, null), new DefaultSslBundleRegistry());
        server.start();
        try (var nobody = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            nobody.setSoTimeout(20_000);
            nobody.getOutputStream().write(new byte[] {(byte) 0xC0, 0}); // PINGREQ before CONNECT
            assertThat(nobody.getInputStream().read()).isEqualTo(-1);
        } finally {
            server.stop();
        }
    }

    @Test
    void aMessageOfQosTwoThatComesAgainIsNotKeptAgain() throws Exception {
        var made = worlds.make(1);
        var token = accounts.issueToken(
                World.founder(),
                made.username("head"),
                "test",
                Set.of("sensing:manage", "sensing:read"),
                Duration.ofDays(1));
        var thing = Unpooled.copiedBuffer("{\"name\":\"once only\",\"description\":\"\"}", StandardCharsets.UTF_8);
        var publish = MqttMessageBuilders.publish()
                .topicName("v1.1/Things")
                .qos(MqttQoS.EXACTLY_ONCE)
                .messageId(7)
                .payload(thing)
                .build();
        var server = server(settings(0, null), new DefaultSslBundleRegistry());
        server.start();
        try (var client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            client.setSoTimeout(20_000);
            send(client, connect(token));
            assertThat(client.getInputStream().readNBytes(4)).containsExactly(0x20, 2, 0, 0);
            send(client, publish.retainedDuplicate());
            send(client, publish);
            assertThat(client.getInputStream().readNBytes(8)).containsExactly(0x50, 2, 0, 7, 0x50, 2, 0, 7);
            client.getOutputStream().write(new byte[] {0x62, 2, 0, 7}); // PUBREL
            assertThat(client.getInputStream().readNBytes(4)).containsExactly(0x70, 2, 0, 7);
        } finally {
            server.stop();
        }
        var answer = things.answer(
                accounts.actorOf(made.username("head")),
                false,
                StaRequest.get("http://here/", "Things", "$filter=name%20eq%20'once%20only'&$count=true"));
        assertThat(answer.words()).startsWith("{\"@iot.count\":1,");
    }

    private static MqttMessage connect(String token) {
        return MqttMessageBuilders.connect()
                .protocolVersion(MqttVersion.MQTT_3_1_1)
                .clientId("once")
                .cleanSession(true)
                .username("device")
                .password(token.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static void send(Socket client, MqttMessage message) throws IOException {
        var encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
        encoder.writeOutbound(message);
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            client.getOutputStream().write(ByteBufUtil.getBytes(part));
            part.release();
        }
        encoder.finish();
    }

    @Test
    void moreConnectionsThanAllowedAreEnded() throws Exception {
        var server = server(
                new MqttSettings("127.0.0.1", 0, null, null, 0, 10, 1_000, 10, 1, 0, 1, null),
                new DefaultSslBundleRegistry());
        server.start();
        try (var surplus = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            surplus.setSoTimeout(20_000);
            assertThat(surplus.getInputStream().read()).isEqualTo(-1);
        } finally {
            server.stop();
        }
    }

    @Test
    void whoSendsMoreThanItsShareIsSlowedDown() throws Exception {
        var made = worlds.make(1);
        var token = accounts.issueToken(
                World.founder(), made.username("head"), "test", Set.of("sensing:write"), Duration.ofDays(1));
        var server = server(
                new MqttSettings("127.0.0.1", 0, null, null, 10, 10, 1_000, 10, 1, 20, 10, null),
                new DefaultSslBundleRegistry());
        server.start();
        var before = slowed();
        try (var probe = new MqttVisitor("tcp://127.0.0.1:" + server.port(), token)) {
            for (var i = 1; i < 40; i++) {
                probe.client().publish("elsewhere", new byte[0], 0, false);
            }
            probe.publish("elsewhere", "{}", 1);
        } finally {
            server.stop();
        }
        assertThat(slowed() - before).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "gateway.example"})
    void listensBeyondThisMachineWithTlsOrWhenToldOtherwise(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MqttSettings(host, 0, null, null, 10, 10, 1_000, 10, 1, 0, 1, null))
                .withMessageContaining("zhuxi.mqtt.tls");
        assertThat(new MqttSettings(host, 0, "none", null, 10, 10, 1_000, 10, 1, 0, 1, null).tls())
                .isNull();
        assertThat(new MqttSettings(host, 0, "bundle", null, 10, 10, 1_000, 10, 1, 0, 1, null).tls())
                .isEqualTo("bundle");
    }

    private double slowed() {
        return registry.counter("zhuxi.mqtt.slowed").count();
    }

    private MqttServer server(MqttSettings settings, DefaultSslBundleRegistry bundles) {
        var news = new News(new Feed(jdbc, database));
        var desk = new Desk(settings, admission, arrivals, following, news, root, meters);
        return new MqttServer(settings, desk, new StaEndpoints(), bundles, "");
    }

    private static MqttSettings settings(int port, @Nullable String tls) {
        return new MqttSettings("127.0.0.1", port, tls, null, 10, 10, 1_000, 10, 1, 0, 1, null);
    }
}
