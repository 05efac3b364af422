package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostCost;
import org.zhuxi.compost.CompostCosts;
import org.zhuxi.compost.CompostCosts.NewCost;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Prices of waste and of nutrients, at the desk in yuan and for programs in fen. */
@Controller
class CostPages {

    private static final String PATH = "/work/compost/costs";
    private static final BigDecimal MOST_YUAN = BigDecimal.valueOf(1_000_000);
    private static final int FEN = 2;

    private final CompostCosts costs;
    private final WorkPlaces places;

    CostPages(CompostCosts costs, WorkPlaces places) {
        this.costs = costs;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable String place) {
        var at = places.of(actor, CompostPermissions.COSTS, place);
        actor.require(CompostPermissions.COSTS, at.path());
        return new ModelAndView("compost/work-costs")
                .addObject("costs", costs.list(at.path()))
                .addObject("place", at)
                .addObject("form", Form.NOTHING)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView enter(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        try {
            costs.enter(
                    actor,
                    form.id(),
                    form.get("place"),
                    new NewCost(
                            (int) Typed.whole("year", form.get("year"), 0, Integer.MAX_VALUE),
                            fen(form, "collectionFenPerTonne"),
                            fen(form, "treatmentFenPerTonne"),
                            fen(form, "nutrientFenPerKg"),
                            form.get("evidence"),
                            Origin.RECORDED));
            return new ModelAndView("redirect:" + Links.to(PATH, "place", form.get("place")));
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(list(actor, null).addObject("form", form), refused);
        }
    }

    /** Yuan as they were typed, in fen; nothing typed is none. */
    private static long fen(Form form, String field) {
        var yuan = form.findNumber(field);
        return yuan == null
                ? 0
                : Typed.within(field, yuan, BigDecimal.ZERO, MOST_YUAN)
                        .movePointRight(FEN)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact();
    }

    record CostJson(
            @Nullable String place,
            @Nullable Integer year,
            @Nullable Long collectionFenPerTonne,
            @Nullable Long treatmentFenPerTonne,
            @Nullable Long nutrientFenPerKg,
            @Nullable String evidence) {

        static CostJson of(CompostCost it) {
            return new CostJson(
                    it.place(),
                    it.year(),
                    it.collectionFenPerTonne(),
                    it.treatmentFenPerTonne(),
                    it.nutrientFenPerKg(),
                    it.evidence());
        }
    }

    /** The same id again is answered with what is there. */
    @PutMapping("/api/v1/compost/costs/{id}")
    @ResponseBody
    CostJson put(Actor actor, @PathVariable UUID id, @RequestBody CostJson body) {
        return CostJson.of(costs.enter(
                actor,
                id,
                Typed.required("place", body.place()),
                new NewCost(
                        Typed.required("year", body.year()),
                        Typed.required("collectionFenPerTonne", body.collectionFenPerTonne()),
                        Typed.required("treatmentFenPerTonne", body.treatmentFenPerTonne()),
                        body.nutrientFenPerKg() == null ? 0 : body.nutrientFenPerKg(),
                        Typed.text(body.evidence()),
                        Origin.RECORDED)));
    }
}
