package org.zhuxi.report;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.AssessmentYears;
import org.zhuxi.assessment.CriterionSheet;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.report.internal.ReportPlaces;

/** Which criteria are met where: F08 of each criterion at a place and at those directly below it, as a heat map. */
@Service
@Transactional(readOnly = true)
public class CriterionHeat {

    private final AssessmentYears years;
    private final ReportPlaces places;

    CriterionHeat(AssessmentYears years, ReportPlaces places) {
        this.years = years;
        this.places = places;
    }

    /**
     * What is shown.
     *
     * @param below the places of the columns, those without results left out
     * @param sheets one a standard, that with the most results first
     */
    public record View(Place place, int year, List<Place> below, List<CriterionSheet> sheets) {}

    /** Whoever oversees a place sees it. */
    public View open(Actor actor, Place place, int year) {
        actor.require(ReportPermissions.OVERSEE, place.path());
        var at = places.branching(place.path());
        var sheets = years.criteria(year, at);
        var below = places.below(at).stream()
                .filter(one -> sheets.stream()
                        .flatMap(sheet -> sheet.lines().stream())
                        .anyMatch(line -> line.below().containsKey(one.path())))
                .toList();
        return new View(place, year, below, sheets);
    }
}
