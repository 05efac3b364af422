package org.zhuxi.waste.internal.visit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.visit.FollowUp;
import org.zhuxi.waste.visit.VisitPermissions;
import org.zhuxi.waste.visit.VisitRound;
import org.zhuxi.waste.visit.VisitRounds;
import org.zhuxi.waste.visit.Visits;

/** Rounds at the office: planned, how far they are, whom to call on again, what changed. */
@Controller
class WorkVisitPages {

    private static final int PAGE = 20;
    private static final int STOPS = 100;
    private static final int AHEAD_DAYS = 14;

    private final VisitRounds rounds;
    private final Visits visits;
    private final Places places;
    private final WorkPlaces work;
    private final Clock clock;

    WorkVisitPages(VisitRounds rounds, Visits visits, Places places, WorkPlaces work, Clock clock) {
        this.rounds = rounds;
        this.visits = visits;
        this.places = places;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/work/visits")
    ModelAndView list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String after) {
        var at = work.of(actor, VisitPermissions.PLAN, place);
        return show(actor, at, Typed.NOTHING, FormProblem.NONE, after);
    }

    @PostMapping("/work/visits")
    ModelAndView plan(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            var source = Arrays.stream(VisitRound.Source.values())
                    .filter(it -> form.is("source", it.name()))
                    .findFirst()
                    .orElseThrow(() -> new WasteRefused.Unreadable("source", "visit-source"));
            var wanted = new VisitRounds.Plan(form.get("name"), source, form.day("dueOn"), form.whole("most", 1, 500));
            var round = rounds.plan(actor, where(at, form), wanted, Origin.RECORDED);
            return new ModelAndView("redirect:/work/visits/" + round.id());
        } catch (Refused refused) {
            return Again.after(refused, problem -> show(actor, at, form, problem, null));
        }
    }

    /** The building that was typed, else the whole place. */
    private Place where(Place at, Typed form) {
        if (!form.has("building")) {
            return at;
        }
        var typed = form.plain("building").toUpperCase(java.util.Locale.ROOT);
        var community = at.code().substring(0, Math.min(12, at.code().length()));
        return places.findByCode(typed.startsWith(community) ? typed : community + "-" + typed)
                .orElseThrow(() -> new WasteRefused.Unreadable("building", "kit-building", form.get("building")));
    }

    private ModelAndView show(Actor actor, Place at, Typed form, FormProblem problem, @Nullable String after) {
        actor.require(VisitPermissions.PLAN, at.path());
        var community = at.community();
        var today = LocalDate.now(clock.withZone(
                community == null
                        ? java.time.ZoneId.of("Asia/Shanghai")
                        : places.getCommunity(community).zone()));
        return new ModelAndView("waste/visit/work")
                .addObject("place", at)
                .addObject("choices", work.choices(actor, VisitPermissions.PLAN))
                .addObject(
                        "rounds",
                        community == null
                                ? new Slice<VisitRound>(List.of(), null)
                                : rounds.list(actor, community, PAGE, after))
                .addObject(
                        "again",
                        community == null
                                ? List.<FollowUp>of()
                                : visits.again(actor, community, today.plusDays(AHEAD_DAYS)))
                .addObject("today", today)
                .addObject("due", today.plusDays(AHEAD_DAYS).toString())
                .addObject("form", form)
                .addObject("problem", problem);
    }

    @GetMapping("/work/visits/{id}")
    ModelAndView one(Actor actor, @PathVariable String id, @RequestParam @Nullable String after) {
        var round = planned(actor, id);
        return new ModelAndView("waste/visit/round")
                .addObject("round", round)
                .addObject("stops", rounds.stops(actor, round, STOPS, after))
                .addObject("results", rounds.results(actor, round));
    }

    private VisitRound planned(Actor actor, String id) {
        var round = rounds.get(actor, Typed.id(id));
        actor.require(
                VisitPermissions.PLAN, places.getCommunity(round.community()).path());
        return round;
    }

    @GetMapping("/work/visits/{id}.csv")
    void download(Actor actor, @PathVariable String id, HttpServletResponse response) throws IOException {
        var round = planned(actor, id);
        try (var csv = CsvTable.download(response, "visits-" + id, "position", "door", "outcome", "last_met")) {
            String after = null;
            do {
                var slice = rounds.stops(actor, round, STOPS, after);
                for (var stop : slice.items()) {
                    csv.row(stop.position(), stop.door(), stop.outcome(), stop.lastMet());
                }
                after = slice.next();
            } while (after != null);
        }
    }
}
