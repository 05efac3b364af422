package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhuxi.sensing.internal.store.EntityReader;
import tools.jackson.databind.json.JsonMapper;

class BrokerTopicsTests {

    private static final String ROOT = "https://zhuxi.example/sta/v1.1/";

    private final BrokerTopics topics =
            new BrokerTopics(BrokerSettingsTests.settings("in/", "out/"), ROOT, new JsonMapper());

    @Test
    void subscribesToWhatCanBePostedAndToNothingElse() {
        assertThat(topics.filters())
                .contains("in/devices/+/readings", "in/v1.1/Observations", "in/v1.1/+/Observations", "in/v1.1/Things")
                .doesNotContain("in/v1.1/+", "in/v1.1/#")
                .hasSize(19);
        assertThat(topics.inner("in/v1.1/Things")).isEqualTo("v1.1/Things");
    }

    @Test
    void knowsWhatItPublishedItself() {
        assertThat(isOwn("{\"@iot.id\":17,\"@iot.selfLink\":\"" + ROOT + "Things(17)\"}"))
                .isTrue();
        assertThat(isOwn("{\"@iot.id\":17,\"@iot.selfLink\":\"https://elsewhere.example/sta/v1.1/Things(17)\"}"))
                .isFalse();
        assertThat(isOwn("{\"name\":\"box\"}")).isFalse();
        assertThat(isOwn("{\"@iot.id\":17}")).isFalse();
        assertThat(isOwn("")).isFalse();
    }

    @Test
    void tellsAnObservationToItsStream() {
        var id = (3L << EntityReader.STREAM_BITS) + 5;
        var told = topics.of("Observations", bytes("{\"@iot.id\":" + id + ",\"result\":1}"));

        assertThat(told).containsOnlyKeys("out/v1.1/Datastreams(3)/Observations");
        assertThat(topics.of(
                                "Observations",
                                bytes("{\"@iot.id\":" + id + ",\"MultiDatastream@iot.navigationLink\":\"x\"}"))
                        .keySet())
                .containsExactly("out/v1.1/MultiDatastreams(3)/Observations");
    }

    @Test
    void tellsAPropertyOnlyWhenItsValueIsAnother() {
        topics.of("Things", bytes("{\"@iot.id\":4,\"name\":\"a\",\"description\":\"\"}"));
        var told = topics.of("Things", bytes("{\"@iot.id\":4,\"name\":\"b\",\"description\":\"\"}"));

        assertThat(List.copyOf(told.keySet()))
                .containsExactly("out/v1.1/Things", "out/v1.1/Things(4)", "out/v1.1/Things(4)/name");
        assertThat(told.get("out/v1.1/Things(4)/name")).asString().isEqualTo("{\"name\":\"b\"}");
    }

    @Test
    void tellsAPropertyThatIsGone() {
        topics.of("Things", bytes("{\"@iot.id\":5,\"name\":\"a\",\"properties\":{\"a\":1}}"));
        var told = topics.of("Things", bytes("{\"@iot.id\":5,\"name\":\"a\"}"));

        assertThat(told.get("out/v1.1/Things(5)/properties")).asString().isEqualTo("{\"properties\":null}");
    }

    private boolean isOwn(String body) {
        return topics.isOwn(bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
