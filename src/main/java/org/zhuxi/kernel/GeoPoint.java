package org.zhuxi.kernel;

/** A point on the earth in WGS-84 degrees: latitude −90 to 90, longitude −180 to 180. */
public record GeoPoint(double latitude, double longitude) {

    public GeoPoint {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("Not a point on the earth: " + latitude + ", " + longitude);
        }
    }
}
