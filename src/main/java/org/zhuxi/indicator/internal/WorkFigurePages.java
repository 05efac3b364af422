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
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Wrong;

/** Figures published and corrected at the desk. */
@Controller
class WorkFigurePages {

    private static final int PAGE = 30;
    private static final String PATH = "/work/indicators";
    private static final Names NOTHING = new Names("", "");

    private final PublishedFigures figures;
    private final DefinitionBook book;
    private final WorkPlaces work;

    WorkFigurePages(PublishedFigures figures, DefinitionBook book, WorkPlaces work) {
        this.figures = figures;
        this.book = book;
        this.work = work;
    }

    @GetMapping(PATH + "/figures")
    ModelAndView figures(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = at(actor, place);
        return figures(at, new FigureForm(null, "", at.code(), ""), after, Wrong.nothing());
    }

    private Place at(Actor actor, @Nullable String place) {
        var at = work.of(actor, IndicatorPermissions.PUBLISH, place);
        actor.require(IndicatorPermissions.PUBLISH, at.path());
        return at;
    }

    private ModelAndView figures(Place at, FigureForm form, @Nullable UUID after, Wrong wrong) {
        return new ModelAndView("indicator/work-figures")
                .addObject("place", at)
                .addObject("form", form)
                .addObject("indicators", book.indicators())
                .addObject("definitions", FigurePages.byCode(book))
                .addObject("found", figures.list(at.path(), null, PAGE, after))
                .addObject("untrue", figures.findUntrue(at.path()).orElse(null))
                .addObject("note", NOTHING)
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
        var note = new Names(noteZh, noteEn);
        try {
            return to(figures.correct(actor, Ids.derived(id, "correction"), id, note)
                    .id());
        } catch (IndicatorRefused refused) {
            var at = at(actor, null);
            var page = figures(at, new FigureForm(null, "", at.code(), ""), null, Wrong.of(refused));
            return WorkEntryPages.again(
                    page.addObject("untrue", figures.get(id)).addObject("note", note), refused);
        }
    }

    private static ModelAndView to(UUID figure) {
        return new ModelAndView("redirect:/indicators/figures/" + figure);
    }
}
