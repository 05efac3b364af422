package org.zhuxi.place;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A quarter, building, dwelling or site to be added to a community.
 *
 * @param code the community's code and segments, such as {@code 321003010001-Q1-B03-0502}; {@code …-S-01} for a site
 * @param siteType stable code such as {@code drop-off-station}; null unless it is a site
 * @param location of a site, when known
 */
public record NewPlace(
        String code,
        PlaceKind kind,
        Names name,
        @Nullable String siteType,
        @Nullable GeoPoint location,
        Origin origin) {

    public static NewPlace quarter(String code, Names name, Origin origin) {
        return new NewPlace(code, PlaceKind.QUARTER, name, null, null, origin);
    }

    public static NewPlace building(String code, Names name, Origin origin) {
        return new NewPlace(code, PlaceKind.BUILDING, name, null, null, origin);
    }

    public static NewPlace dwelling(String code, Names name, Origin origin) {
        return new NewPlace(code, PlaceKind.DWELLING, name, null, null, origin);
    }

    public static NewPlace site(String code, String type, Names name, @Nullable GeoPoint location, Origin origin) {
        return new NewPlace(code, PlaceKind.SITE, name, type, location, origin);
    }
}
