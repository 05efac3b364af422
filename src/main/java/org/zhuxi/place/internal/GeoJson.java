package org.zhuxi.place.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.Outline;
import org.zhuxi.place.OutlineRefused;
import org.zhuxi.place.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outlines as GeoJSON (RFC 7946): longitude before latitude. */
@Component
public class GeoJson {

    private static final int LONGEST = 1_000_000;
    /** Seven decimals are a centimetre. */
    private static final double DECIMALS = 1e7;

    private final JsonMapper mapper;

    GeoJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The rings of a Polygon or MultiPolygon, alone or in a feature; positions are longitude and latitude as sent. */
    public List<List<List<double[]>>> read(String text) {
        if (text.length() > LONGEST) {
            throw OutlineRefused.tooLarge(LONGEST);
        }
        try {
            return polygons(geometry(mapper.readTree(text)));
        } catch (JacksonException e) {
            throw OutlineRefused.unreadable();
        }
    }

    private static JsonNode geometry(JsonNode node) {
        var type = node.path("type").asString("");
        if (type.equals("FeatureCollection") && node.path("features").size() == 1) {
            return geometry(node.path("features").get(0));
        }
        return type.equals("Feature") ? node.path("geometry") : node;
    }

    private static List<List<List<double[]>>> polygons(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        var type = geometry.path("type").asString("");
        var polygons = new ArrayList<List<List<double[]>>>();
        switch (type) {
            case "Polygon" -> polygons.add(rings(coordinates));
            case "MultiPolygon" -> coordinates.forEach(polygon -> polygons.add(rings(polygon)));
            default -> throw OutlineRefused.wrongType(type);
        }
        if (polygons.isEmpty()) {
            throw OutlineRefused.unreadable();
        }
        return polygons;
    }

    private static List<List<double[]>> rings(JsonNode coordinates) {
        var rings = new ArrayList<List<double[]>>();
        for (var ring : coordinates) {
            var positions = new ArrayList<double[]>();
            for (var position : ring) {
                if (position.size() < 2
                        || !position.get(0).isNumber()
                        || !position.get(1).isNumber()) {
                    throw OutlineRefused.unreadable();
                }
                positions.add(new double[] {
                    position.get(0).doubleValue(), position.get(1).doubleValue()
                });
            }
            rings.add(positions);
        }
        if (rings.isEmpty()) {
            throw OutlineRefused.unreadable();
        }
        return rings;
    }

    /** The geometry as it is kept and given out. */
    public static Map<String, Object> geometry(List<List<List<GeoPoint>>> polygons, CoordinateSystem system) {
        var positions = polygons.stream()
                .map(rings -> rings.stream()
                        .map(ring -> ring.stream()
                                .map(system::fromWgs84)
                                .map(point -> List.of(rounded(point.longitude()), rounded(point.latitude())))
                                .toList())
                        .toList())
                .toList();
        return Map.of("type", "MultiPolygon", "coordinates", positions);
    }

    String geometryText(List<List<List<GeoPoint>>> polygons) {
        return mapper.writeValueAsString(geometry(polygons, CoordinateSystem.WGS84));
    }

    /** A feature with what people want to know about its place. */
    Map<String, Object> feature(Outline outline, Place place, CoordinateSystem system) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("code", outline.code());
        properties.put("kind", place.kind().name());
        properties.put("nameZh", place.name().zh());
        properties.put("nameEn", place.name().en());
        properties.put("areaKm2", Math.round(outline.areaKm2() * 1e6) / 1e6);
        properties.put("source", outline.source());
        properties.put("changedAt", outline.changedAt());
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("id", outline.code());
        if (system != CoordinateSystem.WGS84) {
            // RFC 7946 knows only WGS-84; whoever asks for another system is told which one this is
            feature.put("zhuxi:crs", system.name());
        }
        feature.put("geometry", geometry(outline.polygons(), system));
        feature.put("properties", properties);
        return feature;
    }

    public Outline outline(OutlineStore.Row row) {
        var polygons = polygons(mapper.readTree(row.geometry())).stream()
                .map(rings -> rings.stream()
                        .map(ring -> ring.stream()
                                .map(position -> new GeoPoint(position[1], position[0]))
                                .toList())
                        .toList())
                .toList();
        var home = new PlacePath(row.path());
        var path = row.code().length() > row.communityCode().length() ? PlaceCode.pathBelow(home, row.code()) : home;
        return new Outline(row.code(), path, polygons, row.areaM2(), row.source(), row.changedAt());
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }
}
