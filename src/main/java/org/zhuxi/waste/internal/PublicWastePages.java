package org.zhuxi.waste.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Places;
import org.zhuxi.waste.SortingGuide;
import org.zhuxi.waste.Stations;

/** For every neighbour: where and when to bring what. */
@Controller
class PublicWastePages {

    private static final int PAGE = 30;
    private static final int HITS = 10;

    private final Stations stations;
    private final SortingGuide guide;
    private final Places places;

    PublicWastePages(Stations stations, SortingGuide guide, Places places) {
        this.stations = stations;
        this.guide = guide;
        this.places = places;
    }

    @GetMapping("/stations")
    String stations(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String place,
            @RequestParam @Nullable String after,
            Model model) {
        var at = place.isBlank() ? null : places.findByCode(place.strip()).orElse(null);
        var hits = q.isBlank()
                ? java.util.List.of()
                : places.search(q.strip(), HITS, null).items();
        model.addAttribute("q", q);
        model.addAttribute("place", at);
        model.addAttribute("hits", hits);
        model.addAttribute("stations", stations.list(at == null ? PlacePath.NATION : at.path(), PAGE, after));
        return "waste/where";
    }

    @GetMapping("/sorting-guide")
    String guide(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("chapters", guide.search(q));
        return "waste/guide";
    }
}
