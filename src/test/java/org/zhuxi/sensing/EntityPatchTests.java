package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.sensing.internal.sta.StaAnswer;
import org.zhuxi.sensing.internal.sta.StaRequest;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.JsonNode;

/** Changes of entities by JSON Patch (OGC 18-088, update-entity-jsonpatch). */
@ZhuxiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityPatchTests {

    private final Service service;
    private String thing = "";
    private String stream = "";

    EntityPatchTests(SensorThings things) {
        this.service = Service.open(things);
    }

    @BeforeAll
    void settle() {
        var made = service.make("Things", """
                {"name":"Bin 3","description":"kitchen waste","properties":{"kind":"bin","lids":[{"colour":"green"}]},
                 "Locations":[{"name":"gate","description":"east gate","encodingType":"application/geo+json",
                    "location":{"type":"Point","coordinates":[119.44,32.4]}}],
                 "Datastreams":[{"name":"fill","description":"how full",
                    "observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                    "unitOfMeasurement":{"name":"percent","symbol":"%","definition":"ucum:%"},
                    "ObservedProperty":{"name":"Fill","definition":"http://example.org/f","description":"f"},
                    "Sensor":{"name":"ultrasonic","description":"","encodingType":"text/html","metadata":"none"},
                    "Observations":[{"phenomenonTime":"2026-03-01T00:00:00Z","result":40}]}],
                 "MultiDatastreams":[{"name":"air","description":"",
                    "observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation",
                    "multiObservationDataTypes":["a"],"unitOfMeasurements":[{"symbol":"°C"}],
                    "Sensor":{"name":"s","description":"","encodingType":"text/html","metadata":""},
                    "ObservedProperties":[{"name":"t","definition":"d","description":""}]}]}
                """);
        thing = "Things(" + made + ")";
        stream = at(thing + "/Datastreams", "Datastreams");
    }

    private String at(String relation, String set) {
        var id = service.read(relation).get("value").get(0).get("@iot.id").asLong();
        return set + "(" + id + ")";
    }

    private StaAnswer patch(String at, String patch) {
        return service.things()
                .answer(
                        service.actor(),
                        true,
                        new StaRequest(
                                "PATCH",
                                Service.ROOT,
                                at,
                                null,
                                "application/json-patch+json;charset=UTF-8",
                                patch.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Things|/Things|name",
                "Locations|/Locations|name",
                "HistoricalLocations|/HistoricalLocations|time",
                "Datastreams|/Datastreams|description",
                "MultiDatastreams|/MultiDatastreams|description",
                "Sensors|/Sensors|metadata",
                "ObservedProperties|/ObservedProperties|definition",
                "Observations|/Observations|result",
                "FeaturesOfInterest|/FeaturesOfInterest|name"
            })
    void entitiesOfAllTypesAreChanged(String set, String address, String property) {
        var at = at(address.substring(1) + "?$orderby=id desc", set);
        var value = property.equals("time") ? "2026-02-01T00:00:00Z" : "patched";
        var answer = patch(at, "[{'op':'replace','path':'/%s','value':'%s'}]".formatted(property, value));

        assertThat(answer.status()).as(answer.words()).isEqualTo(200);
        assertThat(service.read(at + "/" + property).get(property).asString()).isEqualTo(value);
    }

    @Test
    void operationsAreDoneInTheirOrder() {
        var made = make();
        var answer = patch(made, """
                [{'op':'test','path':'/properties/count','value':1.0},
                 {'op':'add','path':'/properties/lids/-','value':{'colour':'red'}},
                 {'op':'copy','from':'/properties/count','path':'/properties/before'},
                 {'op':'move','from':'/properties/count','path':'/properties/times'},
                 {'op':'replace','path':'/description','value':'emptied'},
                 {'op':'remove','path':'/properties/lids/0'}]
                """);

        assertThat(answer.status()).as(answer.words()).isEqualTo(200);
        assertThat(service.read(made).get("description").asString()).isEqualTo("emptied");
        assertThat(properties(made).toString()).isEqualTo("{\"lids\":[{\"colour\":\"red\"}],\"times\":1,\"before\":1}");
    }

    private String make() {
        var id = service.make("Things", """
                {"name":"Bin","description":"full","properties":{"count":1,"lids":[{"colour":"green"}]}}
                """);
        return "Things(" + id + ")";
    }

    private JsonNode properties(String at) {
        return service.read(at).get("properties");
    }

    @Test
    void whatIsOptionalCanBeTakenAwayAndPutBack() {
        var made = make();

        assertThat(patch(made, "[{'op':'remove','path':'/properties'}]").status())
                .isEqualTo(200);
        assertThat(service.status(made + "/properties")).isEqualTo(204);
        assertThat(patch(made, "[{'op':'add','path':'/properties','value':{'a':1}}]")
                        .status())
                .isEqualTo(200);
        assertThat(properties(made).get("a").asInt()).isEqualTo(1);
    }

    @Test
    void aStreamIsGivenAnotherSensor() {
        var sensor = service.make(
                "Sensors", "{\"name\":\"radar\",\"description\":\"\",\"encodingType\":\"x\",\"metadata\":\"\"}");
        var answer = patch(stream, "[{'op':'add','path':'/Sensor','value':{'@iot.id':%d}}]".formatted(sensor));

        assertThat(answer.status()).as(answer.words()).isEqualTo(200);
        assertThat(service.read(stream + "/Sensor").get("@iot.id").asLong()).isEqualTo(sensor);
    }

    @Test
    void anObservationMovesToAMonthThatNobodyHasMeasuredIn() {
        var observation = "Observations(" + service.make(stream + "/Observations", "{\"result\":1}") + ")";
        var answer = patch(observation, """
                [{'op':'add','path':'/validTime','value':'2031-05-01T00:00:00Z/2031-05-02T00:00:00Z'},
                 {'op':'copy','from':'/validTime','path':'/phenomenonTime'}]
                """);

        assertThat(answer.status()).as(answer.words()).isEqualTo(200);
        assertThat(service.read(observation).get("phenomenonTime").asString())
                .isEqualTo("2031-05-01T00:00:00Z/2031-05-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "409|[{'op':'replace','path':'/name','value':'new'},{'op':'test','path':'/description','value':'empty'}]",
                "409|[{'op':'replace','path':'/name','value':'new'},{'op':'remove','path':'/properties/nothing'}]",
                "400|[{'op':'replace','path':'/name','value':'new'},{'op':'add','path':'properties','value':{}}]",
                "400|[{'op':'replace','path':'/name','value':'new'},{'op':'add','path':'/properties/~','value':1}]",
                "400|[{'op':'replace','path':'/name','value':'new'},{'op':'add','path':'/colour','value':'red'}]",
                "400|[{'op':'replace','path':'/name','value':7}]",
                "400|[{'op':'remove','path':'/name'}]",
                "400|[{'op':'replace','path':'/properties','value':[1]}]",
                "400|[{'op':'replace','path':'/@iot.id','value':1}]",
                "400|[{'op':'remove','path':'/@iot.selfLink'}]",
                "400|[{'op':'add','path':'','value':[]}]",
                "400|[{'op':'add','path':'/Locations','value':[{'name':'new'}]}]",
                "400|{'name':'new'}",
                "400|[{'op':'repl",
                "400|",
            })
    void nothingIsChangedByAPatchThatFails(int status, String patch) {
        var made = make();
        var before = service.read(made);
        var answer = patch(made, patch == null ? "" : patch);

        assertThat(answer.status()).as(answer.words()).isEqualTo(status);
        assertThat(Service.json(answer).get("code").asInt()).isEqualTo(status);
        assertThat(Service.json(answer).get("message").asString()).isNotBlank();
        assertThat(service.read(made)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Datastreams|[{'op':'replace','path':'/phenomenonTime','value':'2026-01-01T00:00:00Z/2026-01-02T00:00:00Z'}]",
                "Observations|[{'op':'remove','path':'/result'}]",
                "Observations|[{'op':'remove','path':'/phenomenonTime'}]",
                "Observations|[{'op':'add','path':'/Datastream','value':{'@iot.id':1}}]"
            })
    void whatTheServiceNeedsOrMakesStays(String set, String patch) {
        assertThat(patch(at(stream + (set.equals("Datastreams") ? "/Thing/Datastreams" : "/Observations"), set), patch)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyOneEntityThatIsThereIsPatched() {
        assertThat(patch("Things(999999999)", "[]").status()).isEqualTo(404);
        assertThat(patch("Things", "[]").status()).isEqualTo(405);
        assertThat(patch(thing, "[]").status()).isEqualTo(200);
    }

    @Test
    void aBatchHoldsPatches() {
        var made = make();
        var answer = Service.json(service.ask("POST", "$batch", """
                {"requests":[{"id":"1","method":"patch","url":"%s","headers":{"content-type":"application/json-patch+json"},
                  "body":[{"op":"replace","path":"/name","value":"batched"}]}]}
                """.formatted(made)));

        assertThat(answer.get("responses").get(0).get("status").asInt()).isEqualTo(200);
        assertThat(service.read(made).get("name").asString()).isEqualTo("batched");
    }

    @Test
    void theLandingPageListsIt() {
        assertThat(service.read("").get("serverSettings").get("conformance").toString())
                .contains("create-update-delete/update-entity-jsonpatch");
    }
}
