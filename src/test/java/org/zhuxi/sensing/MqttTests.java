package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The SensorThings service over MQTT: what is published is kept, and what is kept is told. */
@ZhuxiTest
@Import(World.class)
class MqttTests {

    private static final Set<String> ALL = Set.of("sensing:manage", "sensing:write", "sensing:read");
    private static final int REFUSED = 128;

    private final SensorThings things;
    private final Devices devices;
    private final World worlds;
    private final Accounts accounts;
    private final MeterRegistry meters;
    private final DataSource database;

    MqttTests(
            SensorThings things,
            Devices devices,
            World worlds,
            Accounts accounts,
            MeterRegistry meters,
            DataSource database) {
        this.things = things;
        this.devices = devices;
        this.worlds = worlds;
        this.accounts = accounts;
        this.meters = meters;
        this.database = database;
    }

    @Test
    void whatIsPublishedIsKept() throws Exception {
        var made = worlds.make(1);
        var stream = stream(made, "");
        try (var probe = visitor(token(made, "head", ALL))) {
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
            probe.publish("v1.1/Observations", "{\"result\":2,\"Datastream\":{\"@iot.id\":" + stream + "}}", 1);
            probe.publish("v1.1/Things", "{\"name\":\"by MQTT\",\"description\":\"\"}", 1);
        }
        var head = head(made);
        assertThat(head.read("Datastreams(" + stream + ")/Observations").get("value"))
                .extracting(one -> one.get("result").asInt())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(head.read("Things?$filter=name eq 'by MQTT'").get("value")).hasSize(1);
    }

