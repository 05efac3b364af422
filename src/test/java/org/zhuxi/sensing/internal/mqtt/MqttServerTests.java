package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
