package org.zhuxi.place;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Why an outline is refused; every case names the place of the fault where there is one. */
public final class OutlineRefused extends Refused {

    private OutlineRefused(String slug, Object... arguments) {
        super(Problem.ofField("outline", slug, arguments));
    }

    public static OutlineRefused unreadable() {
        return new OutlineRefused("outline-unreadable");
    }

    /** Neither Polygon nor MultiPolygon. */
    public static OutlineRefused wrongType(String type) {
        return new OutlineRefused("outline-type", type);
    }

    public static OutlineRefused tooLarge(long most) {
        return new OutlineRefused("outline-too-large", most);
    }

    /** The ring does not end where it begins. */
    public static OutlineRefused open(int ring) {
        return new OutlineRefused("outline-open", ring);
    }

    /** Fewer than three corners. */
    public static OutlineRefused tooShort(int ring) {
        return new OutlineRefused("outline-short", ring);
    }

    /** A position that is not on the earth; often latitude and longitude are exchanged. */
    public static OutlineRefused offEarth(double longitude, double latitude) {
        return new OutlineRefused("outline-off-earth", place(longitude), place(latitude));
    }

    /** It crosses or touches itself, or a hole lies outside. */
    public static OutlineRefused crosses(double longitude, double latitude) {
        return new OutlineRefused("outline-crosses", place(longitude), place(latitude));
    }

    public static OutlineRefused unknownSystem(String name) {
        return new OutlineRefused("outline-crs", name);
    }

    /** Not a window of the map: west, south, east and north in degrees. */
    public static OutlineRefused wrongBox(String typed) {
        return new OutlineRefused("outline-bbox", typed);
    }

    public static OutlineRefused noSource() {
        return new OutlineRefused("outline-source");
    }

    private static String place(double degrees) {
        return "%.6f".formatted(degrees);
    }
}
