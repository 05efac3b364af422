package org.zhuxi.place;

import java.util.List;
import org.zhuxi.kernel.GeoPoint;

/**
 * A window of the map in WGS-84 degrees, as {@code bbox} of RFC 7946: west, south, east, north. It does not cross the date line.
 *
 * @param west smallest longitude
 * @param south smallest latitude
 */
public record BoundingBox(double west, double south, double east, double north) {

    /** @throws OutlineRefused when the corners are not on the earth, or not in this order */
    public BoundingBox {
        if (!(west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90)) {
            throw OutlineRefused.wrongBox("%s,%s,%s,%s".formatted(west, south, east, north));
        }
    }

    /**
     * Reads four numbers with commas between them.
     *
     * @throws OutlineRefused when they are something else
     */
    public static BoundingBox parse(String typed) {
        try {
            var corners = java.util.Arrays.stream(typed.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (corners.length == 4) {
                return new BoundingBox(corners[0], corners[1], corners[2], corners[3]);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw OutlineRefused.wrongBox(typed.length() > 80 ? typed.substring(0, 80) : typed);
    }

    /** The smallest box around polygons with at least one position. */
    public static BoundingBox around(List<List<List<GeoPoint>>> polygons) {
        var points =
                polygons.stream().flatMap(List::stream).flatMap(List::stream).toList();
        var latitudes = points.stream().mapToDouble(GeoPoint::latitude).summaryStatistics();
        var longitudes = points.stream().mapToDouble(GeoPoint::longitude).summaryStatistics();
        return new BoundingBox(longitudes.getMin(), latitudes.getMin(), longitudes.getMax(), latitudes.getMax());
    }

    public GeoPoint middle() {
        return new GeoPoint((south + north) / 2, (west + east) / 2);
    }
}
