package org.zhuxi.governance.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.internal.Lists.ListPage;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;

/** All decisions of a place, for everybody and at the desk. */
@Controller
class DecisionLists {

    private static final String PATH = "/governance/decisions";
    private static final String DESK = "/work/decisions";
    private static final ListPage ALL = new ListPage("governance/all-decisions", PATH, 30);
    private static final ListPage WORK = new ListPage("governance/work-decisions", DESK, 30);
    private static final int CSV_PAGE = 500;

    private final Decisions decisions;
    private final Views views;
    private final WorkPlaces places;
    private final Lists lists;

    DecisionLists(Decisions decisions, Views views, WorkPlaces places, Lists lists) {
        this.decisions = decisions;
        this.views = views;
        this.places = places;
        this.lists = lists;
    }

    @GetMapping(PATH)
    ModelAndView all(Search search) {
        return lists.open(ALL, search, decisions::list);
    }

    @GetMapping(DESK)
    ModelAndView list(Actor actor, Search search) {
        var page = lists.desk(
                actor, WORK, search, (at, words, limit, after) -> decisions.work(actor, at, words, limit, after));
        var path = places.of(actor, GovernancePermissions.READ, search.place()).path();
        return page.addObject("mayDecide", actor.may(GovernancePermissions.DECIDE, path))
                .addObject("mayRoll", actor.may(GovernancePermissions.ROLL, path));
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
