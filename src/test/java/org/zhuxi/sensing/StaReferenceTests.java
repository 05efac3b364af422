package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.JsonNode;

/** What the standard leaves open and clients know from the reference server. */
@ZhuxiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaReferenceTests {

    private final Service service;
    private String thing = "";
    private String stream = "";

    StaReferenceTests(SensorThings things) {
        this.service = Service.open(things);
    }

    @BeforeAll
    void settle() {
        thing = "Things(" + service.make("Things", """
                {"name":"Row of bins","description":"","properties":{"isFull":true,"litres":[120,240],
                    "lids":[{"colour":"green","sizes":[[1,2],[3,4]]}]},
                 "Locations":[
                    {"name":"yard","description":"","encodingType":"application/geo+json","location":
                        {"type":"Polygon","coordinates":[[[119,32],[120,32],[120,33],[119,33],[119,32]]]}}],
                 "Datastreams":[{"name":"fill","description":"","observationType":"x","unitOfMeasurement":{},
                    "ObservedProperty":{"name":"Fill","definition":"http://example.org/f","description":"f"},
                    "Sensor":{"name":"radar","description":"","encodingType":"text/html","metadata":"none"},
                    "Observations":[
                        {"phenomenonTime":"2026-03-01T00:00:00Z","result":1,"parameters":{"isFull":"true"},
                         "resultQuality":[{"code":2}],"validTime":"2026-03-01T00:00:00Z/2026-03-02T00:00:00Z"},
                        {"phenomenonTime":"2026-03-01T01:00:00Z","result":2,"parameters":{"isFull":true},
                         "resultQuality":[{"code":1}]},
                        {"phenomenonTime":"2026-03-01T02:00:00Z","result":3,"parameters":{"isFull":false}}]}]}
                """) + ")";
        stream = "Datastreams("
                + values(thing + "/Datastreams").get(0).get("@iot.id").asLong() + ")";
    }

    private JsonNode values(String address) {
        return service.read(address).get("value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "litres[1]|{\"litres[1]\":240}",
                "litres%5B1%5D|{\"litres[1]\":240}",
                "litres/1|{\"1\":240}",
                "lids[0]/colour|{\"colour\":\"green\"}",
                "lids[0]/sizes[1][0]|{\"sizes[1][0]\":3}",
                "lids[0]/sizes[1]|{\"sizes[1]\":[3,4]}"
            })
    void partsOfArraysHaveAddresses(String part, String value) {
        assertThat(service.get(thing + "/properties/" + part).words()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"litres[2]", "litres[x]", "litres[-1]", "litres[]", "[0]", "litres[0", "litres[99999999999]"})
    void partsThatAreNotThereAreNotFound(String part) {
        assertThat(service.status(thing + "/properties/" + part)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "properties/litres[1] gt 200|1",
                "properties/litres[0] gt 200|0",
                "properties/lids[0]/sizes[1][0] eq 3|1",
                "properties/lids[0]/colour eq 'green'|1",
                "not properties/isFull|0"
            })
    void thingsAreFilteredByPartsOfArrays(String filter, int found) {
        assertThat(values("Things?$filter=name eq 'Row of bins' and " + filter)).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resultQuality[0]/code eq 2|1",
                "parameters/isFull eq Datastream/Thing/properties/isFull|2",
                "parameters/isFull ne Datastream/Thing/properties/isFull|1",
                "not parameters/isFull|1"
            })
    void untypedValuesAreTheSameWhenTheyAreWrittenAlike(String filter, int found) {
        assertThat(values(stream + "/Observations?$filter=" + filter)).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"9007199254740991", "9007199254740993", "-9223372036854775807", "123456789012345678901234567890"})
    void wholeNumbersAreKeptToTheLastDigit(String number) {
        var made = "Observations("
                + service.make(
                        stream + "/Observations",
                        "{\"phenomenonTime\":\"2026-04-01T00:00:00Z\",\"result\":%s}".formatted(number))
                + ")";

        assertThat(service.read(made).get("result").toString()).isEqualTo(number);
        assertThat(values(stream + "/Observations?$filter=result eq " + number)).hasSize(1);
        assertThat(service.ask("DELETE", made, "").status()).isEqualTo(200);
    }

    @Test
    void anAreaHasNoLength() {
        assertThat(values(thing + "/Locations?$filter=geo.length(location) gt 1"))
                .isEmpty();
    }

    @Test
    void whatIsExpandedKeepsItsLink() {
        var all = service.read(thing + "?$expand=Datastreams");
        var selected = service.read(thing + "?$select=name&$expand=Datastreams");

        assertThat(all.get("Datastreams@iot.navigationLink").asString()).endsWith(thing + "/Datastreams");
        assertThat(all.get("Datastreams")).hasSize(1);
        assertThat(selected.has("Datastreams@iot.navigationLink")).isFalse();
        assertThat(selected.get("Datastreams")).hasSize(1);
    }

    @Test
    void rowsHoldAllPropertiesUnlessSomeAreSelected() {
        var rows =
                values(stream + "/Observations?$resultFormat=dataArray&$top=1").get(0);

        assertThat(rows.get("components").toString())
                .isEqualTo(
                        "[\"id\",\"phenomenonTime\",\"resultTime\",\"result\",\"resultQuality\",\"validTime\",\"parameters\"]");
        assertThat(rows.get("dataArray").get(0).get(4).toString()).isEqualTo("[{\"code\":2}]");
        assertThat(rows.get("dataArray").get(0).get(5).asString())
                .isEqualTo("2026-03-01T00:00:00Z/2026-03-02T00:00:00Z");
    }

    @Test
    void anObservedPropertyMayStandInAMultiDatastreamTwice() {
        var property = service.make("ObservedProperties", "{\"name\":\"t\",\"definition\":\"d\",\"description\":\"\"}");
        var other = service.make("ObservedProperties", "{\"name\":\"h\",\"definition\":\"d\",\"description\":\"\"}");
        var multi =
                "MultiDatastreams(" + service.make(thing + "/MultiDatastreams", """
                {"name":"lowest and highest","description":"",
                 "observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation",
                 "multiObservationDataTypes":["a","b","c"],"unitOfMeasurements":[{"symbol":"°C"},{"symbol":"%%"},{"symbol":"°C"}],
                 "Sensor":{"name":"s","description":"","encodingType":"text/html","metadata":""},
                 "ObservedProperties":[{"@iot.id":%1$d},{"@iot.id":%2$d},{"@iot.id":%1$d}]}
                """.formatted(property, other)) + ")";

        assertThat(names(service.read(multi + "/ObservedProperties?$count=true").get("value")))
                .isEqualTo("tht");
        assertThat(service.read(multi + "/ObservedProperties?$count=true")
                        .get("@iot.count")
                        .asInt())
                .isEqualTo(3);
        assertThat(names(values(multi + "/ObservedProperties?$top=1&$skip=2"))).isEqualTo("t");
        assertThat(names(service.read(multi + "?$expand=ObservedProperties($expand=MultiDatastreams)")
                        .get("ObservedProperties")))
                .isEqualTo("tht");
        assertThat(values("ObservedProperties(" + property + ")/MultiDatastreams"))
                .hasSize(1);
    }

    private static String names(JsonNode entities) {
        var names = new StringBuilder();
        entities.forEach(entity -> names.append(entity.get("name").asString()));
        return names.toString();
    }
}
