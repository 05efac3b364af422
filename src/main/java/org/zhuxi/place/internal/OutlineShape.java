package org.zhuxi.place.internal;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.OutlineRefused;

/** Whether rings make an outline, how large it is, and how it is drawn. */
public final class OutlineShape {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int FEWEST_POSITIONS = 4;
    private static final int CORNERS = 20_000;

    private OutlineShape() {}

    /**
     * The polygons in WGS-84, when they are closed, simple and on the earth.
     *
     * @param polygons rings of positions (longitude, latitude) as they were sent
     */
    public static List<List<List<GeoPoint>>> checked(List<List<List<double[]>>> polygons, CoordinateSystem system) {
        var positions =
                polygons.stream().flatMap(List::stream).mapToLong(List::size).sum();
        if (positions > CORNERS) {
            throw OutlineRefused.tooLarge(CORNERS);
        }
        var number = 0;
        var points = new ArrayList<List<List<GeoPoint>>>();
        for (var polygon : polygons) {
            var rings = new ArrayList<List<GeoPoint>>();
            for (var ring : polygon) {
                rings.add(ring(ring, ++number, system));
            }
            points.add(List.copyOf(rings));
        }
        requireSimple(points);
        return List.copyOf(points);
    }

    private static List<GeoPoint> ring(List<double[]> positions, int number, CoordinateSystem system) {
        if (positions.isEmpty()) {
            throw OutlineRefused.tooShort(number);
        }
        var first = positions.getFirst();
        var last = positions.getLast();
        if (positions.size() > 1 && (first[0] != last[0] || first[1] != last[1])) {
            throw OutlineRefused.open(number);
        }
        if (positions.size() < FEWEST_POSITIONS) {
            throw OutlineRefused.tooShort(number);
        }
        return positions.stream()
                .map(position -> {
                    if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) {
                        throw OutlineRefused.offEarth(position[0], position[1]);
                    }
                    return system.toWgs84(new GeoPoint(position[1], position[0]));
                })
                .toList();
    }

    private static void requireSimple(List<List<List<GeoPoint>>> polygons) {
        var shapes = polygons.stream().map(OutlineShape::polygon).toArray(Polygon[]::new);
        var fault = new IsValidOp(GEOMETRY.createMultiPolygon(shapes)).getValidationError();
        if (fault != null) {
            var at = fault.getCoordinate();
            throw OutlineRefused.crosses(at.getX(), at.getY());
        }
    }

    /** Whether a point lies within the polygons or on an edge of them; holes are outside. */
    public static boolean contains(List<List<List<GeoPoint>>> polygons, GeoPoint point) {
        var at = GEOMETRY.createPoint(new Coordinate(point.longitude(), point.latitude()));
        return polygons.stream().anyMatch(rings -> polygon(rings).covers(at));
    }

    private static Polygon polygon(List<List<GeoPoint>> rings) {
        return GEOMETRY.createPolygon(
                line(rings.getFirst()),
                rings.stream().skip(1).map(OutlineShape::line).toArray(LinearRing[]::new));
    }

    private static LinearRing line(List<GeoPoint> ring) {
        return GEOMETRY.createLinearRing(ring.stream()
                .map(point -> new Coordinate(point.longitude(), point.latitude()))
                .toArray(Coordinate[]::new));
    }

    /** Area on the WGS-84 ellipsoid: the outer rings without their holes. */
    public static double areaM2(List<List<List<GeoPoint>>> polygons) {
        return polygons.stream()
                .mapToDouble(rings -> ringArea(rings.getFirst())
                        - rings.stream()
                                .skip(1)
                                .mapToDouble(OutlineShape::ringArea)
                                .sum())
                .sum();
    }

    private static double ringArea(List<GeoPoint> ring) {
        var area = new PolygonArea(Geodesic.WGS84, false);
        ring.stream().skip(1).forEach(point -> area.AddPoint(point.latitude(), point.longitude()));
        return Math.abs(area.Compute().area);
    }

    /** The outline as an SVG path in a square of that many units, north at the top. */
    public static String svgPath(List<List<List<GeoPoint>>> polygons, int size) {
        var points =
                polygons.stream().flatMap(List::stream).flatMap(List::stream).toList();
        var west = points.stream().mapToDouble(GeoPoint::longitude).min().orElse(0);
        var east = points.stream().mapToDouble(GeoPoint::longitude).max().orElse(0);
        var south = points.stream().mapToDouble(GeoPoint::latitude).min().orElse(0);
        var north = points.stream().mapToDouble(GeoPoint::latitude).max().orElse(0);
        var narrow = Math.cos(Math.toRadians((south + north) / 2));
        var scale = size / Math.max(Math.max((east - west) * narrow, north - south), 1e-9);
        var left = (size - (east - west) * narrow * scale) / 2;
        var top = (size - (north - south) * scale) / 2;
        var path = new StringBuilder();
        for (var ring : polygons.stream().flatMap(List::stream).toList()) {
            for (var i = 0; i < ring.size() - 1; i++) {
                var point = ring.get(i);
                path.append(i == 0 ? 'M' : 'L')
                        .append(Math.round((left + (point.longitude() - west) * narrow * scale) * 10) / 10.0)
                        .append(' ')
                        .append(Math.round((top + (north - point.latitude()) * scale) * 10) / 10.0);
            }
            path.append('Z');
        }
        return path.toString();
    }
}
