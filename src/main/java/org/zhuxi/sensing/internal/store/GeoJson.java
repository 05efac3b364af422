package org.zhuxi.sensing.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the geometry of a GeoJSON geometry or feature (RFC 7946). */
@Component
public class GeoJson {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final JsonMapper json;

    GeoJson(JsonMapper json) {
        this.json = json;
    }

    /** The geometry of a text; empty where it is none. */
    public Optional<Geometry> read(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : read(json.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The geometry of a geometry or feature; empty where it is none. */
    public Optional<Geometry> read(JsonNode node) {
        try {
            return Optional.ofNullable(geometry(node));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Geometry geometry(JsonNode node) {
        var coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Feature" -> geometry(node.path("geometry"));
            case "Point" -> FACTORY.createPoint(coordinate(coordinates));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(coordinates(coordinates));
            case "LineString" -> FACTORY.createLineString(coordinates(coordinates));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(each(coordinates)
                        .map(line -> FACTORY.createLineString(coordinates(line)))
                        .toArray(org.locationtech.jts.geom.LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        each(coordinates).map(GeoJson::polygon).toArray(Polygon[]::new));
            default -> null;
        };
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        each(rings).forEach(ring -> all.add(FACTORY.createLinearRing(coordinates(ring))));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("A polygon has a ring");
        }
        return FACTORY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] coordinates(JsonNode list) {
        return each(list).map(GeoJson::coordinate).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode pair) {
        if (!pair.isArray()
                || pair.size() < 2
                || !pair.get(0).isNumber()
                || !pair.get(1).isNumber()) {
            throw new IllegalArgumentException("A position has two numbers");
        }
        return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }
}