    @Test
    void aMessageThatIsToBeReceivedOnceIsKeptOnce() throws Exception {
        var made = worlds.make(1);
        var stream = stream(made, "");
        try (var probe = visitor(token(made, "head", ALL))) {
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 2);
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":2}", 2);
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "no JSON", 2);
        }
        assertThat(head(made)
                        .read("Datastreams(" + stream + ")/Observations?$orderby=result")
                        .get("value"))
                .extracting(one -> one.get("result").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void manyMessagesKeepTheirOrder() throws Exception {
        var made = worlds.make(1);
        var stream = stream(made, "");
        try (var probe = visitor(token(made, "head", Set.of("sensing:write")))) {
            for (var i = 0; i < 400; i++) {
                probe.client()
                        .publish(
                                "v1.1/Datastreams(" + stream + ")/Observations",
                                ("{\"result\":" + i + "}").getBytes(StandardCharsets.UTF_8),
                                0,
                                false);
            }
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":400}", 1);
        }
        var results = head(made)
                .read("Datastreams(" + stream + ")/Observations?$orderby=id&$top=1000")
                .get("value");
        assertThat(results).hasSize(401);
        assertThat(results.get(7).get("result").asInt()).isEqualTo(7);
        assertThat(results.get(400).get("result").asInt()).isEqualTo(400);
    }

    @Test
    void setsEntitiesAndPropertiesAreTold() throws Exception {
        var made = worlds.make(1);
        var head = head(made);
        var stream = stream(made, "");
        var at = "v1.1/Datastreams(" + stream + ")";
        try (var board = visitor(token(made, "head", Set.of("sensing:read")))) {
            assertThat(board.subscribe(at + "/Observations?$select=result", 1)).isEqualTo(1);
            head.make("Datastreams(" + stream + ")/Observations", "{\"result\":61.5}");
            var selected = board.next();
            assertThat(selected.topic()).isEqualTo(at + "/Observations?$select=result");
            assertThat(selected.text()).isEqualTo("{\"result\":61.5}");

            assertThat(board.subscribe(at, 0)).isZero();
            head.ask("PATCH", "Datastreams(" + stream + ")", "{\"description\":\"changed\"}");
            var entity = board.next();
            assertThat(entity.topic()).isEqualTo(at);
            assertThat(entity.json().get("description").asString()).isEqualTo("changed");
            assertThat(entity.json().get("@iot.selfLink").asString())
                    .isEqualTo("https://zhuxi.example/sta/v1.1/Datastreams(" + stream + ")");

            assertThat(board.subscribe(at + "/name", 1)).isEqualTo(1);
            board.client().unsubscribe(at).waitForCompletion();
            head.ask("PATCH", "Datastreams(" + stream + ")", "{\"description\":\"again\"}");
            head.ask("PATCH", "Datastreams(" + stream + ")", "{\"name\":\"renamed\"}");
            assertThat(board.next().text()).isEqualTo("{\"name\":\"renamed\"}");
        }
    }

    @Test
    void aChangedObservationAndAPeriodThatGrowsAreTold() throws Exception {
        var made = worlds.make(1);
        var head = head(made);
        var stream = stream(made, "");
        var first = head.make(
                "Datastreams(" + stream + ")/Observations",
                "{\"result\":1,\"phenomenonTime\":\"2026-01-01T00:00:00Z\"}");
        try (var board = visitor(token(made, "head", Set.of("sensing:read")))) {
            board.subscribe("v1.1/Observations(" + first + ")/result", 1);
            head.ask("PATCH", "Observations(" + first + ")", "{\"result\":5}");
            assertThat(board.next().text()).isEqualTo("{\"result\":5}");
            board.subscribe("v1.1/Datastreams(" + stream + ")/phenomenonTime", 1);
            head.make(
                    "Datastreams(" + stream + ")/Observations",
                    "{\"result\":1,\"phenomenonTime\":\"2026-01-02T00:00:00Z\"}");
            assertThat(board.next().text())
                    .isEqualTo("{\"phenomenonTime\":\"2026-01-01T00:00:00Z/2026-01-02T00:00:00Z\"}");
        }
    }

    @Test
    void selectionsMayExpandAndFilter() throws Exception {
        var made = worlds.make(1);
        var head = head(made);
        var stream = stream(made, "");
        var topic = "v1.1/Datastreams(" + stream
                + ")/Observations?$select=result&$filter=result gt 50&$expand=Datastream($select=name)";
        try (var board = visitor(token(made, "head", Set.of("sensing:read")))) {
            assertThat(board.subscribe(topic, 1)).isEqualTo(1);
            head.make("Datastreams(" + stream + ")/Observations", "{\"result\":40}");
            head.make("Datastreams(" + stream + ")/Observations", "{\"result\":60}");
            assertThat(board.next().text()).isEqualTo("{\"result\":60,\"Datastream\":{\"name\":\"d\"}}");
            assertThat(board.subscribe("v1.1/Observations?$top=5", 1)).isEqualTo(REFUSED);
            assertThat(board.subscribe("v1.1/#", 1)).isEqualTo(REFUSED);
            assertThat(board.subscribe("elsewhere", 1)).isEqualTo(REFUSED);
        }
    }

    @Test
    void onlyWhoMayReadIsTold() throws Exception {
        var made = worlds.make(1);
        var head = head(made);
        var closed = stream(made, "");
        var open = stream(made, ",\"public\":true");
        var stranger = token(worlds.make(1), "head", ALL);
        try (var neighbour = visitor(stranger);
                var anybody = visitor("")) {
            assertThat(neighbour.subscribe("v1.1/Datastreams(" + closed + ")/Observations", 1))
                    .isEqualTo(REFUSED);
            var topic = "v1.1/Observations?$select=result&$filter=Datastream/id eq " + closed + " or Datastream/id eq "
                    + open;
            assertThat(neighbour.subscribe(topic, 1)).isEqualTo(1);
            assertThat(anybody.subscribe("v1.1/Datastreams(" + open + ")/Observations?$select=result", 0))
                    .isZero();
            head.make("Datastreams(" + closed + ")/Observations", "{\"result\":1}");
            head.make("Datastreams(" + open + ")/Observations", "{\"result\":2}");
            assertThat(neighbour.next().text()).isEqualTo("{\"result\":2}");
            assertThat(anybody.next().text()).isEqualTo("{\"result\":2}");
            neighbour.assertSilent(300);
        }
    }

    @Test
    void aWrongTokenIsRefusedAndARevokedOneEnds() throws Exception {
        assertThatThrownBy(() -> visitor("zx_wrong"))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        refused -> assertThat(refused.getReasonCode())
                                .isEqualTo(MqttException.REASON_CODE_FAILED_AUTHENTICATION));
        var made = worlds.make(1);
        var stream = stream(made, "");
        var actor = accounts.actorOf(made.username("head"));
        var token = token(made, "head", Set.of("sensing:write"));
        try (var probe = visitor(token)) {
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
            accounts.revokeToken(actor, accounts.tokensOf(actor).getFirst().id());
            assertThatThrownBy(
                            () -> probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":2}", 1))
                    .isInstanceOf(MqttException.class);
            probe.awaitEnd();
        }
        assertThat(results(made, stream)).isEqualTo(1);
    }

    @Test
    void whatCannotBeKeptIsAcknowledgedAndCounted() throws Exception {
        var made = worlds.make(1);
        var stream = stream(made, "");
        var before = refused();
        try (var probe = visitor(token(made, "head", ALL));
                var stranger = visitor(token(worlds.make(1), "head", ALL))) {
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":", 1);
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"unknown\":1}", 1);
            probe.publish("v1.1/Datastreams(999999)/Observations", "{\"result\":1}", 1);
            probe.publish("elsewhere/at/all", "{\"result\":1}", 1);
            stranger.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":1}", 1);
            probe.publish("v1.1/Datastreams(" + stream + ")/Observations", "{\"result\":7}", 1);
        }
        assertThat(refused() - before).isEqualTo(5);
        assertThat(results(made, stream)).isEqualTo(1);
    }

    @Test
    void whatIsTooLargeOrComesFromNobodyEndsTheConnection() throws Exception {
        var token = token(worlds.make(1), "head", ALL);
        try (var probe = visitor(token)) {
            probe.client().publish("v1.1/Things", new byte[300_000], 0, false);
            probe.awaitEnd();
        }
        try (var anybody = visitor("")) {
            anybody.client().publish("v1.1/Things", new byte[10], 1, false);
            anybody.awaitEnd();
        }
    }

    @Test
    void aMessageOfADeviceSentTwiceCountsOnce() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var code = "MQTT-" + made.communityCode();
        var device = devices.claim(
                head, new NewDevice(code, "compost-probe", made.communityCode(), "一号箱", false), Origin.SYNTHETIC);
        var topic = "devices/" + code + "/readings";
        try (var probe = visitor(token(made, "head", Set.of("sensing:write")))) {
            probe.publish(topic, "{\"readings\":[{\"sequence\":1,\"values\":{\"temperature\":60}}]}", 1);
            probe.publish(topic, "{\"readings\":[{\"sequence\":1,\"values\":{\"temperature\":60}}]}", 1);
            probe.publish(topic, "{\"readings\":[{\"sequence\":2,\"values\":{\"temperature\":null}}]}", 1);
            probe.publish(topic, "{\"readings\":[{\"sequence\":3,\"values\":{\"temperature\":61}}]}", 1);
        }
        var readings =
                new Service(things, head, false).read("Observations?$filter=Datastream/Thing/id eq " + device.thing());
        assertThat(readings.get("value"))
                .extracting(one -> one.get("result").asInt())
                .containsExactlyInAnyOrder(60, 61);
    }

    @Test
    void aMessageOfADeviceThatHoldsNothingIsRefusedAndTheNextOneIsTaken() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var code = "MQTT-" + made.communityCode();
        devices.claim(head, new NewDevice(code, "compost-probe", made.communityCode(), "一号箱", false), Origin.SYNTHETIC);
        var topic = "devices/" + code + "/readings";
        var before = refused();
        try (var probe = visitor(token(made, "head", Set.of("sensing:write")))) {
            probe.publish(topic, "null", 1);
            probe.publish(topic, "{\"readings\":[null]}", 1);
            probe.publish(topic, "{\"readings\":null}", 1);
            probe.publish(topic, "{\"readings\":[{\"sequence\":1,\"values\":{\"temperature\":60}}]}", 1);
        }
        assertThat(refused() - before).isEqualTo(3);
        assertThat(devices.get(head, code).lastSeenAt()).isNotNull();
    }

    @Test
    void anAcknowledgementComesAfterTheCommit() throws Exception {
        var made = worlds.make(1);
        var stream = stream(made, "");
        try (var probe = visitor(token(made, "head", ALL));
                var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select from sensing.stream_state where stream_id = " + stream + " for update");
            var sent = probe.client()
                    .publish(
                            "v1.1/Datastreams(" + stream + ")/Observations",
                            "{\"result\":1}".getBytes(StandardCharsets.UTF_8),
                            1,
                            false);
            TimeUnit.MILLISECONDS.sleep(800);
            assertThat(sent.isComplete()).isFalse();
            assertThat(results(made, stream)).isZero();
            other.rollback();
            sent.waitForCompletion(20_000);
        }
        assertThat(results(made, stream)).isEqualTo(1);
    }

    @Test
    void theLastWillOfAClientThatGoesWithoutAWordIsTaken() throws Exception {
        var made = worlds.make(1);
        var stream = stream(made, "");
        var topic = "v1.1/Datastreams(" + stream + ")/Observations";
        var head = token(made, "head", ALL);
        try (var board = visitor(head)) {
            board.subscribe(topic + "?$select=result", 1);
            try (var polite = new MqttVisitor(address(), head, topic, "{\"result\":\"polite\"}")) {
                polite.publish(topic, "{\"result\":1}", 1);
            }
            try (var gone = new MqttVisitor(address(), head, topic, "{\"result\":\"gone\"}")) {
                gone.breakOff();
            }
            assertThat(board.next().text()).isEqualTo("{\"result\":1}");
            assertThat(board.next().text()).isEqualTo("{\"result\":\"gone\"}");
        }
        assertThat(results(made, stream)).isEqualTo(2);
    }

    @Test
    void aClientThatComesAgainTakesThePlaceOfItsOlderConnection() throws Exception {
        var made = worlds.make(1);
        var head = token(made, "head", ALL);
        var stranger = token(worlds.make(1), "head", ALL);
        var name = "probe-" + made.communityCode();
        try (var older = new MqttVisitor(address(), head, name);
                var other = new MqttVisitor(address(), stranger, name);
                var newer = new MqttVisitor(address(), head, name)) {
            older.awaitEnd();
            assertThat(other.client().isConnected()).isTrue();
            assertThat(newer.client().isConnected()).isTrue();
        }
    }

    @Test
    void theLandingPageNamesTheAddress() {
        var settings = Service.open(things).read("").get("serverSettings");

        assertThat(settings.get("conformance").toString()).contains("via-mqtt");
        assertThat(address()).matches("mqtt://127\\.0\\.0\\.1:\\d+");
    }

    private MqttVisitor visitor(String token) throws MqttException {
        return new MqttVisitor(address(), token);
    }

    private String address() {
        return Service.open(things)
                .read("")
                .get("serverSettings")
                .get("http://www.opengis.net/spec/iot_sensing/1.1/req/receive-updates-via-mqtt/receive-updates")
                .get("endpoints")
                .get(0)
                .asString();
    }

    private double refused() {
        return meters.counter("zhuxi.mqtt.messages", "outcome", "refused").count();
    }

    private int results(World.Made made, long stream) {
        return head(made)
                .read("Datastreams(" + stream + ")/Observations?$count=true")
                .get("@iot.count")
                .asInt();
    }

    private Service head(World.Made made) {
        return new Service(things, accounts.actorOf(made.username("head")), false);
    }

    private String token(World.Made made, String who, Set<String> scopes) {
        return accounts.issueToken(World.founder(), made.username(who), "test", scopes, Duration.ofDays(1));
    }

    private long stream(World.Made made, String more) {
        var head = head(made);
        assertThat(head.actor()).isNotEqualTo(Actor.VISITOR);
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
