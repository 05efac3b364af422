package org.zhuxi.points.internal;

import java.util.Comparator;
import java.util.Optional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Where a page that names no place looks. */
final class WidestPlace {

    private WidestPlace() {}

    /** @throws Refused.Forbidden when no role of the actor brings the permission anywhere */
    static PlacePath of(Actor actor, Permission permission) {
        return find(actor, permission).orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }

    /** Code of the community that is all of it, for a form to begin with; empty when it is more or nothing. */
    static String onlyCommunity(Actor actor, Permission permission, Places places) {
        return find(actor, permission)
                .flatMap(places::findByPath)
                .filter(place -> place.community() != null)
                .map(Place::code)
                .orElse("");
    }

    private static Optional<PlacePath> find(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .min(Comparator.comparingInt(place -> place.value().length()));
    }
}
