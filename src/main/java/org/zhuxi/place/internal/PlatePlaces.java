package org.zhuxi.place.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;
import org.zhuxi.place.PlateFilter;
import org.zhuxi.place.PlateRefused;
import org.zhuxi.place.PlateState;

/** Reads which plates a request is about. */
@Component
class PlatePlaces {

    private final Places places;

    PlatePlaces(Places places) {
        this.places = places;
    }

    /** The place in a community with that code; without a code the first community of the actor's own. */
    Place get(Actor actor, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return places.communitiesOf(actor, PlacePermissions.MANAGE_PLATES).stream()
                    .findFirst()
                    .map(places::getCommunity)
                    .flatMap(community -> places.findByCode(community.code()))
                    .orElseThrow(() -> new Refused.Forbidden(PlacePermissions.MANAGE_PLATES.code()));
        }
        var asked = code.strip();
        var place = places.findByCode(asked).orElseThrow(() -> new Refused.NotFound(asked));
        actor.require(PlacePermissions.MANAGE_PLATES, place.path());
        return place.community() == null
                ? places.communitiesAt(place.path()).stream()
                        .findFirst()
                        .flatMap(community -> places.findByCode(community.code()))
                        .orElseThrow(() -> new Refused.NotFound(asked))
                : place;
    }

    static PlateFilter filter(String kind, String state) {
        return new PlateFilter(kind.isBlank() ? null : kind(kind), state.isBlank() ? null : state(state));
    }

    /** @throws PlateRefused.NoKind when one of them is nothing a plate hangs at */
    static Set<PlaceKind> kinds(List<String> typed) {
        return typed.stream().map(PlatePlaces::kind).collect(Collectors.toSet());
    }

    /** @throws PlateRefused.NoState when it is none */
    static PlateState state(String typed) {
        return find(PlateState.values(), typed).orElseThrow(() -> new PlateRefused.NoState(typed));
    }

    private static PlaceKind kind(String typed) {
        return find(PlaceKind.values(), typed).orElseThrow(PlateRefused.NoKind::new);
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String typed) {
        var name = typed.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
