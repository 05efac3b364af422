package org.zhuxi.governance.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.Rolls;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** The roll of owners at the desk. */
@Controller
class RollPages {

    private static final String PATH = "/work/owners-roll";
    private static final int PAGE = 100;
    private static final int FILE_PAGE = 1_000;

    private final Rolls rolls;
    private final WorkPlaces places;

    RollPages(Rolls rolls, WorkPlaces places) {
        this.rolls = rolls;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView show(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String after) {
        return page(actor, at(actor, place), Typed.text(q), after, "");
    }

    private Place at(Actor actor, @Nullable String place) {
        var at = places.of(actor, GovernancePermissions.ROLL, place);
        actor.require(GovernancePermissions.ROLL, at.path());
        return at;
    }

    private ModelAndView page(Actor actor, Place at, String q, @Nullable String after, String rows) {
        var found = rolls.list(actor, at.path(), q, PAGE, after);
        var next = found.next();
        return new ModelAndView("governance/roll")
                .addObject("place", at)
                .addObject("parts", found.items())
                .addObject("totals", rolls.totals(actor, at.path()))
                .addObject("q", q)
                .addObject("next", next == null ? "" : Links.to(PATH, "place", at.code(), "q", q, "after", next))
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code()))
                .addObject("rows", rows)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView enter(Actor actor, @RequestParam Map<String, String> fields) {
        var at = at(actor, fields.get("place"));
        try {
            rolls.enter(actor, at.code(), fields.get("rows"));
            return again(at);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, at, "", null, fields.getOrDefault("rows", "")), (Refused) refused);
        }
    }

    @PostMapping(PATH + "/{unit}/removal")
    ModelAndView remove(Actor actor, @PathVariable String unit, @RequestParam @Nullable String place) {
        var at = at(actor, place);
        rolls.remove(actor, at.code(), unit);
        return again(at);
    }

    private static ModelAndView again(Place at) {
        return new ModelAndView("redirect:" + Links.to(PATH, "place", at.code()));
    }

    @GetMapping(PATH + ".csv")
    void download(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = at(actor, place);
        try (var csv =
                CsvTable.download(response, "owners-roll-" + at.code(), "unit", "area_m2", "owner", "area_source")) {
            String after = null;
            do {
                var slice = rolls.list(actor, at.path(), "", FILE_PAGE, after);
                for (var part : slice.items()) {
                    csv.row(part.place(), BigDecimal.valueOf(part.areaCentiM2(), 2), part.owner(), part.areaSource());
                }
                after = slice.next();
            } while (after != null);
        }
    }
}
