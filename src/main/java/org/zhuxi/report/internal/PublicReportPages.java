package org.zhuxi.report.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.platform.web.Links;
import org.zhuxi.report.Reports;

/** Published annual reports, for everybody. */
@Controller
class PublicReportPages {

    static final String PATH = "/reports";

    private static final int PAGE = 30;
    private static final String NATION = "000000000000";

    private final Reports reports;
    private final ReportPlaces places;
    private final Wording wording;

    PublicReportPages(Reports reports, ReportPlaces places, Wording wording) {
        this.reports = reports;
        this.places = places;
        this.wording = wording;
    }

    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.get(place.isBlank() ? NATION : place);
        var found = reports.listPublished(at.path(), Typed.optionalYear(year).orElse(null), q, PAGE, after);
        var next = found.next();
        return new ModelAndView("report/reports")
                .addObject("place", at)
                .addObject("year", year)
                .addObject("query", q)
                .addObject("found", found)
                .addObject(
                        "next",
                        next == null ? "" : Links.to(PATH, "place", at.code(), "year", year, "q", q, "after", next));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(@PathVariable UUID id) {
        var report = reports.getPublished(id);
        return new ModelAndView("report/report").addObject("view", new ReportView(reports.document(report), wording));
    }
}
