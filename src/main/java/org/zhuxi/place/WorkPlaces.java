package org.zhuxi.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        return own(actor, permission).findFirst().orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }

    /** The place with this code, or the widest in which the actor has any role, or the nation. */
    public Place ofAny(Actor actor, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return named(code);
        }
        return widestFirst(actor, place -> true).findFirst().orElseGet(() -> open(null));
    }

    /**
     * The place with this code, or the widest in which the actor may do this, for somebody who may do it there.
     *
     * @throws Refused.NotFound when the code names no place
     * @throws Refused.Forbidden when the actor may not, there or anywhere
     */
    public Place allowed(Actor actor, Permission permission, @Nullable String code) {
        var place = of(actor, permission, code);
        actor.require(permission, place.path());
        return place;
    }

    /** The place with this code. @throws Refused.NotFound when there is none */
    public Place named(String code) {
        if (code.indexOf('\0') >= 0) {
            throw new Refused.NotFound("");
        }
        return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
    }

    /** The places among which the actor can choose: those where he may do this, the widest first and none that lies in another. */
    public List<Place> choices(Actor actor, Permission permission) {
        var chosen = new ArrayList<Place>();
        own(actor, permission)
                .filter(place -> chosen.stream().noneMatch(wider -> wider.path().contains(place.path())))
                .forEachOrdered(chosen::add);
        return List.copyOf(chosen);
    }

    /** Code of the one community in which the actor may do this, for a form to begin with; empty when there are more or none. */
    public String onlyCommunity(Actor actor, Permission permission) {
        var choices = choices(actor, permission);
        return choices.size() == 1 && choices.getFirst().community() != null
                ? choices.getFirst().code()
                : "";
    }

    private Stream<Place> own(Actor actor, Permission permission) {
        return widestFirst(actor, place -> actor.may(permission, place));
    }

    private Stream<Place> widestFirst(Actor actor, Predicate<PlacePath> wanted) {
        return actor.grants().stream()
                .map(Grant::place)
                .filter(wanted)
                .sorted(Comparator.comparingInt(
                                (PlacePath path) -> path.andAbove().size())
                        .thenComparing(PlacePath::value))
                .distinct()
                .flatMap(path -> places.findByPath(path).stream());
    }
}
