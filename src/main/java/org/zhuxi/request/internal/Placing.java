package org.zhuxi.request.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Plate;
import org.zhuxi.place.Plates;
import org.zhuxi.request.RequestRefused;

/** Finds the place somebody means: by its code or by the plate at a door, and never the dwelling itself. */
@Component
public class Placing {

    private static final int CODE = 60;
    private static final double MOST_METRES = 20_000;
    private static final double EARTH_METRES = 6_371_000;

    private final Places places;
    private final Plates plates;

    Placing(Places places, Plates plates) {
        this.places = places;
        this.plates = plates;
    }

    /** @throws RequestRefused.NoPlace when it is none in a community */
    public Place get(@Nullable String typed) {
        return publicPlace(exact(typed));
    }

    /** The place itself, which may be a dwelling: for calls for help alone. */
    public Place exact(@Nullable String typed) {
        var code = Typed.words("place", typed, CODE);
        var plate = plates.find(code).filter(Plate::isValid).map(Plate::target);
        return places.findByCode(plate.orElse(code))
                .filter(place -> place.community() != null)
                .orElseThrow(RequestRefused.NoPlace::new);
    }

    /** The building of a dwelling; any other place itself. */
    public Place publicPlace(Place place) {
        if (place.kind() != PlaceKind.DWELLING) {
            return place;
        }
        var building = place.code().substring(0, place.code().lastIndexOf('-'));
        return places.findByCode(building).orElseThrow(RequestRefused.NoPlace::new);
    }

    /** What people call a place: its community, and the building or site. */
    public Names label(Place place) {
        var community = Objects.requireNonNull(place.community());
        var home = places.getCommunity(community).name();
        if (place.kind() == PlaceKind.COMMUNITY) {
            return home;
        }
        if (place.kind() == PlaceKind.SITE) {
            return new Names(
                    home.zh() + " " + place.name().zh(),
                    home.en() + ", " + place.name().en());
        }
        var label = places.labelOf(community, place.code());
        return new Names(home.zh() + " " + label, home.en() + ", " + label);
    }

    /** As {@link #label(Place)}, for a code that was kept; the code itself when the place is gone. */
    public Names label(String code) {
        return places.findByCode(code)
                .filter(it -> it.community() != null)
                .map(this::label)
                .orElse(new Names(code, code));
    }

    /** As {@link #label(String)}, of the building when it is a dwelling. */
    public Names publicLabel(String code) {
        return places.findByCode(code)
                .filter(it -> it.community() != null)
                .map(this::publicPlace)
                .map(this::label)
                .orElse(new Names(code, code));
    }

    /** A point that is not absurdly far from its community. @throws RequestRefused.NoPosition otherwise */
    public @Nullable GeoPoint near(Place place, @Nullable GeoPoint point) {
        if (point != null) {
            var middle = places.getCommunity(Objects.requireNonNull(place.community()))
                    .location();
            if (middle != null && metres(middle, point) > MOST_METRES) {
                throw new RequestRefused.NoPosition();
            }
        }
        return point;
    }

    /** Metres between two points, along the great circle (haversine). */
    static double metres(GeoPoint one, GeoPoint other) {
        var north = Math.sin(Math.toRadians(other.latitude() - one.latitude()) / 2);
        var east = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        var part = north * north
                + Math.cos(Math.toRadians(one.latitude())) * Math.cos(Math.toRadians(other.latitude())) * east * east;
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(part));
    }
}
