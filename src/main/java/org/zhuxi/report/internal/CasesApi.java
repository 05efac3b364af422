package org.zhuxi.report.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.report.PracticeCase;
import org.zhuxi.report.PracticeCases;

/** Cases for programs. */
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {

    private static final int PAGE = 100;
    private static final String NATION = "000000000000";

    private final PracticeCases cases;
    private final ReportPlaces places;

    CasesApi(PracticeCases cases, ReportPlaces places) {
        this.cases = cases;
        this.places = places;
    }

    record Items(List<PracticeCase> items, @Nullable String next) {}

    /** Cases at or below a place, in the order in which they were entered. */
    @GetMapping
    Items list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.get(place.isBlank() ? NATION : place);
        var found = cases.list(at.path(), Typed.optionalYear(year).orElse(null), q, PAGE, after);
        return new Items(found.items(), found.next());
    }

    /** The body has the fields of the form: place, titleZh, titleEn, whatZh, whatEn, year, source. */
    @PutMapping("/{id}")
    PracticeCase add(Actor actor, @PathVariable UUID id, @RequestBody CaseForm body) {
        return cases.add(actor, id, body.command(), Origin.RECORDED);
    }

    @PostMapping("/{id}/withdrawal")
    PracticeCase withdraw(Actor actor, @PathVariable UUID id) {
        return cases.withdraw(actor, id);
    }
}
