package org.zhuxi.request.internal;

import java.util.function.ToLongFunction;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;

/** The places in which somebody has a right, for what waits there. */
public final class OwnPlaces {

    private OwnPlaces() {}

    /** Counts something in each place in which the actor may do this. */
    public static long sum(Actor actor, Permission permission, ToLongFunction<PlacePath> count) {
        return actor.grants().stream()
                .filter(grant -> actor.may(permission, grant.place()))
                .map(Grant::place)
                .distinct()
                .mapToLong(count)
                .sum();
    }
}
