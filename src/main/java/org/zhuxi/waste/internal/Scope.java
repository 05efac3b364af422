package org.zhuxi.waste.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** The place a page is about: the one in its address, else the first in which the reader has the right. */
@Component
public class Scope {

    private final Places places;

    Scope(Places places) {
        this.places = places;
    }

    /** The place asked for, or the reader's own. */
    public Place of(Actor actor, Permission permission, @Nullable String code) {
        return code == null || code.isBlank() ? own(actor, permission) : named(code);
    }

    /** The place with this code. */
    public Place named(String code) {
        return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
    }

    private Place own(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .map(PlacePath::value)
                .sorted()
                .findFirst()
                .flatMap(path -> places.findByPath(new PlacePath(path)))
                .orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }
}
