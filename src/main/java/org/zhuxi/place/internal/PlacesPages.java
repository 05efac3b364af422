package org.zhuxi.place.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;

/** Finding a community, and its profile; for everyone. */
@Controller
class PlacesPages {

    private static final int PAGE = 20;

    private final Places places;
    private final SiteStore sites;
    private final Outlines outlines;

    PlacesPages(Places places, SiteStore sites, Outlines outlines) {
        this.places = places;
        this.outlines = outlines;
        this.sites = sites;
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
        model.addAttribute("above", ancestors(place.path()));
        model.addAttribute("found", found);
        model.addAttribute("within", q.isBlank() ? Map.of() : places.namesAbove(found.items()));
        model.addAttribute("next", found.next() == null ? null : Links.to("/places", "q", q, "after", found.next()));
        return "place/places";
    }

    @GetMapping("/communities/{code}")
    String community(Actor actor, @PathVariable String code, Model model) {
        var community = places.findByCode(code)
                .map(Place::community)
                .map(places::getCommunity)
                .filter(found -> found.code().equals(code))
                .orElseThrow(() -> new Refused.NotFound(code));
        model.addAttribute("community", community);
        model.addAttribute("above", ancestors(community.path()));
        model.addAttribute("sites", sites.list(List.of(community.id().value()), null));
        var outline = outlines.find(code);
        model.addAttribute("outline", outline.orElse(null));
        model.addAttribute(
                "picture",
                outline.map(known -> OutlineShape.svgPath(known.polygons(), OutlinePages.PICTURE))
                        .orElse(""));
        model.addAttribute("mayManage", actor.may(PlacePermissions.MANAGE, community.path()));
        return "place/community";
    }

    private List<Place> browse(Place place) {
        var below = place.kind() == PlaceKind.COMMUNITY ? Stream.of(place) : places.childrenOf(place.path()).stream();
        return below.toList();
    }

    /** From the nation down to the place above this one; the nation itself when it is the whole country. */
    private List<Place> ancestors(PlacePath path) {
        var above = new ArrayList<Place>();
        var at = PlacePath.NATION;
        places.findByPath(at).ifPresent(above::add);
        for (var segment : path.value().substring(1).split("/", -1)) {
            if (!segment.isEmpty()) {
                at = at.child(segment);
                places.findByPath(at).ifPresent(above::add);
            }
        }
        return above;
    }
}
