package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Holds answers to what GeoReport v2 says of each field ({@code open311/georeport-v2.yaml}). */
final class GeoReportSchema {

    private static final int LONGEST_TEXT = 4_000;

    private final Map<String, Map<String, String>> kinds;

    GeoReportSchema() {
        try {
            kinds = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new ClassPathResource("open311/georeport-v2.yaml")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of a list, which must not be empty. */
    void holdAll(String kind, JsonNode list) {
        assertThat(list.isArray()).as(kind).isTrue();
        assertThat(list.size()).as(kind).isPositive();
        list.forEach(one -> hold(kind, one));
    }

    void hold(String kind, JsonNode node) {
        assertThat(node.isObject()).as("%s is an object: %s", kind, node).isTrue();
        var fields = java.util.Objects.requireNonNull(kinds.get(kind), kind);
        assertThat(fields.keySet()).as("fields of %s", kind).containsAll(node.propertyNames());
        fields.forEach((name, rule) -> {
            var value = node.get(name);
            if (value == null) {
                assertThat(rule).as("%s.%s is missing", kind, name).doesNotEndWith("!");
            } else {
                field(kind + "." + name, rule, value);
            }
        });
    }

    private void field(String name, String rule, JsonNode value) {
        if (value.isNull()) {
            assertThat(rule).as("%s is null", name).endsWith("?");
            return;
        }
        var type = rule.replaceAll("[!?]$", "");
        if (type.endsWith("[]")) {
            assertThat(value.isArray()).as(name).isTrue();
            value.forEach(one -> hold(type.substring(0, type.length() - 2), one));
        } else if (type.contains("|")) {
            assertThat(List.of(type.split("\\|"))).as(name).contains(value.asString());
        } else {
            plain(name, type, value);
        }
    }

    private static void plain(String name, String type, JsonNode value) {
        switch (type) {
            case "boolean" -> assertThat(value.isBoolean()).as(name).isTrue();
            case "number" -> assertThat(value.isNumber()).as(name).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(name).isTrue();
            default -> text(name, type, value);
        }
    }

    private static void text(String name, String type, JsonNode value) {
        assertThat(value.isString()).as("%s is a text: %s", name, value).isTrue();
        var text = value.asString();
        switch (type) {
            case "moment" -> assertThat(OffsetDateTime.parse(text)).as(name).isNotNull();
            case "uri" -> assertThat(URI.create(text).isAbsolute()).as(name).isTrue();
            case "text" -> assertThat(text.length()).as(name).isLessThanOrEqualTo(LONGEST_TEXT);
            case "string" -> assertThat(text).as(name).isNotNull();
            default -> throw new AssertionError("no such type: " + type);
        }
    }
}
