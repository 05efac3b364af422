package org.zhuxi.indicator.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.indicator.IndicatorPermissions;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.Targets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Targets and baselines set at the desk. */
@Controller
class WorkTargetPages {

    private static final int PAGE = 30;
    private static final String PATH = "/work/indicators";

    private final Targets targets;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final WorkPlaces work;

    WorkTargetPages(Targets targets, DefinitionBook book, PlaceNaming naming, WorkPlaces work) {
        this.targets = targets;
        this.book = book;
        this.naming = naming;
        this.work = work;
    }

    private Place at(Actor actor, @Nullable String place) {
        var at = work.of(actor, IndicatorPermissions.PUBLISH, place);
        actor.require(IndicatorPermissions.PUBLISH, at.path());
        return at;
    }

    @GetMapping(PATH + "/targets")
    ModelAndView targets(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = at(actor, place);
        return targets(actor, at, new TargetForm(null, "", at.code(), "TARGET", "", "", ""), after, Wrong.nothing());
    }

    private ModelAndView targets(Actor actor, Place at, TargetForm form, @Nullable UUID after, Wrong wrong) {
        var found = targets.list(actor, at.path(), PAGE, after);
        var placeNames = new java.util.HashMap<String, Names>();
        found.items()
                .forEach(target -> placeNames.computeIfAbsent(
                        target.place(),
                        code -> naming.get(code, target.period()).name()));
        return new ModelAndView("indicator/work-targets")
                .addObject("place", at)
                .addObject("form", form)
                .addObject("indicators", book.indicators())
                .addObject("definitions", FigurePages.byCode(book))
                .addObject("names", placeNames)
                .addObject("found", found)
                .addObject("wrong", wrong);
    }

    @PostMapping(PATH + "/targets")
    ModelAndView set(Actor actor, @ModelAttribute TargetForm form) {
        try {
            var target = targets.set(actor, form.id(), form.command(), Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(PATH + "/targets", "place", target.place()));
        } catch (IndicatorRefused refused) {
            return WorkEntryPages.again(targets(actor, at(actor, null), form, null, Wrong.of(refused)), refused);
        }
    }

    @PostMapping(PATH + "/targets/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        var target = targets.withdraw(actor, id);
        return new ModelAndView("redirect:" + Links.to(PATH + "/targets", "place", target.place()));
    }
}
