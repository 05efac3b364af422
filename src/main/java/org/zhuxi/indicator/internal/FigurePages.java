package org.zhuxi.indicator.internal;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;

/** Published figures as everybody may see them, and the way down to what they were reckoned from. */
@Controller("publishedFigurePages")
class FigurePages {

    private static final int PAGE = 30;

    private final PublishedFigures figures;
    private final DefinitionBook book;
    private final Places places;

    FigurePages(PublishedFigures figures, DefinitionBook book, Places places) {
        this.figures = figures;
        this.book = book;
        this.places = places;
    }

    @GetMapping("/indicators/figures")
    ModelAndView list(
            @RequestParam(defaultValue = "") String place, @RequestParam(required = false) @Nullable UUID after) {
        var at = (place.isBlank() ? places.findByPath(PlacePath.NATION) : places.findByCode(place.strip()))
                .orElseThrow(() -> new Refused.NotFound(place));
        return new ModelAndView("indicator/figures")
                .addObject("place", at)
                .addObject("found", figures.list(at.path(), null, PAGE, after))
                .addObject("definitions", byCode(book));
    }

    static Map<String, IndicatorDefinition> byCode(DefinitionBook book) {
        return book.indicators().stream().collect(Collectors.toMap(IndicatorDefinition::code, Function.identity()));
    }

    @GetMapping("/indicators/figures/{id}")
    ModelAndView one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String place) {
        var figure = figures.get(id);
        return new ModelAndView("indicator/figure")
                .addObject("figure", figure)
                .addObject("definition", book.definition(figure.indicator()))
                .addObject("history", figures.history(id))
                .addObject("trace", figures.trace(id, measure, place, 1))
                .addObject("stillTrue", !Boolean.FALSE.equals(figure.stillTrue()))
                .addObject("opened", measure != null);
    }
}
