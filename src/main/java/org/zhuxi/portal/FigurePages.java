package org.zhuxi.portal;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.Manifests;

/** How we know (怎么算的): a published number and the way down to its records. */
@Controller
class FigurePages {

    /** The id of a published figure, which has a page of its own. */
    private static final Pattern PUBLISHED = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Manifests manifests;
    private final LiveFigures live;
    private final Places places;
    private final ReportingPeriods periods;

    FigurePages(Manifests manifests, LiveFigures live, Places places, ReportingPeriods periods) {
        this.manifests = manifests;
        this.live = live;
        this.places = places;
        this.periods = periods;
    }

    @GetMapping("/figures")
    String all(Model model) {
        var period = periods.lastYear();
        model.addAttribute("period", period);
        model.addAttribute("figures", live.all(PlacePath.NATION, period));
        return "portal/figures";
    }

    @GetMapping("/figures/{code}")
    String one(
            @PathVariable String code,
            @RequestParam(defaultValue = "/") String place,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        if (PUBLISHED.matcher(code).matches()) {
            return "redirect:/indicators/figures/" + code;
        }
        var figure = manifests.findFigure(code).orElseThrow(() -> new Refused.NotFound(code));
        var path = pathOf(place);
        var period = from == null || to == null || !from.isBefore(to) ? periods.lastYear() : new Period(from, to);
        model.addAttribute("figure", figure);
        model.addAttribute("period", period);
        model.addAttribute("way", places.wayTo(path));
        model.addAttribute("here", path);
        model.addAttribute("trail", figure.trail(path, period, after));
        return "portal/figure";
    }

    private PlacePath pathOf(String place) {
        if (!place.startsWith("/")) {
            return places.findByCode(place)
                    .orElseThrow(() -> new Refused.NotFound(place))
                    .path();
        }
        try {
            return new PlacePath(place);
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(place);
        }
    }
}
