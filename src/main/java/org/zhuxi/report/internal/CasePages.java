package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
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
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Place;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.report.PracticeCase;
import org.zhuxi.report.PracticeCases;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportRefused;

/** Cases: read by everybody, kept in the office. */
@Controller
class CasePages {

    private static final String PUBLIC = "/cases";
    private static final String OFFICE = "/office/cases";
    private static final String NATION = "000000000000";
    private static final int PAGE = 20;
    private static final int CSV_PAGE = 1_000;

    private final PracticeCases cases;
    private final ReportPlaces places;

    CasePages(PracticeCases cases, ReportPlaces places) {
        this.cases = cases;
        this.places = places;
    }

    @GetMapping(PUBLIC)
    ModelAndView list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.get(place.isBlank() ? NATION : place);
        return page("report/cases", PUBLIC, at, year, q, after)
                .addObject("counts", cases.counts(at.path()))
                .addObject("csv", Links.to(PUBLIC + "/csv", "place", at.code(), "year", year, "q", q));
    }

    private ModelAndView page(String template, String path, Place at, String year, String q, @Nullable UUID after) {
        var found = cases.list(at.path(), Typed.optionalYear(year).orElse(null), q, PAGE, after);
        var next = found.next();
        return new ModelAndView(template)
                .addObject("place", at)
                .addObject("year", year)
                .addObject("query", q)
                .addObject("found", found)
                .addObject("names", names(found.items()))
                .addObject(
                        "next",
                        next == null ? "" : Links.to(path, "place", at.code(), "year", year, "q", q, "after", next));
    }

    private Map<String, Names> names(List<PracticeCase> found) {
        var names = new HashMap<String, Names>();
        found.forEach(one -> names.computeIfAbsent(
                one.place(), any -> places.get(one.place()).name()));
        return names;
    }

    @GetMapping(PUBLIC + "/csv")
    void csv(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = places.get(place.isBlank() ? NATION : place);
        var years = Typed.optionalYear(year).orElse(null);
        var slice = cases.list(at.path(), years, q, CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "cases-" + at.code(),
                "id",
                "place",
                "title_zh",
                "title_en",
                "what_zh",
                "what_en",
                "year",
                "source",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.title().zh(),
                            it.title().en(),
                            it.what().zh(),
                            it.what().en(),
                            it.year(),
                            it.source(),
                            it.origin());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = cases.list(at.path(), years, q, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @GetMapping(OFFICE)
    ModelAndView office(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        actor.require(ReportPermissions.OVERSEE, at.path());
        return page("report/office-cases", OFFICE, at, year, q, after)
                .addObject("actor", actor)
                .addObject("form", CaseForm.at(at.code(), places.thisYear()))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(OFFICE)
    ModelAndView add(Actor actor, @ModelAttribute CaseForm form) {
        try {
            var added = cases.add(actor, form.id(), form.command(), Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(OFFICE, "place", added.place()));
        } catch (ReportRefused refused) {
            return Wrong.again(office(actor, null, "", "", null).addObject("form", form), refused);
        }
    }

    @PostMapping(OFFICE + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        var taken = cases.withdraw(actor, id);
        return new ModelAndView("redirect:" + Links.to(OFFICE, "place", taken.place()));
    }
}
