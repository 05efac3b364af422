package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
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
import org.zhuxi.project.FundSums;
import org.zhuxi.report.Fund;
import org.zhuxi.report.Funds;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportRefused;

/** Funds by source, year and area in the office. */
@Controller
class FundPages {

    private static final String PATH = "/office/funds";
    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;
    private static final int FEN_DECIMALS = 2;

    private final Funds funds;
    private final FundSums projects;
    private final ReportPlaces places;

    FundPages(Funds funds, FundSums projects, ReportPlaces places) {
        this.funds = funds;
        this.projects = projects;
        this.places = places;
    }

    /** Yuan, exact. */
    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DECIMALS);
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        var found = funds.list(actor, at.path(), Typed.optionalYear(year).orElse(null), PAGE, after);
        var next = found.next();
        return new ModelAndView("report/funds")
                .addObject("place", at)
                .addObject(
                        "projects",
                        projects.of(at.path(), Typed.optionalYear(year).orElseGet(places::thisYear)))
                .addObject("year", year)
                .addObject("found", found)
                .addObject("actor", actor)
                .addObject(
                        "form",
                        new FundForm(
                                null, at.code(), String.valueOf(places.thisYear()), null, null, null, null, null, null))
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
        var slice = funds.list(actor, at.path(), years, CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "funds-" + at.code(),
                "id",
                "place",
                "year",
                "kind",
                "area",
                "planned_yuan",
                "allocated_yuan",
                "disbursed_yuan",
                "source",
                "withdrawn",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.year(),
                            it.kind(),
                            it.area(),
                            yuan(it.plannedFen()),
                            yuan(it.allocatedFen()),
                            yuan(it.disbursedFen()),
                            it.source(),
                            it.withdrawn(),
                            it.origin());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = funds.list(actor, at.path(), years, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @ModelAttribute FundForm form) {
        try {
            Fund fund = funds.add(actor, form.id(), form.command(), Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to(PATH, "place", fund.place()));
        } catch (ReportRefused refused) {
            return Wrong.again(list(actor, null, "", null).addObject("form", form), refused);
        }
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        var fund = funds.withdraw(actor, id);
        return new ModelAndView("redirect:" + Links.to(PATH, "place", fund.place()));
    }
}
