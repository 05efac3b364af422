package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Actor;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.JsonNode;

/** Observations of many streams come in order, page by page, whichever way they are read. */
@ZhuxiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationOrderTests {

    private static final String OURS = "Datastream/Thing/properties/kind eq 'order-trial'";
    private static final int STREAMS = 4;
    private static final int EACH = 300;

    private final SensorThings things;
    private final JdbcClient jdbc;
    private final Service service;
    private final List<Long> streams = new ArrayList<>();

    ObservationOrderTests(SensorThings things, JdbcClient jdbc) {
        this.things = things;
        this.jdbc = jdbc;
        this.service = Service.open(things);
    }

    @BeforeAll
    void settle() {
        for (var stream = 0; stream < STREAMS; stream++) {
            var thing = service.make("Things", """
                    {"name":"order %1$d","description":"","properties":{"kind":"order-trial","number":%1$d},
                     "Locations":[{"name":"yard","description":"","encodingType":"application/geo+json",
                        "location":{"type":"Point","coordinates":[119.44,32.4]}}],
                     "Datastreams":[{"name":"core","description":"","unitOfMeasurement":{},
                        "observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                        "ObservedProperty":{"name":"Temperature","definition":"urn:t","description":""},
                        "Sensor":{"name":"PT100","description":"","encodingType":"text/html","metadata":"none"}}]}
                    """.formatted(stream));
            streams.add(service.read("Things(" + thing + ")/Datastreams?$select=id")
                    .get("value")
                    .get(0)
                    .get("@iot.id")
                    .asLong());
        }
        streams.forEach(this::fill);
    }

    /** Each a minute after the other over three months, streams in turn, some at the same moment. */
    private void fill(long stream) {
        var rows = IntStream.range(0, EACH)
                .mapToObj(i -> "[\"2026-%02d-%02dT00:%02d:00Z\",%d]"
                        .formatted(3 + i % 3, 1 + i / 15, (i + streams.indexOf(stream) % 2) % 60, i))
                .toList();
        var answer = service.ask("POST", "CreateObservations", """
                [{"Datastream":{"@iot.id":%d},"components":["phenomenonTime","result"],"dataArray":[%s]}]
                """.formatted(stream, String.join(",", rows)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.words()).doesNotContain("error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phenomenonTime desc", "phenomenonTime", "phenomenonTime desc,id", ""})
    void pagesOfAKindOfThingHoldAllInOrder(String order) {
        var address = "Observations?$filter=" + OURS + "&$top=250" + (order.isEmpty() ? "" : "&$orderby=" + order);
        var read = new ArrayList<JsonNode>();
        for (var skip = 0; skip < STREAMS * EACH; skip += 250) {
            values(address + "&$skip=" + skip).forEach(read::add);
        }

        assertThat(read)
                .extracting(one -> one.get("@iot.id").asLong())
                .hasSize(STREAMS * EACH)
                .doesNotHaveDuplicates();
        if (!order.isEmpty()) {
            var byTime = Comparator.<JsonNode, String>comparing(
                    one -> one.get("phenomenonTime").asString());
            assertThat(read).isSortedAccordingTo(order.contains("desc") ? byTime.reversed() : byTime);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Datastream/Thing/properties/number ge 2 and result lt 10|20",
                "Datastream/Thing/properties/number eq 1 or result eq 7|303",
                "not (Datastream/Thing/properties/number eq 1) and result eq 7|3",
                "Datastream/Sensor/name eq 'PT100' and Datastream/ObservedProperty/name ne 'x' and result lt 2|8",
                "MultiDatastream/Thing/name eq 'order 1'|0"
            })
    void conditionsOfStreamsAndOfObservationsHoldTogether(String filter, int count) {
        var address = "Observations?$filter=" + OURS + " and (" + filter + ")&$top=1000&$count=true";

        for (var order : List.of("", "&$orderby=phenomenonTime desc")) {
            var page = service.read(address + order);
            assertThat(page.get("value")).as(order).hasSize(count);
            assertThat(page.get("@iot.count").asInt()).isEqualTo(count);
        }
    }

    @Test
    void whatLiesBehindManyIsTheEndOfTheWhole() {
        var byTime = ids("Observations?$top=1000&$filter=" + OURS);
        byTime.addAll(ids("Observations?$top=1000&$skip=1000&$filter=" + OURS));
        assertThat(byTime).hasSize(STREAMS * EACH).doesNotHaveDuplicates();

        var byResult = "Observations?$orderby=result desc&$top=1000&$filter=" + OURS;
        assertThat(ids(byResult + "&$skip=1000")).hasSize(200).doesNotContainAnyElementsOf(ids(byResult));
        assertThat(ids("Datastreams(" + streams.getFirst() + ")/Observations?$skip=1000&$filter=result ge 0"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d", "'%d'"})
    void streamsAndObservationsAreFoundByTheirNumbers(String written) {
        var stream = streams.get(2);
        var some = ids("Datastreams(" + stream + ")/Observations?$top=1").getFirst();

        assertThat(ids("Observations?$top=1000&$filter=Datastream/id eq " + written.formatted(stream)))
                .hasSize(EACH);
        assertThat(ids("Observations?$filter=id eq " + written.formatted(some))).containsExactly(some);
        assertThat(ids("Observations?$filter=Datastream/id eq " + written.formatted(stream) + " and id lt "
                        + written.formatted(some)))
                .isEmpty();
        assertThat(ids("Observations?$filter=Datastream/id gt 0.5 and Datastream/id eq " + stream))
                .isNotEmpty();
    }

    /** What is chosen by its stream is seen by whoever sees the stream. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&$orderby=phenomenonTime desc"})
    void aVisitorSeesObservationsOfOpenThingsOnly(String order) {
        var visitor = new Service(things, Actor.VISITOR, false);
        jdbc.sql("""
                        update sensing.thing
                        set is_open = properties @> '{"number": 0}'
                        where properties @> '{"kind": "order-trial"}'
                        """).update();

        assertThat(visitor.read("Observations?$top=1000&$filter=" + OURS + order)
                        .get("value"))
                .hasSize(EACH);
        assertThat(visitor.read("Observations?$top=1000&$filter=result ge 0" + order)
                        .get("value"))
                .allSatisfy(one -> assertThat(one.get("@iot.id").asLong() >> 32).isNotIn(streams.subList(1, STREAMS)));
    }

    private List<Long> ids(String address) {
        var ids = new ArrayList<Long>();
        values(address).forEach(one -> ids.add(one.get("@iot.id").asLong()));
        return ids;
    }

    private Iterable<JsonNode> values(String address) {
        return StreamSupport.stream(service.read(address).get("value").spliterator(), false)
                .toList();
    }
}
