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
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.report.Plans;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportRefused;

/** Plans in the office. */
@Controller
class PlanPages {

    private static final String PATH = "/office/plans";
    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;

    private final Plans plans;
    private final ReportPlaces places;

    PlanPages(Plans plans, ReportPlaces places) {
        this.plans = plans;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var found = plans.list(actor, at.path(), Typed.optionalYear(year).orElse(null), PAGE, after);
        var next = found.next();
        return new ModelAndView("report/plans")
                .addObject("place", at)
                .addObject("year", year)
                .addObject("found", found)
                .addObject("actor", actor)
                .addObject(
                        "form",
                        new PlanForm(null, at.code(), String.valueOf(places.thisYear()), null, null, null, null))
                .addObject("next", next == null ? "" : Links.to(PATH, "place", at.code(), "year", year, "after", next))
                .addObject("csv", Links.to(PATH + "/csv", "place", at.code(), "year", year))
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping(PATH + "/csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            HttpServletResponse response)
            throws IOException {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var years = Typed.optionalYear(year).orElse(null);
        var slice = plans.list(actor, at.path(), years, CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "plans-" + at.code(),
                "id",
                "place",
                "name_zh",
                "year",
                "title",
                "document",
                "submitted_at",
                "due_on",
                "on_time",
                "withdrawn",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.name().zh(),
                            it.year(),
                            it.title(),
                            it.document(),
                            it.submittedAt(),
                            it.due().day(),
                            it.isOnTime(),
                            it.withdrawn(),
                            it.origin());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = plans.list(actor, at.path(), years, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @PostMapping(PATH)
    ModelAndView file(Actor actor, @ModelAttribute PlanForm form) {
        try {
            var plan = plans.file(
                    actor,
                    form.id(),
                    form.place(),
                    Typed.year(form.year()),
                    form.title(),
                    form.document(),
                    form.aims(),
                    Typed.optionalDay("day", form.day()),
                    Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(PATH, "place", plan.place()));
        } catch (ReportRefused refused) {
            return Wrong.again(list(actor, null, "", null).addObject("form", form), refused);
        }
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        var plan = plans.withdraw(actor, id);
        return new ModelAndView("redirect:" + Links.to(PATH, "place", plan.place()));
    }
}
