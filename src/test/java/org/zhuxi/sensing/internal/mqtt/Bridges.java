package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhuxi.account.Accounts;
import org.zhuxi.platform.outgoing.AllowedHosts;
import org.zhuxi.sensing.MqttVisitor;
import org.zhuxi.sensing.SensorThings;
import org.zhuxi.sensing.Service;
import org.zhuxi.sensing.internal.mqtt.BrokerSettings.Telling;
import org.zhuxi.sensing.internal.sta.StaFollowing;
import org.zhuxi.testing.World;
import tools.jackson.databind.json.JsonMapper;

/** Connects the program of a test with a broker, several times where it stands for several instances. */
class Bridges {

    private static final Set<String> ALL = Set.of("sensing:manage", "sensing:write", "sensing:read");

    private final Admission admission;
    private final Arrivals arrivals;
    private final StaFollowing following;
    private final Root root;
    private final MqttMeters meters;
    private final JdbcTemplate jdbc;
    private final DataSource database;
    private final SensorThings things;
    private final Accounts accounts;
    private final JsonMapper json;

    Bridges(BeanFactory beans) {
        this.admission = beans.getBean(Admission.class);
        this.arrivals = beans.getBean(Arrivals.class);
        this.following = beans.getBean(StaFollowing.class);
        this.root = beans.getBean(Root.class);
        this.meters = beans.getBean(MqttMeters.class);
        this.jdbc = beans.getBean(JdbcTemplate.class);
        this.database = beans.getBean(DataSource.class);
        this.things = beans.getBean(SensorThings.class);
        this.accounts = beans.getBean(Accounts.class);
        this.json = beans.getBean(JsonMapper.class);
    }

    /** Connects. */
    Bridge open(BrokerSettings settings) {
        var bridge = closed(settings);
        bridge.start();
        return bridge;
    }

    /** Connects later. */
    Bridge closed(BrokerSettings settings) {
        return new Bridge(settings);
    }

    /** A program's side of a broker. */
    final class Bridge implements AutoCloseable {

        private final BrokerBridge bridge;

        private Bridge(BrokerSettings broker) {
            var settings = new MqttSettings("127.0.0.1", null, null, null, 10, 10, 1_000, 10, 1, 0, 1, broker);
            var news = new News(new Feed(jdbc, database));
            var desk = new Desk(settings, admission, arrivals, following, news, root, meters);
            var clients = new BrokerClients(new DefaultSslBundleRegistry(), AllowedHosts.ANY);
            bridge = new BrokerBridge(settings, desk, clients, database, root, json, "");
        }

        void start() {
            bridge.start();
        }

        Health health() {
            return new BrokerHealth(bridge).health();
        }

        String word() {
            var state = bridge.state();
            return state == null ? "" : state.word();
        }

        boolean isConnected() {
            var state = bridge.state();
            return state != null && state.isConnected();
        }

        boolean hasSubscribed() {
            var state = bridge.state();
            return state != null && state.hasSubscribed();
        }

        boolean isWell() {
            var state = bridge.state();
            return state != null && state.isWell();
        }

        /** Waits until it is connected and has subscribed, and a moment longer so that what is new is followed. */
        void awaitWell() throws InterruptedException {
            await(() -> isConnected() && isWell());
            TimeUnit.MILLISECONDS.sleep(700);
        }

        @Override
        public void close() {
            bridge.stop();
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    static BrokerSettings settings(TestBroker broker, int version, @Nullable String token) {
        return new BrokerSettings(
                URI.create(broker.address()),
                version,
                "zhuxi",
                "zhuxi",
                TestBroker.PASSWORD,
                token,
                "",
                null,
                null,
                null,
                Telling.OPEN,
                10,
                Duration.ofDays(1));
    }

    static BrokerSettings shared(TestBroker broker, String clientId, String token) {
        return new BrokerSettings(
                URI.create(broker.address()),
                5,
                clientId,
                "zhuxi",
                TestBroker.PASSWORD,
                token,
                "",
                null,
                null,
                "town",
                Telling.NOTHING,
                10,
                Duration.ofDays(1));
    }

    static MqttVisitor returning(TestBroker broker, String name) throws Exception {
        return MqttVisitor.again(broker.address(), TestBroker.PASSWORD, name);
    }

    static MqttVisitor visitor(TestBroker broker) throws Exception {
        return new MqttVisitor(broker.address(), TestBroker.PASSWORD);
    }

    int count(World.Made made, long stream) {
        return head(made)
                .read("Datastreams(" + stream + ")/Observations?$count=true")
                .get("@iot.count")
                .asInt();
    }

    Service head(World.Made made) {
        return new Service(things, accounts.actorOf(made.username("head")), false);
    }

    String token(World.Made made) {
        return accounts.issueToken(World.founder(), made.username("head"), "test", ALL, Duration.ofDays(1));
    }

    long stream(World.Made made, String more) {
        var head = head(made);
        var thing = head.make("Things", """
                {"name":"t","description":"","properties":{"a":1%s},
                 "Locations":[{"name":"l","description":"","encodingType":"application/geo+json",
                    "location":{"type":"Point","coordinates":[120,30]}}]}
                """.formatted(more));
        return head.make("Things(" + thing + ")/Datastreams", """
                {"name":"d","description":"","observationType":"x","unitOfMeasurement":{},
                 "Sensor":{"name":"s","description":"","encodingType":"text/html","metadata":""},
                 "ObservedProperty":{"name":"p","definition":"http://example.org/p","description":""}}
                """);
    }
}
