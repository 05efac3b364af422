package org.zhuxi.governance.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;

/** All decisions of a place, for everybody and at the desk. */
@Controller
class DecisionLists {

    private static final String PATH = "/governance/decisions";
    private static final String DESK = "/work/decisions";
    private static final int PAGE = 30;
    private static final int CSV_PAGE = 500;

    private final Decisions decisions;
    private final Views views;
    private final WorkPlaces places;

    DecisionLists(Decisions decisions, Views views, WorkPlaces places) {
        this.decisions = decisions;
        this.views = views;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView all(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.open(place);
        var found = decisions.list(at.path(), Typed.text(q), PAGE, after);
        return page(new ModelAndView("governance/all-decisions"), PATH, at, q, found);
    }

    private ModelAndView page(ModelAndView page, String path, Place at, String q, Slice<Decision> found) {
        var next = found.next();
        return page.addObject("place", at)
                .addObject("q", q)
                .addObject("found", found)
                .addObject("views", views)
                .addObject("next", next == null ? "" : Links.to(path, "place", at.code(), "q", q, "after", next));
    }

    @GetMapping(DESK)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, GovernancePermissions.READ, place);
        var found = decisions.work(actor, at.path(), Typed.text(q), PAGE, after);
        return page(new ModelAndView("governance/work-decisions"), DESK, at, q, found)
                .addObject("mayDecide", actor.may(GovernancePermissions.DECIDE, at.path()))
                .addObject("mayRoll", actor.may(GovernancePermissions.ROLL, at.path()))
                .addObject("csv", Links.to(DESK + ".csv", "place", at.code(), "q", q));
    }

    @GetMapping(DESK + ".csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = places.of(actor, GovernancePermissions.READ, place);
        actor.require(GovernancePermissions.READ, at.path());
        try (var csv = CsvTable.download(response, "decisions-" + at.code(), new String[] {
            "id",
            "place",
            "kind",
            "matter",
            "title",
            "phase",
            "recognised",
            "opens_at",
            "closes_at",
            "budget_yuan",
            "origin"
        })) {
            @Nullable UUID after = null;
            do {
                var slice = decisions.work(actor, at.path(), Typed.text(q), CSV_PAGE, after);
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.kind().name(),
                            it.matter(),
                            it.title(),
                            views.phase(it).name(),
                            it.isRecognised(),
                            it.opensAt(),
                            it.closesAt(),
                            it.budgetYuan(),
                            it.origin().name());
                }
                var next = slice.next();
                after = next == null ? null : UUID.fromString(next);
            } while (after != null);
        }
    }
}
