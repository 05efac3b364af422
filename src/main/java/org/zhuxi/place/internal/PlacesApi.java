package org.zhuxi.place.internal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** The tree of places for programs; open to everyone, down to buildings and sites but never to a door. */
@RestController
@RequestMapping("/api/v1/places")
class PlacesApi {

    private static final int MOST = 100;

    private final Places places;

    PlacesApi(Places places) {
        this.places = places;
    }

    /**
     * @param community number of the community it lies in; missing above communities
     * @param within names of the divisions it lies in, from the province down; only in search results
     */
    record PlaceJson(
            String code,
            PlaceKind kind,
            Names name,
            String path,
            @Nullable Integer community,
            @Nullable List<Names> within) {

        static PlaceJson of(Place place) {
            return of(place, null);
        }

        static PlaceJson of(Place place, @Nullable List<Names> within) {
            var community = place.community();
            return new PlaceJson(
                    place.code(),
                    place.kind(),
                    place.name(),
                    place.path().value(),
                    community == null ? null : community.value(),
                    within);
        }
    }

    @GetMapping
    Slice<PlaceJson> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var found = places.search(q, Math.clamp(limit, 1, MOST), after);
        var above = places.namesAbove(found.items());
        return new Slice<>(
                found.items().stream()
                        .map(place -> PlaceJson.of(place, above.get(place.code())))
                        .toList(),
                found.next());
    }

    @GetMapping("/{code}")
    PlaceJson get(@PathVariable String code) {
        return PlaceJson.of(getPublic(code));
    }

    @GetMapping("/{code}/children")
    Slice<PlaceJson> children(@PathVariable String code) {
        var place = getPublic(code);
        var below = Stream.concat(places.childrenOf(place.path()).stream(), places.premisesOf(place).stream())
                .filter(child -> child.kind() != PlaceKind.DWELLING)
                .map(PlaceJson::of)
                .toList();
        return new Slice<>(below, null);
    }

    private Place getPublic(String code) {
        return places.findByCode(code)
                .filter(place -> place.kind() != PlaceKind.DWELLING)
                .orElseThrow(() -> new Refused.NotFound(code));
    }
}
