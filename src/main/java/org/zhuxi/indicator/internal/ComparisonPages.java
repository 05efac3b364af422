package org.zhuxi.indicator.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.indicator.Comparison;
import org.zhuxi.indicator.ComparisonPairs;
import org.zhuxi.indicator.Comparisons;
import org.zhuxi.indicator.IndicatorPermissions;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Before and after: read by everybody, kept at the desk. */
@Controller
class ComparisonPages {

    private static final int PAGE = 60;
    private static final int CSV_PAGE = 1_000;
    private static final String WORK = "/work/indicators/comparisons";

    private final Comparisons comparisons;
    private final ComparisonPairs pairs;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final WorkPlaces work;

    ComparisonPages(
            Comparisons comparisons, ComparisonPairs pairs, DefinitionBook book, PlaceNaming naming, WorkPlaces work) {
        this.comparisons = comparisons;
        this.pairs = pairs;
        this.book = book;
        this.naming = naming;
        this.work = work;
    }

    @GetMapping("/indicators/comparisons")
    ModelAndView list(
            @RequestParam(defaultValue = "") String place, @RequestParam(required = false) @Nullable UUID after) {
        var at = naming.today(place);
        var found = comparisons.list(at.path(), PAGE, after);
        return new ModelAndView("indicator/comparisons")
                .addObject("place", at)
                .addObject("found", found)
                .addObject("names", names(found))
                .addObject("pairs", pairs.of(found.items()))
                .addObject("topics", book.topics());
    }

    private Map<String, Names> names(Slice<Comparison> found) {
        var names = new HashMap<String, Names>();
        found.items().forEach(line -> names.computeIfAbsent(line.place(), any -> comparisons.nameOf(line)));
        return names;
    }

    @GetMapping("/indicators/comparisons/csv")
    void csv(@RequestParam(defaultValue = "") String place, HttpServletResponse response) throws IOException {
        var at = naming.today(place);
        try (var csv = CsvTable.download(
                response,
                "before-after-" + at.code(),
                "place",
                "topic",
                "name_zh",
                "name_en",
                "unit",
                "before",
                "after",
                "change",
                "change_kind",
                "source",
                "origin")) {
            UUID after = null;
            do {
                var slice = comparisons.list(at.path(), CSV_PAGE, after);
                for (var it : slice.items()) {
                    var delta = it.delta();
                    csv.row(
                            it.place(),
                            it.topic(),
                            it.names().zh(),
                            it.names().en(),
                            it.unit().en(),
                            it.before() == null ? null : it.before().original(),
                            it.after() == null ? null : it.after().original(),
                            delta.map(one -> one.amount()).orElse(null),
                            delta.map(one -> one.kind()).orElse(null),
                            it.source(),
                            it.origin());
                }
                var next = slice.next();
                after = next == null ? null : UUID.fromString(next);
            } while (after != null);
        }
    }

    @GetMapping(WORK)
    ModelAndView work(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = work.of(actor, IndicatorPermissions.PUBLISH, place);
        actor.require(IndicatorPermissions.PUBLISH, at.path());
        return work(at, ComparisonForm.at(at.code()), after, Wrong.nothing());
    }

    private ModelAndView work(Place at, ComparisonForm form, @Nullable UUID after, Wrong wrong) {
        var found = comparisons.list(at.path(), PAGE, after);
        return new ModelAndView("indicator/work-comparisons")
                .addObject("place", at)
                .addObject("form", form)
                .addObject("found", found)
                .addObject("choices", pairs.choices(at.path()))
                .addObject("names", names(found))
                .addObject("pairs", pairs.of(found.items()))
                .addObject("topics", book.topics())
                .addObject("wrong", wrong);
    }

    @PostMapping(WORK)
    ModelAndView add(Actor actor, @ModelAttribute ComparisonForm form) {
        try {
            var line = comparisons.add(actor, form.id(), form.command(), Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(WORK, "place", line.place()));
        } catch (IndicatorRefused refused) {
            var at = work.of(actor, IndicatorPermissions.PUBLISH, null);
            return WorkEntryPages.again(work(at, form, null, Wrong.of(refused)), refused);
        }
    }

    /** Puts photos beside a line; an empty choice takes them away. */
    @PostMapping(WORK + "/{id}/photos")
    ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String pair) {
        pairs.show(actor, id, pair.isBlank() ? null : pairOf(pair));
        return new ModelAndView("redirect:" + WORK);
    }

    private static UUID pairOf(String typed) {
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(typed);
        }
    }

    @PostMapping(WORK + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        var line = comparisons.withdraw(actor, id);
        return new ModelAndView("redirect:" + Links.to(WORK, "place", line.place()));
    }
}
