package org.zhuxi.project.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/** Single things on the shared map, as GeoJSON in WGS-84. */
public final class SpotMap {

    /** Most things that are looked at for one map. */
    public static final int LOOKED_AT = 5_000;

    /** How many are read at a time. */
    public static final int PAGE = 500;

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private SpotMap() {}

    /**
     * One thing on the map.
     *
     * @param says what stands below its name when it is opened
     * @param link page about it
     * @param more further properties for programs
     */
    public record Spot(
            UUID id, GeoPoint at, Names name, Names says, Origin origin, String link, Map<String, Object> more) {}

    record Point(String type, List<Double> coordinates) {}

    record Feature(String type, UUID id, Point geometry, Map<String, Object> properties) {}

    /** @param isWhole false when there is more than was looked at, and a smaller place shows it */
    public static ResponseEntity<Map<String, Object>> answer(List<Spot> spots, boolean isWhole) {
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("zhuxi:whole", isWhole);
        collection.put("features", spots.stream().map(SpotMap::feature).toList());
        return ResponseEntity.ok().contentType(GEO_JSON).body(collection);
    }

    private static Feature feature(Spot spot) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("kind", "SPOT");
        properties.put("nameZh", spot.name().zh());
        properties.put("nameEn", spot.name().en());
        properties.put("saysZh", spot.says().zh());
        properties.put("saysEn", spot.says().en());
        properties.put("origin", spot.origin().name());
        properties.put("link", spot.link());
        properties.putAll(spot.more());
        var point = new Point("Point", List.of(spot.at().longitude(), spot.at().latitude()));
        return new Feature("Feature", spot.id(), point, properties);
    }
}
