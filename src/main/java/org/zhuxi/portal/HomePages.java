package org.zhuxi.portal;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.MapSettings;

/** The public home, and where each signed-in person begins. */
@Controller
public class HomePages {

    private static final List<String> LIVE_FIGURES =
            List.of("waste.kitchen.mass", "waste.recyclable.mass", "waste.households", "points.issued");
    private static final int COMMUNITIES_SHOWN = 12;

    private final LiveFigures figures;
    private final Places places;
    private final ReportingPeriods periods;
    private final MapSettings tiles;

    HomePages(LiveFigures figures, Places places, ReportingPeriods periods, MapSettings tiles) {
        this.figures = figures;
        this.places = places;
        this.periods = periods;
        this.tiles = tiles;
    }

    @GetMapping("/")
    String home(Model model) {
        var period = periods.lastYear();
        model.addAttribute("period", period);
        model.addAttribute("tiles", tiles);
        model.addAttribute("figures", figures.of(LIVE_FIGURES, PlacePath.NATION, period));
        model.addAttribute("communities", places.communitiesAt(PlacePath.NATION, COMMUNITIES_SHOWN));
        return "portal/home";
    }

    /** Sends people to the page of their work. */
    @GetMapping("/start")
    String start(Actor actor) {
        if (!actor.isSignedIn()) {
            return "redirect:/sign-in";
        }
        if (actor.has(Role.STEWARD)) {
            return "redirect:/field";
        }
        if (!actor.households().isEmpty()) {
            return "redirect:/me";
        }
        return "redirect:/work";
    }
}
