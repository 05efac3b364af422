package org.zhuxi.project.internal;

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

/** The place a page is about: the one that is named, or the widest in which the reader has the right. */
@Component
public class WorkPlace {

    private final Places places;

    WorkPlace(Places places) {
        this.places = places;
    }

    /** The place, for somebody who has the right there. */
    public Place of(Actor actor, Permission permission, @Nullable String code) {
        var place = code == null || code.isBlank() ? own(actor, permission) : named(code);
        actor.require(permission, place.path());
        return place;
    }

    /** The place with this code, or the nation without one. */
    public Place open(@Nullable String code) {
        return code == null || code.isBlank()
                ? places.findByPath(PlacePath.NATION).orElseThrow(() -> new Refused.NotFound("/"))
                : named(code);
    }

    private Place named(String code) {
        return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
    }

    private Place own(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> actor.may(permission, grant.place()))
                .map(Grant::place)
                .min(Comparator.comparingInt((PlacePath path) -> path.andAbove().size())
                        .thenComparing(PlacePath::value))
                .flatMap(places::findByPath)
                .orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }
}
