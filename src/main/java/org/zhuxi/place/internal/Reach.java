package org.zhuxi.place.internal;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlacePermissions;

/** The places whose household register somebody may open. */
@Component
class Reach {

    private final PlaceFinder finder;

    Reach(PlaceFinder finder) {
        this.finder = finder;
    }

    /** The place with that code; without a code the first of the actor's own. */
    Place getPlace(Actor actor, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return ownPlaces(actor).stream()
                    .findFirst()
                    .orElseThrow(() -> new Refused.Forbidden(PlacePermissions.READ_HOUSEHOLDS.code()));
        }
        return finder.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
    }

    private List<Place> ownPlaces(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> actor.may(PlacePermissions.READ_HOUSEHOLDS, grant.place()))
                .filter(grant -> PlacePermissions.READ_HOUSEHOLDS.roles().contains(grant.role()))
                .map(Grant::place)
                .sorted(Comparator.comparing(PlacePath::value))
                .flatMap(path -> finder.findByPath(path).stream())
                .toList();
    }
}
