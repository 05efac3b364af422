package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.report.Commendation;
import org.zhuxi.report.Honours;
import org.zhuxi.report.NewBase;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportRefused;

/** Demonstration bases and commendations in the office. */
@Controller
class HonourPages {

    private static final String BASES = "/office/bases";
    private static final String COMMENDATIONS = "/office/commendations";
    private static final int PAGE = 50;
    private static final int CSV_ROWS = 10_000;

    private final Honours honours;
    private final ReportPlaces places;

    HonourPages(Honours honours, ReportPlaces places) {
        this.honours = honours;
        this.places = places;
    }

    @GetMapping(BASES)
    ModelAndView bases(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var found = honours.bases(actor, at.path(), q, PAGE, after);
        var next = found.next();
        return new ModelAndView("report/bases")
                .addObject("place", at)
                .addObject("query", q)
                .addObject("found", found)
                .addObject("actor", actor)
                .addObject("thisYear", String.valueOf(places.thisYear()))
                .addObject("form", HonourForm.at(at.code(), places.thisYear()))
                .addObject("next", next == null ? "" : Links.to(BASES, "place", at.code(), "q", q, "after", next))
                .addObject("csv", Links.to(BASES + "/csv", "place", at.code(), "q", q))
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping(BASES + "/csv")
    void basesCsv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var found = honours.bases(actor, at.path(), q, CSV_ROWS, null);
        try (var csv = CsvTable.download(
                response,
                "bases-" + at.code(),
                "id",
                "place",
                "name_zh",
                "name_en",
                "theme_zh",
                "theme_en",
                "opened_on",
                "visitors_year",
                "visitors",
                "source",
                "withdrawn",
                "origin")) {
            for (var it : found.items()) {
                csv.row(
                        it.id(),
                        it.place(),
                        it.name().zh(),
                        it.name().en(),
                        it.theme().zh(),
                        it.theme().en(),
                        it.openedOn(),
                        it.visitorsYear(),
                        it.visitors(),
                        it.source(),
                        it.withdrawn(),
                        it.origin());
            }
        }
    }

    @PostMapping(BASES)
    ModelAndView addBase(Actor actor, @ModelAttribute HonourForm form) {
        try {
            var base = honours.addBase(
                    actor,
                    form.id(),
                    new NewBase(
                            form.place(),
                            new Names(form.nameZh(), form.nameEn()),
                            new Names(form.themeZh(), form.themeEn()),
                            Typed.day("day", form.day()),
                            form.source()),
                    Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(BASES, "place", base.place()));
        } catch (ReportRefused refused) {
            return Wrong.again(bases(actor, null, "", null).addObject("form", form), refused);
        }
    }

    @PostMapping(BASES + "/{id}/visitors")
    ModelAndView count(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String visitors) {
        try {
            var base = honours.countVisitors(actor, id, Typed.year(year), Typed.count("visitors", visitors));
            return new ModelAndView("redirect:" + Links.to(BASES, "place", base.place()));
        } catch (ReportRefused refused) {
            return Wrong.again(bases(actor, null, "", null), refused);
        }
    }

    @PostMapping(BASES + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        var base = honours.withdrawBase(actor, id);
        return new ModelAndView("redirect:" + Links.to(BASES, "place", base.place()));
    }

    @GetMapping(COMMENDATIONS)
    ModelAndView commendations(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var found =
                honours.commendations(actor, at.path(), Typed.optionalYear(year).orElse(null), q, PAGE, after);
        var next = found.next();
        return new ModelAndView("report/commendations")
                .addObject("place", at)
                .addObject("year", year)
                .addObject("query", q)
                .addObject("found", found)
                .addObject("actor", actor)
                .addObject("honours", honours)
                .addObject("form", HonourForm.at(at.code(), places.thisYear()))
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to(COMMENDATIONS, "place", at.code(), "year", year, "q", q, "after", next))
                .addObject("csv", Links.to(COMMENDATIONS + "/csv", "place", at.code(), "year", year, "q", q))
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping(COMMENDATIONS + "/csv")
    void commendationsCsv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var found =
                honours.commendations(actor, at.path(), Typed.optionalYear(year).orElse(null), q, CSV_ROWS, null);
        try (var csv = CsvTable.download(
                response,
                "commendations-" + at.code(),
                "id",
                "place",
                "year",
                "kind",
                "name",
                "basis",
                "state",
                "publicised_on",
                "reason",
                "origin")) {
            for (var it : found.items()) {
                csv.row(
                        it.id(),
                        it.place(),
                        it.year(),
                        it.kind(),
                        it.name(),
                        it.basis(),
                        it.state(),
                        it.publicisedOn(),
                        it.reason(),
                        it.origin());
            }
        }
    }

    @PostMapping(COMMENDATIONS)
    ModelAndView nominate(Actor actor, @ModelAttribute HonourForm form) {
        try {
            var one = honours.nominate(
                    actor,
                    form.id(),
                    form.place(),
                    Typed.year(form.year()),
                    Typed.choice(Commendation.Kind.class, form.kind())
                            .orElseThrow(() -> new ReportRefused.NoChoice("kind")),
                    form.nameZh(),
                    form.source(),
                    Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(COMMENDATIONS, "place", one.place()));
        } catch (ReportRefused refused) {
            return Wrong.again(commendations(actor, null, "", "", null).addObject("form", form), refused);
        }
    }

    @PostMapping(COMMENDATIONS + "/{id}/decision")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason) {
        try {
            var state = Typed.choice(Commendation.State.class, to).orElseThrow(ReportRefused.WrongStep::new);
            var one = honours.decide(actor, id, state, reason);
            return new ModelAndView("redirect:" + Links.to(COMMENDATIONS, "place", one.place()));
        } catch (ReportRefused refused) {
            return Wrong.again(commendations(actor, null, "", "", null), refused);
        }
    }
}
