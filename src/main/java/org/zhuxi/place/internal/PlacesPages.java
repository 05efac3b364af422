package org.zhuxi.place.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Links;

/** Finding a community; for everyone. */
@Controller
class PlacesPages {

    private static final int PAGE = 20;

    private final Places places;

    PlacesPages(Places places) {
        this.places = places;
    }

    @GetMapping("/places")
    String places(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = PlaceCode.NATION) String in,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var place = places.findByCode(in).orElseThrow(() -> new Refused.NotFound(in));
        var found = q.isBlank() ? new Slice<>(browse(place), null) : places.search(q, PAGE, after);
        model.addAttribute("query", q.strip());
        model.addAttribute("above", places.wayTo(place.path()));
        model.addAttribute("found", found);
        model.addAttribute("within", q.isBlank() ? Map.of() : places.namesAbove(found.items()));
        model.addAttribute("next", found.next() == null ? null : Links.to("/places", "q", q, "after", found.next()));
        return "place/places";
    }

    private List<Place> browse(Place place) {
        var below = place.kind() == PlaceKind.COMMUNITY ? Stream.of(place) : places.childrenOf(place.path()).stream();
        return below.toList();
    }
}
