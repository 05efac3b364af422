package org.zhuxi.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.PlaceKind;

/**
 * Drawings of the demo communities, made up: rows of buildings in quarters, near where the communities lie. They are no survey,
 * and every outline says so in its source.
 */
final class DemoMap {

    /** Stands beside every outline. */
    static final String SOURCE = "演示示意图，自绘，非实测（SYNTHETIC）";

    private static final Map<String, GeoPoint> MIDDLES = Map.of(
            "321003010001", new GeoPoint(32.4225, 119.4531),
            "310115121017", new GeoPoint(31.3065, 121.5935),
            "310115121008", new GeoPoint(31.2978, 121.5988),
            "310115121013", new GeoPoint(31.2995, 121.5862));

    private static final double METRES_A_DEGREE = 111_320;
    private static final int CELL_WIDTH_M = 65;
    private static final int CELL_HEIGHT_M = 75;
    private static final int BUILDING_WIDTH_M = 52;
    private static final int BUILDING_DEPTH_M = 14;
    private static final int STREET_M = 40;
    private static final int EDGE_M = 35;

    private final GeoPoint middle;
    private final List<NewPlace> places;
    private final int columns;
    private final int rows;
    private final int buildingColumns;
    private final int buildingRows;

    DemoMap(DemoCommunities.Blueprint blueprint) {
        middle = java.util.Objects.requireNonNull(MIDDLES.get(blueprint.code()));
        places = blueprint.buildings();
        var quarters = blueprint.quarters().size();
        var largest = buildingsByQuarter().values().stream()
                .mapToInt(List::size)
                .max()
                .orElse(1);
        columns = (int) Math.ceil(Math.sqrt(quarters));
        rows = (quarters + columns - 1) / columns;
        buildingColumns = (int) Math.ceil(Math.sqrt(largest));
        buildingRows = (largest + buildingColumns - 1) / buildingColumns;
    }

    /** GeoJSON polygons by code: the community, its quarters and its buildings. */
    Map<String, String> outlines(String community) {
        var drawn = new LinkedHashMap<String, String>();
        drawn.put(community, whole());
        var number = 0;
        for (var quarter : buildingsByQuarter().entrySet()) {
            var left = -width() / 2 + EDGE_M + number % columns * (quarterWidth() + STREET_M);
            var top = height() / 2 - EDGE_M - number / columns * (quarterHeight() + STREET_M);
            drawn.put(quarter.getKey(), rectangle(left, top, quarterWidth(), quarterHeight()));
            for (var i = 0; i < quarter.getValue().size(); i++) {
                var west = left + i % buildingColumns * CELL_WIDTH_M + (CELL_WIDTH_M - BUILDING_WIDTH_M) / 2.0;
                var north = top - i / buildingColumns * CELL_HEIGHT_M - (CELL_HEIGHT_M - BUILDING_DEPTH_M) / 2.0;
                drawn.put(quarter.getValue().get(i), rectangle(west, north, BUILDING_WIDTH_M, BUILDING_DEPTH_M));
            }
            number++;
        }
        return drawn;
    }

    /** Where the station of this number stands: at the east gate, the west gate, by the river, in the middle. */
    GeoPoint station(int number) {
        return switch (number % 4) {
            case 1 -> at(width() / 2 - 12, 20);
            case 2 -> at(-width() / 2 + 12, -20);
            case 3 -> at(60, height() / 2 - 12);
            default -> at(0, 0);
        };
    }

    private Map<String, List<String>> buildingsByQuarter() {
        return places.stream()
                .filter(place -> place.kind() == PlaceKind.BUILDING)
                .map(NewPlace::code)
                .collect(Collectors.groupingBy(
                        code -> code.substring(0, code.lastIndexOf('-')), LinkedHashMap::new, Collectors.toList()));
    }

    private String whole() {
        var x = width() / 2;
        var y = height() / 2;
        return polygon(List.of(
                at(-x, -y + 30),
                at(-x + 45, -y - 8),
                at(x / 3, -y + 6),
                at(x, -y - 12),
                at(x + 10, y / 4),
                at(x - 20, y),
                at(x / 5, y + 18),
                at(-x - 6, y + 4)));
    }

    private String rectangle(double west, double north, double widthM, double heightM) {
        return polygon(List.of(
                at(west, north - heightM),
                at(west + widthM, north - heightM),
                at(west + widthM, north),
                at(west, north)));
    }

    private static String polygon(List<GeoPoint> corners) {
        var ring = new ArrayList<>(corners);
        ring.add(corners.getFirst());
        return ring.stream()
                .map(point -> String.format(Locale.ROOT, "[%.7f,%.7f]", point.longitude(), point.latitude()))
                .collect(Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[[", "]]}"));
    }

    private GeoPoint at(double eastM, double northM) {
        return new GeoPoint(
                middle.latitude() + northM / METRES_A_DEGREE,
                middle.longitude() + eastM / METRES_A_DEGREE / Math.cos(Math.toRadians(middle.latitude())));
    }

    private double width() {
        return columns * quarterWidth() + (columns - 1) * STREET_M + 2.0 * EDGE_M;
    }

    private double height() {
        return rows * quarterHeight() + (rows - 1) * STREET_M + 2.0 * EDGE_M;
    }

    private int quarterWidth() {
        return buildingColumns * CELL_WIDTH_M;
    }

    private int quarterHeight() {
        return buildingRows * CELL_HEIGHT_M;
    }
}
