package org.zhuxi.report.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.assessment.CriterionCount;
import org.zhuxi.assessment.CriterionSheet;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Place;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.report.CriterionHeat;
import org.zhuxi.report.ReportPermissions;

/** The heat map of criteria in the office, for people and for programs. */
@Controller
class CriterionPages {

    private static final String PATH = "/office/criteria";

    private final CriterionHeat heat;
    private final ReportPlaces places;

    CriterionPages(CriterionHeat heat, ReportPlaces places) {
        this.heat = heat;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @RequestParam @Nullable String place, @RequestParam(defaultValue = "") String year) {
        return new ModelAndView("report/criteria").addObject("view", open(actor, place, year));
    }

    private CriterionHeat.View open(Actor actor, @Nullable String place, String year) {
        return heat.open(
                actor,
                places.of(actor, ReportPermissions.OVERSEE, place),
                Typed.optionalYear(year).orElseGet(places::thisYear));
    }

    @GetMapping(PATH + "/csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            HttpServletResponse response)
            throws IOException {
        var view = open(actor, place, year);
        try (var csv = CsvTable.download(
                response,
                "criteria-" + view.place().code() + "-" + view.year(),
                "standard",
                "version",
                "criterion",
                "name_zh",
                "name_en",
                "place",
                "met",
                "not_met",
                "not_applicable",
                "not_assessed",
                "met_percent")) {
            for (var sheet : view.sheets()) {
                for (var line : sheet.lines()) {
                    row(csv, sheet, line, view.place(), line.count());
                    for (var one : view.below()) {
                        var count = line.below().get(one.path());
                        if (count != null) {
                            row(csv, sheet, line, one, count);
                        }
                    }
                }
            }
        }
    }

    private static void row(
            CsvTable csv, CriterionSheet sheet, CriterionSheet.Line line, Place place, CriterionCount count)
            throws IOException {
        csv.row(
                sheet.standard().code(),
                sheet.standard().version(),
                count.criterion(),
                line.criterion().names().zh(),
                line.criterion().names().en(),
                place.code(),
                count.met(),
                count.notMet(),
                count.notApplicable(),
                count.notAssessed(),
                count.rate().map(rate -> rate.percent(2)).orElse(null));
    }

    record CountJson(
            String standard,
            int version,
            String criterion,
            Names names,
            String place,
            long met,
            long notMet,
            long notApplicable,
            long notAssessed,
            @Nullable BigDecimal metPercent) {

        static CountJson of(CriterionSheet sheet, CriterionSheet.Line line, Place place, CriterionCount count) {
            return new CountJson(
                    sheet.standard().code(),
                    sheet.standard().version(),
                    count.criterion(),
                    line.criterion().names(),
                    place.code(),
                    count.met(),
                    count.notMet(),
                    count.notApplicable(),
                    count.notAssessed(),
                    count.rate().map(rate -> rate.percent(2)).orElse(null));
        }
    }

    record CountsJson(String place, int year, List<CountJson> items) {}

    /** Each criterion at the place and at those directly below it that have results. */
    @GetMapping("/api/v1/office/criteria")
    @ResponseBody
    CountsJson counts(Actor actor, @RequestParam @Nullable String place, @RequestParam(defaultValue = "") String year) {
        var view = open(actor, place, year);
        var items = new java.util.ArrayList<CountJson>();
        for (var sheet : view.sheets()) {
            for (var line : sheet.lines()) {
                items.add(CountJson.of(sheet, line, view.place(), line.count()));
                view.below().stream()
                        .filter(one -> line.below().containsKey(one.path()))
                        .map(one -> CountJson.of(
                                sheet,
                                line,
                                one,
                                java.util.Objects.requireNonNull(line.below().get(one.path()))))
                        .forEach(items::add);
            }
        }
        return new CountsJson(view.place().code(), view.year(), List.copyOf(items));
    }
}
