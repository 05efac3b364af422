package org.zhuxi.sensing.internal.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.sensing.DeviceTemplate;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.store.EntityCreator;
import org.zhuxi.sensing.internal.store.Scribe;
import tools.jackson.databind.json.JsonMapper;

/** Makes the thing, sensor and streams of a device by its template, in the running transaction. */
@Component
public class DeviceThings {

    private static final String MEASUREMENT = "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement";

    private final EntityCreator creator;
    private final JsonMapper json;

    DeviceThings(EntityCreator creator, JsonMapper json) {
        this.creator = creator;
        this.json = json;
    }

    /** @return the id of the thing */
    public long make(Actor actor, String code, Place place, DeviceTemplate template, String name, boolean isOpen) {
        var thing = Map.of(
                "name", name,
                "description", template.names().zh(),
                "properties",
                        Map.of("place", place.code(), "public", isOpen, "device", code, "template", template.code()),
                "Locations",
                        List.of(Map.of(
                                "name",
                                place.name().zh(),
                                "description",
                                "",
                                "encodingType",
                                "application/geo+json",
                                "location",
                                position(place))),
                "Datastreams",
                        template.quantities().stream()
                                .map(quantity -> stream(template, quantity))
                                .toList());
        return creator.create(new Scribe(actor, false), EntityType.THING, json.valueToTree(thing), Map.of());
    }

    /** Where exactly it hangs is not known; the place is named instead (RFC 7946 allows a feature without geometry). */
    private static Map<String, @Nullable Object> position(Place place) {
        var feature = new LinkedHashMap<String, @Nullable Object>();
        feature.put("type", "Feature");
        feature.put("geometry", null);
        feature.put("properties", Map.of("place", place.code()));
        return feature;
    }

    private static Map<String, Object> stream(DeviceTemplate template, DeviceTemplate.Quantity quantity) {
        return Map.of(
                "name", quantity.names().zh(),
                "description", quantity.names().en(),
                "observationType", MEASUREMENT,
                "unitOfMeasurement",
                        Map.of(
                                "name",
                                quantity.unit(),
                                "symbol",
                                quantity.symbol(),
                                "definition",
                                "http://unitsofmeasure.org/ucum.html#" + quantity.unit()),
                "properties", Map.of("quantity", quantity.code()),
                "Sensor",
                        Map.of(
                                "name",
                                template.names().zh(),
                                "description",
                                template.names().en(),
                                "encodingType",
                                "text/html",
                                "metadata",
                                template.code()),
                "ObservedProperty",
                        Map.of(
                                "name",
                                quantity.names().zh(),
                                "definition",
                                "urn:zhuxi:quantity:" + quantity.code(),
                                "description",
                                quantity.names().en()));
    }
}
