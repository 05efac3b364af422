package org.zhuxi.sensing.internal.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.query.Sql;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;

/** Reads what a client sent into columns. */
@Component
class EntityBody {

    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_TEXT = 10_000;

    private final GeoJson geoJson;

    EntityBody(GeoJson geoJson) {
        this.geoJson = geoJson;
    }

    /** @throws StaError when there is a field that the type does not have */
    static void check(EntityType type, JsonNode body) {
        if (!body.isObject()) {
            throw StaError.bad("A JSON object is needed for " + type.singular());
        }
        for (var name : body.propertyNames()) {
            var known = name.startsWith("@")
                    || name.contains("@iot.")
                    || type.property(name).isPresent()
                    || type.relation(name).isPresent();
            if (!known) {
                throw StaError.bad(type.singular() + " has no property " + name);
            }
        }
    }

    /**
     * The columns of the properties that were sent.
     *
     * @param isWhole whether what is missing is refused, or becomes empty, as in a new entity
     */
    Map<String, Sql> columns(EntityType type, JsonNode body, boolean isWhole) {
        var columns = new LinkedHashMap<String, Sql>();
        for (var property : type.properties()) {
            if (property.isComputed()) {
                continue;
            }
            var value = body.get(property.name());
            var isMissing = value == null || value.isNull();
            if (isMissing && property.isRequired() && (isWhole || value != null)) {
                throw StaError.bad(type.singular() + " needs " + property.name());
            }
            if (isMissing && (isWhole || value != null)) {
                property.columns().forEach(column -> columns.put(column, Sql.of("null")));
            } else if (value != null && !value.isNull()) {
                put(columns, property, value);
            }
        }
        return columns;
    }

    private void put(Map<String, Sql> columns, Property property, JsonNode value) {
        var name = property.name();
        var column = property.columns().getFirst();
        switch (property.form()) {
            case TEXT -> columns.put(column, Sql.value(text(name, value), "text"));
            case JSON -> columns.put(column, Sql.value(json(name, value), "jsonb"));
            case FEATURE -> {
                columns.put(column, Sql.value(Values.json(value), "jsonb"));
                columns.putAll(bounds(value));
            }
            case MOMENT -> {
                var moment = Values.moment(name, value);
                columns.put(
                        column,
                        moment == null
                                ? Sql.of("null")
                                : Sql.value(moment.atOffset(java.time.ZoneOffset.UTC), "timestamptz"));
            }
            case INSTANT, INTERVAL, RESULT -> throw new IllegalStateException("Observations are read elsewhere");
        }
    }

    private static String text(String name, JsonNode value) {
        var text = Values.text(name, value);
        if (name.equals("name") && text.isEmpty()) {
            throw StaError.bad("name is empty");
        }
        var most = name.equals("name")
                ? LONGEST_NAME
                : name.equals("definition")
                        ? 4 * LONGEST_NAME
                        : name.equals("description") ? LONGEST_TEXT : LONGEST_NAME;
        if (text.length() > most) {
            throw StaError.bad(name + " has at most " + most + " characters");
        }
        return text;
    }

    private static String json(String name, JsonNode value) {
        var isRight = switch (name) {
            case "properties", "unitOfMeasurement" -> value.isObject();
            case "unitOfMeasurements", "multiObservationDataTypes" -> value.isArray() && !value.isEmpty();
            default -> true;
        };
        if (!isRight) {
            throw StaError.bad(name + " has the wrong form");
        }
        return Values.json(value);
    }

    /** The box around a geometry, for the map. */
    private Map<String, Sql> bounds(JsonNode value) {
        var box = geoJson.read(value)
                .map(geometry -> geometry.getEnvelopeInternal())
                .orElseGet(Envelope::new);
        var sides = new LinkedHashMap<String, Sql>();
        sides.put("west", side(box, box.getMinX()));
        sides.put("south", side(box, box.getMinY()));
        sides.put("east", side(box, box.getMaxX()));
        sides.put("north", side(box, box.getMaxY()));
        return sides;
    }

    private static Sql side(Envelope box, double value) {
        return box.isNull() ? Sql.of("null") : Sql.value(value, "float8");
    }
}
