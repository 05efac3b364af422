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
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.Targets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.place.Place;

/** Figures published and corrected, targets set and registers frozen, at the desk. */
@Controller
class WorkFigurePages {

    private static final int PAGE = 30;
    private static final String PATH = "/work/indicators";

    private final PublishedFigures figures;
    private final Targets targets;
    private final Registers registers;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final PlaceNames names;
    private final WorkPlace work;

    WorkFigurePages(
            PublishedFigures figures,
            Targets targets,
            Registers registers,
            DefinitionBook book,
            PlaceNaming naming,
            PlaceNames names,
            WorkPlace work) {
        this.figures = figures;
        this.targets = targets;
        this.registers = registers;
        this.book = book;
        this.naming = naming;
        this.names = names;
        this.work = work;
    }

    @GetMapping(PATH + "/figures")
    ModelAndView figures(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = at(actor, place);
        return figures(at, new FigureForm(null, "", at.code(), ""), after, Wrong.NOTHING);
    }

    private Place at(Actor actor, @Nullable String place) {
        var at = work.of(actor, IndicatorPermissions.PUBLISH, place);
        actor.require(IndicatorPermissions.PUBLISH, at.path());
        return at;
    }

    /** One figure to be corrected at a time, the oldest first. */
    private ModelAndView figures(Place at, FigureForm form, @Nullable UUID after, Wrong wrong) {
        var found = figures.list(at.path(), null, PAGE, after);
        var untrue = found.items().stream()
                .filter(figure -> figure.correctedBy() == null && Boolean.FALSE.equals(figure.stillTrue()))
                .toList()
                .reversed()
                .stream()
                .limit(1)
                .toList();
        return new ModelAndView("indicator/work-figures")
                .addObject("place", at)
                .addObject("form", form)
                .addObject("indicators", book.indicators())
                .addObject("definitions", FigurePages.byCode(book))
                .addObject("found", found)
                .addObject("untrue", untrue)
                .addObject("wrong", wrong);
    }

    @PostMapping(PATH + "/figures")
    ModelAndView publish(Actor actor, @ModelAttribute FigureForm form) {
        try {
            return to(figures.publish(actor, form.id(), form.command(), Origin.RECORDED)
                    .id());
        } catch (IndicatorRefused refused) {
            return WorkEntryPages.again(figures(at(actor, null), form, null, Wrong.of(refused)), refused);
        }
    }

    @PostMapping(PATH + "/figures/{id}/correction")
    ModelAndView correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String noteZh,
            @RequestParam(defaultValue = "") String noteEn) {
        try {
            return to(figures.correct(actor, Ids.derived(id, "correction"), id, new Names(noteZh, noteEn))
                    .id());
        } catch (IndicatorRefused refused) {
            var at = at(actor, null);
            return WorkEntryPages.again(
                    figures(at, new FigureForm(null, "", at.code(), ""), null, Wrong.of(refused)), refused);
        }
    }

    private static ModelAndView to(UUID figure) {
        return new ModelAndView("redirect:/indicators/figures/" + figure);
    }

    @GetMapping(PATH + "/targets")
    ModelAndView targets(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = at(actor, place);
        return targets(actor, at, new TargetForm(null, "", at.code(), "TARGET", "", "", ""), after, Wrong.NOTHING);
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

    @GetMapping(PATH + "/registers")
    ModelAndView registers(Actor actor, @RequestParam @Nullable String place) {
        var at = at(actor, place);
        return registers(at, new RegisterForm(null, at.code(), "", ""), Wrong.NOTHING);
    }

    private ModelAndView registers(Place at, RegisterForm form, Wrong wrong) {
        var found = registers.list(at.path());
        return new ModelAndView("indicator/work-registers")
                .addObject("place", at)
                .addObject("form", form)
                .addObject("found", found)
                .addObject(
                        "names",
                        names.namesOf(
                                found.stream().map(one -> one.scope()).collect(java.util.stream.Collectors.toSet())))
                .addObject("wrong", wrong);
    }

    @PostMapping(PATH + "/registers")
    ModelAndView freeze(Actor actor, @ModelAttribute RegisterForm form) {
        try {
            var register = registers.freezeToday(actor, form.id(), form.cycle(), form.scope(), form.source());
            return new ModelAndView("redirect:/indicators/registers/" + register.id());
        } catch (IndicatorRefused refused) {
            return WorkEntryPages.again(registers(at(actor, null), form, Wrong.of(refused)), refused);
        }
    }

    @PostMapping(PATH + "/registers/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        try {
            registers.withdraw(actor, id, reason);
            return new ModelAndView("redirect:" + PATH + "/registers");
        } catch (IndicatorRefused refused) {
            var at = at(actor, null);
            return WorkEntryPages.again(
                    registers(at, new RegisterForm(null, at.code(), "", ""), Wrong.of(refused)), refused);
        }
    }
}
