package org.zhuxi.sensing.internal.sta;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.model.EntityType;
import tools.jackson.databind.json.JsonMapper;

/** The landing page: which sets there are, and which parts of the standard hold. */
@Component
class StaLanding {

    private static final String REQUIREMENTS = "http://www.opengis.net/spec/iot_sensing/1.1/req/";

    /** Only what holds wholly; docs/sensorthings.md says what is missing. */
    private static final List<String> CONFORMANCE = Stream.of(
                    "datamodel/thing",
                    "datamodel/location",
                    "datamodel/historical-location",
                    "datamodel/datastream",
                    "datamodel/sensor",
                    "datamodel/observed-property",
                    "datamodel/observation",
                    "datamodel/feature-of-interest",
                    "datamodel/entity-control-information",
                    "resource-path/resource-path-to-entities",
                    "request-data",
                    "create-update-delete/create-entity",
                    "create-update-delete/link-to-existing-entities",
                    "create-update-delete/deep-insert",
                    "create-update-delete/deep-insert-status-code",
                    "create-update-delete/update-entity",
                    "create-update-delete/update-entity-put",
                    "create-update-delete/update-entity-jsonpatch",
                    "create-update-delete/delete-entity",
                    "create-update-delete/historical-location-auto-creation",
                    "multi-datastream",
                    "data-array/data-array")
            .map(REQUIREMENTS::concat)
            .toList();

    /** They hold while the program listens for MQTT. */
    private static final List<String> MQTT = Stream.of(
                    "create-observations-via-mqtt/observations-creation", "receive-updates-via-mqtt/receive-updates")
            .map(REQUIREMENTS::concat)
            .toList();

    private final StaEndpoints endpoints;
    private final JsonMapper json;

    StaLanding(StaEndpoints endpoints, JsonMapper json) {
        this.endpoints = endpoints;
        this.json = json;
    }

    StaAnswer answer(String root) {
        var page = new LinkedHashMap<String, Object>();
        page.put(
                "value",
                Arrays.stream(EntityType.values())
                        .map(type -> Map.of("name", type.set(), "url", root + type.set()))
                        .toList());
        page.put("serverSettings", settings(root));
        return StaAnswer.json(json.writeValueAsBytes(page));
    }

    private Map<String, Object> settings(String root) {
        var mqtt = endpoints.mqtt(Objects.requireNonNullElse(URI.create(root).getHost(), "localhost"));
        if (mqtt.isEmpty()) {
            return Map.of("conformance", CONFORMANCE);
        }
        var settings = new LinkedHashMap<String, Object>();
        settings.put(
                "conformance",
                Stream.concat(CONFORMANCE.stream(), MQTT.stream()).toList());
        MQTT.forEach(requirement -> settings.put(requirement, Map.of("endpoints", mqtt)));
        return settings;
    }
}
