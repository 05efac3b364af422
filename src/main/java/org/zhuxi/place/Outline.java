package org.zhuxi.place;

import java.time.Instant;
import java.util.List;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.PlacePath;

/**
 * Where a community or a site begins and ends, in WGS-84.
 *
 * @param code of the community or site
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
}
