package org.zhuxi.sensing.internal.sta;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                    "create-update-delete/delete-entity",
                    "create-update-delete/historical-location-auto-creation",
                    "multi-datastream",
                    "data-array/data-array")
            .map(REQUIREMENTS::concat)
            .toList();

    private final JsonMapper json;

    StaLanding(JsonMapper json) {
        this.json = json;
    }

    StaAnswer answer(String root) {
        var page = new LinkedHashMap<String, Object>();
        page.put(
                "value",
                Arrays.stream(EntityType.values())
                        .map(type -> Map.of("name", type.set(), "url", root + type.set()))
                        .toList());
        page.put("serverSettings", Map.of("conformance", CONFORMANCE));
        return StaAnswer.json(json.writeValueAsBytes(page));
    }
}
