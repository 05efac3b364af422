package org.zhuxi.points.internal;

import java.util.Comparator;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** Where a page that names no place looks. */
final class WidestPlace {

    private WidestPlace() {}

    /** @throws Refused.Forbidden when no role of the actor brings the permission anywhere */
    static PlacePath of(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .min(Comparator.comparingInt(place -> place.value().length()))
                .orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }
}
