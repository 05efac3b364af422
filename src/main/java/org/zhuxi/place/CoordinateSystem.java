package org.zhuxi.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.zhuxi.kernel.GeoPoint;

/**
 * How longitudes and latitudes are meant. Inside the program everything is WGS-84; maps made in China show GCJ-02 (Amap,
 * Tencent) or BD-09 (Baidu), which lie up to some hundred metres beside it. The formulas are those everybody uses since 2010
 * (eviltransform, coordtransform); the way back is found by iteration, to better than a millimetre.
 */
public enum CoordinateSystem {
    WGS84,
    GCJ02,
    BD09;

    private static final double HALF_AXIS = 6_378_245.0; // Krasovsky 1940
    private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
    private static final double BAIDU_TURN = Math.PI * 3000 / 180;
    private static final double EXACT_DEGREES = 1e-10;
    private static final int MOST_STEPS = 30;

    /** By its name in addresses, such as {@code gcj02}. */
    public static Optional<CoordinateSystem> find(String name) {
        return Arrays.stream(values())
                .filter(system -> system.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** Where a WGS-84 point lies in this system. */
    public GeoPoint fromWgs84(GeoPoint point) {
        return switch (this) {
            case WGS84 -> point;
            case GCJ02 -> shifted(point);
            case BD09 -> baidu(shifted(point));
        };
    }

    /** The WGS-84 point that this system shows there. */
    public GeoPoint toWgs84(GeoPoint shown) {
        if (this == WGS84) {
            return shown;
        }
        var latitude = shown.latitude();
        var longitude = shown.longitude();
        for (var step = 0; step < MOST_STEPS; step++) {
            var there = fromWgs84(onEarth(latitude, longitude));
            var north = shown.latitude() - there.latitude();
            var east = shown.longitude() - there.longitude();
            latitude += north;
            longitude += east;
            if (Math.abs(north) < EXACT_DEGREES && Math.abs(east) < EXACT_DEGREES) {
                break;
            }
        }
        return onEarth(latitude, longitude);
    }

    private static GeoPoint onEarth(double latitude, double longitude) {
        return new GeoPoint(Math.clamp(latitude, -90, 90), Math.clamp(longitude, -180, 180));
    }

    private static GeoPoint shifted(GeoPoint point) {
        if (isOutOfChina(point)) {
            return point;
        }
        var x = point.longitude() - 105;
        var y = point.latitude() - 35;
        var radians = Math.toRadians(point.latitude());
        var magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
        var root = Math.sqrt(magic);
        var north = northOf(x, y) * 180 / (HALF_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * root) * Math.PI);
        var east = eastOf(x, y) * 180 / (HALF_AXIS / root * Math.cos(radians) * Math.PI);
        return onEarth(point.latitude() + north, point.longitude() + east);
    }

    private static double northOf(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3
                + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
    }

    private static double eastOf(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3
                + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
    }

    private static GeoPoint baidu(GeoPoint shifted) {
        var x = shifted.longitude();
        var y = shifted.latitude();
        var length = Math.sqrt(x * x + y * y) + 0.000_02 * Math.sin(y * BAIDU_TURN);
        var angle = Math.atan2(y, x) + 0.000_003 * Math.cos(x * BAIDU_TURN);
        return onEarth(length * Math.sin(angle) + 0.006, length * Math.cos(angle) + 0.0065);
    }

    /** The rectangle beyond which the shift is not applied. */
    private static boolean isOutOfChina(GeoPoint point) {
        return point.longitude() < 72.004
                || point.longitude() > 137.8347
                || point.latitude() < 0.8293
                || point.latitude() > 55.8271;
    }
}
