package org.zhuxi.notice.internal;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** Whom a notice can be for. */
@Component
public class Audience {

    private static final Set<PlaceKind> KINDS = Set.of(PlaceKind.COMMUNITY, PlaceKind.QUARTER, PlaceKind.BUILDING);

    private final Places places;

    Audience(Places places) {
        this.places = places;
    }

    /** A community, or part of one. */
    public record In(CommunityId community, PlacePath path) {}

    /** The community, quarter or building with this code. */
    public In of(String code) {
        return places.findByCode(code.strip())
                .filter(place -> KINDS.contains(place.kind()))
                .flatMap(place -> java.util.Optional.ofNullable(place.community())
                        .map(community -> new In(community, place.path())))
                .orElseThrow(NoticeRefused.NoAudience::new);
    }

    /** The place asked for, or the widest in which the actor has the permission. */
    Place scope(Actor actor, Permission permission, @Nullable String code) {
        return code == null || code.isBlank() ? widest(actor, permission) : named(code);
    }

    /** The place with this code. */
    Place named(String code) {
        return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
    }

    private Place widest(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .min(Comparator.comparingInt((PlacePath path) -> path.value().length())
                        .thenComparing(PlacePath::value))
                .flatMap(places::findByPath)
                .orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }
}
