package org.zhuxi.sensing.internal.store;

import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.query.Sight;

/**
 * Who reads or writes.
 *
 * @param isFree whether the service is open to whoever asks, as for conformance suites on one's own machine
 */
public record Scribe(Actor actor, boolean isFree) {

    /** @throws org.zhuxi.kernel.Refused.Forbidden unless it is allowed there */
    public void require(Permission permission, PlacePath path) {
        if (!isFree) {
            actor.require(permission, path);
        }
    }

    /** What may be seen. */
    public Sight sight() {
        var paths = actor.grants().stream()
                .filter(grant -> actor.may(SensingPermissions.READ, grant.place()))
                .map(grant -> grant.place().value())
                .distinct()
                .toList();
        return isFree || paths.contains("/") ? Sight.WHOLE : new Sight(false, paths);
    }
}
