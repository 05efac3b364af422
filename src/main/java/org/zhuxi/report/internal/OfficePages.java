package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.report.Expectation;
import org.zhuxi.report.Expectations;
import org.zhuxi.report.Office;
import org.zhuxi.report.OfficeView;
import org.zhuxi.report.ReportPermissions;

/** The office: a place with its figures, and the places below in a table that sorts and drills down. */
@Controller
class OfficePages {

    static final String PATH = "/office";

    private static final int OVERDUE_SHOWN = 10;

    private final Office office;
    private final Expectations expectations;
    private final ReportPlaces places;
    private final Wording wording;
    private final MapSettings tiles;

    OfficePages(Office office, Expectations expectations, ReportPlaces places, Wording wording, MapSettings tiles) {
        this.office = office;
        this.expectations = expectations;
        this.places = places;
        this.wording = wording;
        this.tiles = tiles;
    }

    @GetMapping(PATH)
    ModelAndView show(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String sort) {
        var at = at(actor, place);
        var view = open(at, year, sort);
        return new ModelAndView("report/office")
                .addObject("view", view)
                .addObject("wording", wording)
                .addObject("sort", sort(sort))
                .addObject(
                        "way",
                        places.wayTo(at.path()).stream()
                                .filter(one -> actor.may(ReportPermissions.OVERSEE, one.path()))
                                .toList())
                .addObject("tiles", tiles)
                .addObject("map", map(at))
                .addObject(
                        "overdue",
                        expectations
                                .list(actor, at.path(), null, null, Expectation.Standing.OVERDUE, OVERDUE_SHOWN, null)
                                .items());
    }

    private Place at(Actor actor, @Nullable String place) {
        var at = places.of(actor, ReportPermissions.OVERSEE, place);
        actor.require(ReportPermissions.OVERSEE, at.path());
        return at;
    }

    private OfficeView open(Place at, String year, String sort) {
        return office.open(at, Typed.optionalYear(year).orElseGet(() -> office.latestYear(at.path())), sort(sort));
    }

    private static OfficeView.Sort sort(String typed) {
        return Typed.choice(OfficeView.Sort.class, typed).orElse(OfficeView.Sort.RATE);
    }

    private static String map(Place at) {
        return at.kind() == PlaceKind.COMMUNITY ? Links.to("/api/v1/map", "place", at.code()) : "/api/v1/map";
    }

    @GetMapping(PATH + "/csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String sort,
            HttpServletResponse response)
            throws IOException {
        var view = open(at(actor, place), year, sort);
        try (var csv = CsvTable.download(
                response,
                "office-" + view.place().code() + "-" + view.year(),
                "place",
                "name_zh",
                "name_en",
                "communities",
                "enrolled",
                "attained",
                "attainment_percent",
                "missing")) {
            for (var row : view.rows()) {
                csv.row(
                        row.place().code(),
                        row.name().zh(),
                        row.name().en(),
                        row.communities(),
                        row.enrolled(),
                        row.attained(),
                        row.rate(),
                        row.missing());
            }
        }
    }

    /** The big screen: public numbers, no controls, fetched again by itself. */
    @GetMapping("/screen")
    ModelAndView screen(@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String year) {
        var at = places.get(place.isBlank() ? "000000000000" : place);
        return new ModelAndView("report/screen")
                .addObject("view", open(at, year, ""))
                .addObject("wording", wording);
    }
}
