package org.zhuxi.indicator.internal;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Where somebody at a desk works: the place he names, or the widest in which he may. */
@Component
class WorkPlace {

    private final Places places;

    WorkPlace(Places places) {
        this.places = places;
    }

    /** @throws Refused when the code names no place, or the actor may nowhere */
    Place of(Actor actor, Permission permission, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
        }
        var widest = actor.grants().stream()
                .filter(grant -> actor.may(permission, grant.place()))
                .map(Grant::place)
                .min(Comparator.comparingInt((PlacePath path) -> path.andAbove().size())
                        .thenComparing(PlacePath::value));
        return widest.flatMap(places::findByPath).orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }
}
