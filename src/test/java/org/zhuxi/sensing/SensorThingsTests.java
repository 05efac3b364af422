package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.JsonNode;

/** The requirements of OGC 18-088 (SensorThings 1.1, sensing) as its conformance suites ask for them. */
@ZhuxiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensorThingsTests {

    private final Service service;
    private long thing;
    private long stream;

    SensorThingsTests(SensorThings things) {
        this.service = Service.open(things);
    }

    @BeforeAll
    void settle() {
        thing = service.make("Things", """
                {"name":"Probe 7","description":"compost probe","properties":{"kind":"compost","bin":{"number":7}},
                 "Locations":[{"name":"yard","description":"the yard","encodingType":"application/geo+json",
                    "location":{"type":"Point","coordinates":[119.44,32.4]}}],
                 "Datastreams":[{"name":"core","description":"core temperature",
                    "observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                    "unitOfMeasurement":{"name":"degree Celsius","symbol":"°C","definition":"ucum:Cel"},
                    "ObservedProperty":{"name":"Temperature","definition":"http://example.org/t","description":"t"},
                    "Sensor":{"name":"PT100","description":"","encodingType":"text/html","metadata":"none"},
                    "Observations":[
                        {"phenomenonTime":"2026-03-01T00:00:00Z","result":40},
                        {"phenomenonTime":"2026-03-01T01:00:00Z","result":55.5,"resultTime":"2026-03-01T01:00:01Z",
                         "parameters":{"depth":30}},
                        {"phenomenonTime":"2026-03-01T03:00:00+01:00","result":61}]}]}
                """);
        stream = service.read("Things(" + thing + ")/Datastreams")
                .get("value")
                .get(0)
                .get("@iot.id")
                .asLong();
    }

    @Test
    void theLandingPageNamesAllSetsAndWhatHolds() {
        var page = service.read("");

        assertThat(page.get("value")).hasSize(9);
        assertThat(page.get("serverSettings").get("conformance").toString()).contains("req/datamodel/thing");
    }

    @Test
    void anEntityHasItsLinks() {
        var found = service.read("Things(" + thing + ")");

        assertThat(found.get("@iot.selfLink").asString()).isEqualTo(Service.ROOT + "Things(" + thing + ")");
        assertThat(found.get("Datastreams@iot.navigationLink").asString()).endsWith("/Datastreams");
        assertThat(found.get("properties").get("bin").get("number").asInt()).isEqualTo(7);
    }

    @Test
    void aStreamKnowsTheTimesOfItsObservations() {
        assertThat(service.read("Datastreams(" + stream + ")")
                        .get("phenomenonTime")
                        .asString())
                .isEqualTo("2026-03-01T00:00:00Z/2026-03-01T02:00:00Z");
    }

    @Test
    void aLocationLeavesAHistoricalOneAndBecomesTheFeature() {
        assertThat(values("Things(" + thing + ")/HistoricalLocations")).hasSize(1);
        assertThat(service.read("Datastreams(" + stream + ")/Observations?$expand=FeatureOfInterest&$top=1")
                        .get("value")
                        .get(0)
                        .get("FeatureOfInterest")
                        .get("feature")
                        .get("type")
                        .asString())
                .isEqualTo("Point");
        assertThat(distinctFeatures()).isEqualTo(1);
    }

    private long distinctFeatures() {
        return StreamSupport.stream(
                        values("Datastreams(" + stream + ")/Observations?$expand=FeatureOfInterest($select=id)")
                                .spliterator(),
                        false)
                .map(one -> one.get("FeatureOfInterest").get("@iot.id").asLong())
                .distinct()
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "result gt 50|2",
                "result gt '50'|2",
                "result eq 55.5|1",
                "result add 5 ge 60.5 and not (result eq 61)|1",
                "result div 0 gt 1|0",
                "result mod 2 eq 1|1",
                "phenomenonTime ge 2026-03-01T01:00:00Z|2",
                "phenomenonTime lt 2026-03-01T09:00:00+08:00|1",
                "phenomenonTime ge 2026-03-01T00:00:00Z/2026-03-01T00:30:00Z|2",
                "resultTime eq null|2",
                "parameters/depth eq 30|1",
                "year(phenomenonTime) eq 2026 and hour(phenomenonTime) gt 0|2",
                "date(phenomenonTime) eq 2026-03-01|3",
                "phenomenonTime gt now() sub duration'P1D'|0",
                "Datastream/Thing/properties/kind eq 'compost'|3",
                "Datastream/Thing/Locations/name eq 'yard' and result lt 50|1",
                "substringof('ore', Datastream/name)|3",
                "round(result) eq 56 or floor(result) eq 40|2",
                "FeatureOfInterest/name eq 'nowhere'|0",
                "during(phenomenonTime, 2026-03-01T00:30:00Z/2026-03-01T01:30:00Z)|1",
                "during(phenomenonTime, 2026-03-01T00:00:00Z/2026-03-01T01:00:00Z)|1",
                "before(phenomenonTime, 2026-03-01T01:00:00Z)|1",
                "before(2026-03-01T00:00:00Z/2026-03-01T01:00:00Z, phenomenonTime)|2",
                "after(phenomenonTime, 2026-03-01T00:00:00Z/2026-03-01T01:00:00Z)|2",
                "overlaps(phenomenonTime, 2026-03-01T00:00:00Z/2026-03-01T01:00:00Z)|1",
                "overlaps(phenomenonTime, 2026-03-01T01:00:00Z)|1",
                "not result lt 50 and not result gt 60|1"
            })
    void observationsAreFiltered(String filter, int found) {
        assertThat(values("Datastreams(" + stream + ")/Observations?$filter=" + filter))
                .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "st_within(location, geography'POLYGON ((119 32, 120 32, 120 33, 119 33, 119 32))')|true",
                "st_within(location, geography'POLYGON ((10 32, 12 32, 12 33, 10 33, 10 32))')|false",
                "geo.distance(location, geography'POINT (119.44 32.5)') lt 0.11|true",
                "geo.distance(location, geography'POINT (119.44 32.5)') lt 0.09|false",
                "not st_disjoint(location, geography'POINT (119.44 32.4)')|true"
            })
    void placesAreFilteredByGeometry(String filter, boolean isFound) {
        var found = values("Things(" + thing + ")/Locations?$filter=" + filter);

        assertThat(found).hasSize(isFound ? 1 : 0);
    }

    @Test
    void whatIsExpandedComesWithItsOptions() {
        var found = service.read(
                "Things(" + thing
                        + ")?$expand=Datastreams($select=name;$expand=Observations($orderby=result desc;$top=1;$count=true),Sensor),Locations");
        var first = found.get("Datastreams").get(0);

        assertThat(first.has("description")).isFalse();
        assertThat(first.get("Observations")).hasSize(1);
        assertThat(first.get("Observations").get(0).get("result").asInt()).isEqualTo(61);
        assertThat(first.get("Observations@iot.count").asInt()).isEqualTo(3);
        assertThat(first.get("Observations@iot.nextLink").asString())
                .contains("$skip=1")
                .contains("$orderby=");
        assertThat(first.get("Sensor").get("name").asString()).isEqualTo("PT100");
        assertThat(found.get("Locations").get(0).get("name").asString()).isEqualTo("yard");
    }

    @Test
    void pagesFollowEachOther() {
        var first = service.read(
                "Datastreams(" + stream + ")/Observations?$top=2&$count=true&$orderby=phenomenonTime desc");
        var next = first.get("@iot.nextLink").asString();
        var second = Service.json(service.things()
                .answer(
                        service.actor(),
                        true,
                        org.zhuxi.sensing.internal.sta.StaRequest.get(
                                Service.ROOT,
                                "Datastreams(" + stream + ")/Observations",
                                next.substring(next.indexOf('?') + 1))));

        assertThat(first.get("@iot.count").asInt()).isEqualTo(3);
        assertThat(first.get("value").get(0).get("result").asInt()).isEqualTo(61);
        assertThat(second.get("value")).hasSize(1);
        assertThat(second.get("value").get(0).get("result").asInt()).isEqualTo(40);
        assertThat(second.has("@iot.nextLink")).isFalse();
    }

    @Test
    void propertiesAndValuesHaveAddressesOfTheirOwn() {
        var at = "Things(" + thing + ")";

        assertThat(service.read(at + "/name").get("name").asString()).isEqualTo("Probe 7");
        assertThat(service.get(at + "/name/$value").words()).isEqualTo("Probe 7");
        assertThat(service.get("Datastreams(" + stream + ")/unitOfMeasurement/symbol/$value")
                        .words())
                .isEqualTo("°C");
        assertThat(service.read(at + "/Datastreams/$ref")
                        .get("value")
                        .get(0)
                        .get("@iot.selfLink")
                        .asString())
                .isEqualTo(Service.ROOT + "Datastreams(" + stream + ")");
        assertThat(service.status("Datastreams(" + stream + ")/properties")).isEqualTo(204);
        assertThat(service.read("Datastreams(" + stream + ")/Thing/Locations").get("value"))
                .hasSize(1);
    }

    @Test
    void observationsComeAndGoAsRows() {
        var own = stream("rows");
        var answer = service.ask("POST", "CreateObservations", """
                [{"Datastream":{"@iot.id":%d},"components":["phenomenonTime","result"],"dataArray@iot.count":3,
                  "dataArray":[["2026-04-01T00:00:00Z",1],["never",2],["2026-04-01T00:02:00Z","wet"]]},
                 {"Datastream":{"@iot.id":999999},"components":["result"],"dataArray":[[3]]}]
                """.formatted(own));
        var links = Service.json(answer);
        var rows = service.read("Datastreams(" + own
                + ")/Observations?$resultFormat=dataArray&$select=phenomenonTime,result&$count=true");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(links.get(0).asString()).startsWith(Service.ROOT + "Observations(");
        assertThat(links.get(1).asString()).startsWith("error");
        assertThat(links.get(3).asString()).startsWith("error");
        assertThat(rows.get("value").get(0).get("dataArray").toString())
                .isEqualTo("[[\"2026-04-01T00:00:00Z\",1],[\"2026-04-01T00:02:00Z\",\"wet\"]]");
        assertThat(service.status(links.get(2).asString().substring(Service.ROOT.length())))
                .isEqualTo(200);
    }

    private long stream(String name) {
        return service.make("Datastreams", """
                {"name":"%s","description":"","observationType":"x","unitOfMeasurement":{},"Thing":{"@iot.id":%d},
                 "Sensor":{"name":"s","description":"","encodingType":"text/html","metadata":""},
                 "ObservedProperty":{"name":"p","definition":"http://example.org/p","description":""}}
                """.formatted(name, thing));
    }

    @Test
    void anEntityIsChangedReplacedAndDeleted() {
        var own = stream("short-lived");
        var observation = service.make("Datastreams(" + own + ")/Observations", "{\"result\":1}");
        var at = "Datastreams(" + own + ")";

        assertThat(service.ask("PATCH", at, "{\"name\":\"long-lived\"}").status())
                .isEqualTo(200);
        assertThat(service.read(at).get("name").asString()).isEqualTo("long-lived");
        assertThat(service.ask(
                                "PATCH",
                                at,
                                "{\"Sensor\":{\"name\":\"new\",\"description\":\"\",\"encodingType\":\"x\",\"metadata\":\"\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(service.ask("PUT", at, "{\"name\":\"only\"}").status()).isEqualTo(400);
        assertThat(service.ask(
                                "PATCH",
                                "Observations(" + observation + ")",
                                "{\"result\":{\"a\":[1]},\"phenomenonTime\":\"2026-05-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(200);
        assertThat(service.read("Observations(" + observation + ")/result/a/0")
                        .get("0")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.read(at).get("phenomenonTime").asString()).startsWith("2026-05-01");
        assertThat(service.ask("DELETE", at, "").status()).isEqualTo(200);
        assertThat(service.status("Observations(" + observation + ")")).isEqualTo(404);
        assertThat(service.ask("DELETE", at, "").status()).isEqualTo(404);
    }

    @Test
    void nothingIsMadeWhenAPartIsWrong() {
        var before = service.read("Things?$count=true&$top=0").get("@iot.count").asInt();
        var answer = service.ask("POST", "Things", """
                {"name":"half","description":"","Datastreams":[{"name":"no sensor","description":"","observationType":"x",
                 "unitOfMeasurement":{}}]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(service.read("Things?$count=true&$top=0").get("@iot.count").asInt())
                .isEqualTo(before);
    }

    @Test
    void aMultiDatastreamKeepsSeveralResultsTogether() {
        var multi = service.make("MultiDatastreams", """
                {"name":"air","description":"","observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation",
                 "multiObservationDataTypes":["a","b"],"unitOfMeasurements":[{"symbol":"°C"},{"symbol":"%%"}],
                 "Thing":{"@iot.id":%d},"Sensor":{"name":"s","description":"","encodingType":"text/html","metadata":""},
                 "ObservedProperties":[{"name":"t","definition":"d","description":""},{"name":"h","definition":"d","description":""}]}
                """.formatted(thing));
        var observation = service.make("MultiDatastreams(" + multi + ")/Observations", "{\"result\":[21.5,60]}");

        assertThat(service.ask("POST", "MultiDatastreams(" + multi + ")/Observations", "{\"result\":[1]}")
                        .status())
                .isEqualTo(400);
        assertThat(service.read("Observations(" + observation + ")?$expand=MultiDatastream")
                        .get("MultiDatastream")
                        .get("name")
                        .asString())
                .isEqualTo("air");
        assertThat(service.read("Observations(" + observation + ")").has("Datastream@iot.navigationLink"))
                .isFalse();
        assertThat(values("MultiDatastreams(" + multi + ")/ObservedProperties")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("t");
        assertThat(service.status("Datastreams(" + multi + ")")).isEqualTo(404);
    }

    @Test
    void aBatchIsDoneInOrderAndAGroupAsAWhole() {
        var answer = Service.json(service.ask("POST", "$batch", """
                {"requests":[
                 {"id":"t","method":"post","url":"Things","body":{"name":"batched","description":""},"atomicityGroup":"g"},
                 {"id":"l","method":"post","url":"$t/Locations","atomicityGroup":"g",
                  "body":{"name":"l","description":"","encodingType":"application/geo+json","location":{"type":"Point","coordinates":[1,2]}}},
                 {"id":"r","method":"get","url":"$t/Locations?$select=name"},
                 {"id":"x","method":"post","url":"Things","body":{"name":"undone","description":""},"atomicityGroup":"h"},
                 {"id":"y","method":"post","url":"Things","body":{"name":"broken"},"atomicityGroup":"h"}]}
                """)).get("responses");

        assertThat(answer.get(0).get("status").asInt()).isEqualTo(201);
        assertThat(answer.get(2).get("body").get("value").get(0).get("name").asString())
                .isEqualTo("l");
        assertThat(answer.get(3).get("status").asInt()).isEqualTo(400);
        assertThat(values("Things?$filter=name eq 'undone'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Things(999999999)|404",
                "Things(9223372036854775807)|404",
                "Things(abc)|404",
                "Nothing|404",
                "Things(99999999999999999999)|404",
                "Things?$top=-1|400",
                "Things?$count=maybe|400",
                "Things?$search=x|501",
                "Things?nonsense=1|400",
                "Things?$filter=nme eq 1|400",
                "Things?$filter=name eq|400",
                "Things?$filter=name eq 'a|400",
                "Things?$filter=name eq 'x'') or 1=1 --'|200",
                "Things?$orderby=nme|400",
                "Things?$expand=Nothing|400",
                "Things?$filter=Datastreams/Observations/result gt 5|200",
                "Things?$filter=properties/a/b/c gt 'x'|200",
                "Things?$filter=name gt 5|400",
                "Observations?$filter=phenomenonTime gt 2026-13-01T00:00:00Z|400",
                "Observations?$filter=result gt 1e999|200",
                "Things(1)/name(|404",
                "Observations?$filter=result mul 1e308 mul 1e308 gt 1|400",
                "Observations?$filter=substring('abc', 0 sub 5, 2) eq 'a'|200",
                "Locations?$filter=st_within(location, geography'POINT')|400",
                "Observations?$filter=during(phenomenonTime, 2026-03-01T00:00:00Z)|400",
                "Things?$filter=properties/bins[x] eq 1|400",
                "Things?$filter=properties/bins[0 eq 1|400",
                "Things?$filter=name[0] eq 'x'|400",
                "Things?$expand=Datastreams/Thing/Datastreams/Thing/Datastreams/Thing/Datastreams/Thing/Datastreams|400"
            })
    void whatCannotBeReadIsSaidSo(String address, int status) {
        var answer = service.get(address);

        assertThat(answer.status()).as(answer.words()).isEqualTo(status);
        assertThat(status == 200 || Service.json(answer).get("code").asInt() == status)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":NaN}",
                "{\"result\":1e999}",
                "{\"result\":1,\"phenomenonTime\":\"99999-01-01T00:00:00Z\"}",
                "{\"result\":1,\"phenomenonTime\":\"2026-02-30T00:00:00Z\"}",
                "{\"result\":\"\\u0000\"}",
                "{\"resu",
                "[]",
                "7",
                "",
                "{\"result\":1,\"validTime\":\"2026-02-03T00:00:00Z/2026-02-01T00:00:00Z\"}",
                "{\"result\":1,\"colour\":2}",
                "{}",
                "{\"result\":1,\"FeatureOfInterest\":{\"@iot.id\":123456789}}"
            })
    void observationsThatCannotBeAreRefused(String body) {
        var answer = service.ask("POST", "Datastreams(" + stream + ")/Observations", body);

        assertThat(answer.status()).as(answer.words()).isEqualTo(400);
    }

    private JsonNode values(String address) {
        return service.read(address).get("value");
    }
}
