package org.zhuxi.place;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** The place a page is about: the one that is named, or the widest in which somebody works. */
@Component
public class WorkPlaces {

    private final Places places;

    WorkPlaces(Places places) {
        this.places = places;
    }

    /**
     * The place with this code, or the nation when none is named.
     *
     * @throws Refused.NotFound when the code names no place
     */
    public Place open(@Nullable String code) {
        return code == null || code.isBlank()
                ? places.findByPath(PlacePath.NATION).orElseThrow()
                : named(code);
    }

    /**
     * The place with this code, or the widest in which the actor may do this. Whether he may in the place that he names is
     * for the caller to ask.
     *
     * @throws Refused.NotFound when the code names no place
     * @throws Refused.Forbidden when no code is given and the actor may nowhere
     */
    public Place of(Actor actor, Permission permission, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return named(code);
        }
        return actor.grants().stream()
                .map(Grant::place)
                .filter(place -> actor.may(permission, place))
                .min(Comparator.comparingInt((PlacePath path) -> path.andAbove().size())
                        .thenComparing(PlacePath::value))
                .flatMap(places::findByPath)
                .orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }

    private Place named(String code) {
        if (code.indexOf('\0') >= 0) {
            throw new Refused.NotFound("");
        }
        return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
    }
}
