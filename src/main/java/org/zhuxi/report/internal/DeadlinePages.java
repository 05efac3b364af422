package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.report.Expectation.Standing;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.Expectations;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportRefused;

/** What is due from whom: called for, excused, and how many have come. */
@Controller
class DeadlinePages {

    static final String PATH = "/office/deadlines";

    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;

    private final Expectations expectations;
    private final DeadlineRules rules;
    private final ReportPlaces places;
    private final Clock clock;

    DeadlinePages(Expectations expectations, DeadlineRules rules, ReportPlaces places, Clock clock) {
        this.expectations = expectations;
        this.rules = rules;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var years = Typed.optionalYear(year).orElse(null);
        var found = expectations.list(
                actor,
                at.path(),
                Typed.choice(What.class, what).orElse(null),
                years,
                Typed.choice(Standing.class, standing).orElse(null),
                PAGE,
                after);
        var shownYear = years == null ? places.thisYear() : years;
        var next = found.next();
        return new ModelAndView("report/deadlines")
                .addObject("place", at)
                .addObject("what", what)
                .addObject("year", year)
                .addObject("standing", standing)
                .addObject("found", found)
                .addObject("now", clock.instant())
                .addObject("shownYear", shownYear)
                .addObject(
                        "rate",
                        expectations.rate(Typed.choice(What.class, what).orElse(What.ANNUAL), shownYear, at.path()))
                .addObject("rules", rules.all())
                .addObject("mayCall", actor.may(ReportPermissions.RECEIVE, at.path()))
                .addObject("actor", actor)
                .addObject("form", new CallForm(at.code(), "ANNUAL", String.valueOf(places.thisYear()), "", ""))
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to(
                                        PATH,
                                        "place",
                                        at.code(),
                                        "what",
                                        what,
                                        "year",
                                        year,
                                        "standing",
                                        standing,
                                        "after",
                                        next))
                .addObject(
                        "csv",
                        Links.to(PATH + "/csv", "place", at.code(), "what", what, "year", year, "standing", standing))
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping(PATH + "/csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String standing,
            HttpServletResponse response)
            throws IOException {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var now = clock.instant();
        actor.require(ReportPermissions.OVERSEE, at.path());
        try (var csv = CsvTable.download(
                response,
                "deadlines-" + at.code(),
                "id",
                "what",
                "year",
                "place",
                "name_zh",
                "name_en",
                "due_on",
                "standing",
                "arrived_at",
                "excuse",
                "origin")) {
            UUID after = null;
            do {
                var slice = expectations.list(
                        actor,
                        at.path(),
                        Typed.choice(What.class, what).orElse(null),
                        Typed.optionalYear(year).orElse(null),
                        Typed.choice(Standing.class, standing).orElse(null),
                        CSV_PAGE,
                        after);
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.what(),
                            it.year(),
                            it.place(),
                            it.name().zh(),
                            it.name().en(),
                            it.due().day(),
                            it.standing(now),
                            it.arrivedAt(),
                            it.excuse(),
                            it.origin());
                }
                var next = slice.next();
                after = next == null ? null : UUID.fromString(next);
            } while (after != null);
        }
    }

    @PostMapping(PATH)
    ModelAndView call(
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String day) {
        try {
            expectations.call(
                    actor,
                    Typed.choice(What.class, what).orElseThrow(() -> new ReportRefused.NoChoice("what")),
                    Typed.year(year),
                    place,
                    Typed.choice(PlaceKind.class, level).orElseThrow(() -> new ReportRefused.NoChoice("level")),
                    Typed.optionalDay("day", day),
                    Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(PATH, "place", place, "year", year));
        } catch (ReportRefused refused) {
            return Wrong.again(
                    list(actor, null, "", "", "", null).addObject("form", new CallForm(place, what, year, level, day)),
                    refused);
        }
    }

    @PostMapping(PATH + "/{id}/excuse")
    ModelAndView excuse(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        try {
            var owed = expectations.excuse(actor, id, reason);
            return new ModelAndView("redirect:"
                    + Links.to(
                            PATH,
                            "year",
                            String.valueOf(owed.year()),
                            "what",
                            owed.what().name()));
        } catch (Refused.Forbidden | Refused.NotFound refused) {
            throw refused;
        } catch (ReportRefused refused) {
            return Wrong.again(list(actor, null, "", "", "", null), refused);
        }
    }
}
