package org.zhuxi.assessment.internal.cycle;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Filling;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Links;

/** What the program answers by itself, from figures and places, with the page it comes from. */
@Component
class ProgramAnswers {

    private final Filling filling;
    private final Places places;

    ProgramAnswers(Filling filling, Places places) {
        this.filling = filling;
        this.places = places;
    }

    /** By code of the criterion; what it does not know is missing. */
    Map<String, Sheet.Filled> of(StandardVersion standard, PlacePath path, int year) {
        var period = new ReportPeriod(year, null);
        var code = places.findByPath(path).map(Place::code).orElse("");
        var found = new HashMap<String, Sheet.Filled>();
        filling.fill(standard, path, period).forEach((criterion, filled) -> {
            var finding = filled.finding();
            if (!finding.answers().isEmpty() || finding.applies() != null) {
                found.put(criterion, new Sheet.Filled(finding, link(standard, criterion, code, period)));
            }
        });
        return found;
    }

    private static String link(StandardVersion standard, String code, String place, ReportPeriod period) {
        var indicator = standard.criterion(code).map(Criterion::indicator).orElse(null);
        return indicator == null
                ? Links.to("/indicators", "place", place)
                : Links.to("/indicators/" + indicator, "place", place, "period", period.code());
    }
}
