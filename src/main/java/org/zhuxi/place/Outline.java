package org.zhuxi.place;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.internal.GeoJson;
import org.zhuxi.place.internal.OutlineShape;

/**
 * Where a community, a quarter, a building or a site begins and ends, in WGS-84.
 *
 * @param code of the community or of what stands in it
 * @param polygons each a list of closed rings: the outer one, then its holes
 * @param areaM2 area on the ellipsoid, in square metres
 * @param source where it is taken from
 */
public record Outline(
        String code,
        PlacePath path,
        List<List<List<GeoPoint>>> polygons,
        double areaM2,
        String source,
        Instant changedAt) {

    public Outline {
        polygons = List.copyOf(polygons);
    }

    public double areaKm2() {
        return areaM2 / 1e6;
    }

    /** Whether a point lies within it or on its edge. */
    public boolean contains(GeoPoint point) {
        return OutlineShape.contains(polygons, point);
    }

    public BoundingBox box() {
        return BoundingBox.around(polygons);
    }

    /** The geometry of RFC 7946 (a MultiPolygon), with positions as that system means them. */
    public Map<String, Object> geometry(CoordinateSystem system) {
        return GeoJson.geometry(polygons, system);
    }

    /** The outline as an SVG path in a square of that many units, north at the top. */
    public String svgPath(int size) {
        return OutlineShape.svgPath(polygons, size);
    }
}
