package org.zhuxi.carbon.internal;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.CarbonPermissions;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;

/** How a city or county treats its waste, entered with evidence. */
@Controller
class BaselinePages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PATH = "/work/carbon/baselines";
    private static final int PAGE = 30;

    private final BaselineMixes mixes;
    private final WorkPlaces places;
    private final Clock clock;

    BaselinePages(BaselineMixes mixes, WorkPlaces places, Clock clock) {
        this.mixes = mixes;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.of(actor, CarbonPermissions.PUBLISH, place);
        actor.require(CarbonPermissions.PUBLISH, at.path());
        var typed = new HashMap<>(Map.of(
                "place", at.code(),
                "year", Year.now(clock.withZone(ZONE)).toString()));
        return view(at.code(), new StatementForm(typed), null, after);
    }

    @PostMapping(PATH)
    ModelAndView enter(Actor actor, @RequestParam Map<String, String> typed) {
        var form = new StatementForm(typed);
        try {
            mixes.enter(actor, form.id(), form.get("place"), year(form), form.mix(), Origin.RECORDED);
            return new ModelAndView("redirect:" + CarbonLinks.to(PATH, "place", form.get("place")));
        } catch (CarbonRefused refused) {
            var at = places.of(actor, CarbonPermissions.PUBLISH, null);
            return WorkCarbonPages.again(view(at.code(), form, refused, null), refused);
        }
    }

    private static int year(StatementForm form) {
        if (!form.get("year").matches("[0-9]{4}")) {
            throw new CarbonRefused.NoPeriod();
        }
        return Integer.parseInt(form.get("year"));
    }

    private ModelAndView view(String place, StatementForm form, @Nullable CarbonRefused refused, @Nullable UUID after) {
        var at = places.open(place);
        var found = mixes.list(at.path(), PAGE, after);
        var next = found.next();
        return new ModelAndView("carbon/baselines")
                .addObject("form", form)
                .addObject("found", found)
                .addObject("next", next == null ? "" : CarbonLinks.to(PATH, "place", place, "after", next))
                .addObject("problem", refused == null ? null : refused.problem());
    }
}
