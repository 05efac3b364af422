package org.zhuxi.waste.internal.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.Doors;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.visit.VisitPermissions;
import org.zhuxi.waste.visit.VisitRound;
import org.zhuxi.waste.visit.VisitRounds;
import org.zhuxi.waste.visit.Visits;

/** The visitor's phone: the next door in order, three big answers, and on to the next. */
@Controller
class FieldVisitPages {

    private static final int ROUNDS = 20;
    private static final int HISTORY = 5;
    private static final int AHEAD_DAYS = 1;

    private final VisitRounds rounds;
    private final Visits visits;
    private final Places places;
    private final Doors doors;
    private final WorkPlaces work;
    private final Clock clock;

    FieldVisitPages(VisitRounds rounds, Visits visits, Places places, Doors doors, WorkPlaces work, Clock clock) {
        this.rounds = rounds;
        this.visits = visits;
        this.places = places;
        this.doors = doors;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/field/visits")
    ModelAndView choose(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String household) {
        var community = communityOf(actor, place);
        if (household != null) {
            return door(actor, null, householdOf(Typed.id(household)), 0, fresh(), FormProblem.NONE, "");
        }
        return list(actor, community, "", FormProblem.NONE);
    }

    /** A form, so that the number of a household's card stands in no address. */
    @PostMapping("/field/visits/door")
    ModelAndView single(
            Actor actor, @RequestParam @Nullable String place, @RequestParam(defaultValue = "") String card) {
        var community = communityOf(actor, place);
        try {
            var household = doors.identify(actor, VisitPermissions.VISIT, community, card);
            return door(actor, null, household, 0, fresh(), FormProblem.NONE, "");
        } catch (WasteRefused refused) {
            return Again.after(refused, problem -> list(actor, community, card, problem));
        }
    }

    private ModelAndView list(Actor actor, CommunityId community, String card, FormProblem problem) {
        var today = LocalDate.now(clock.withZone(places.getCommunity(community).zone()));
        return new ModelAndView("waste/visit/field")
                .addObject("rounds", rounds.list(actor, community, ROUNDS, null).items())
                .addObject("again", visits.again(actor, community, today.plusDays(AHEAD_DAYS)))
                .addObject("card", card)
                .addObject("problem", problem);
    }

    @GetMapping("/field/visits/next")
    ModelAndView next(
            Actor actor,
            @RequestParam String round,
            @RequestParam(defaultValue = "0") String behind,
            @RequestParam(defaultValue = "") String done) {
        var current = rounds.get(actor, Typed.id(round));
        var position = behind.matches("\\d{1,6}") ? Integer.parseInt(behind) : 0;
        var stop = rounds.next(actor, current, position);
        if (stop.isEmpty()) {
            return new ModelAndView("waste/visit/field-end")
                    .addObject("round", current)
                    .addObject("skipped", position > 0 && current.left() > 0);
        }
        var household = places.findHouseholds(List.of(stop.get().household()))
                .get(stop.get().household().id());
        if (household == null) {
            return new ModelAndView("redirect:/field/visits/next?round=" + round + "&behind="
                    + stop.get().position());
        }
        return door(actor, current, household, stop.get().position(), fresh(), FormProblem.NONE, done);
    }

    @PostMapping("/field/visits")
    ModelAndView record(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var id = form.findId("household").orElseThrow(() -> new Refused.NotFound("household"));
        var round = form.findId("round").map(it -> rounds.get(actor, it)).orElse(null);
        var household = householdOf(id);
        var position = form.get("position").matches("\\d{1,6}") ? Integer.parseInt(form.get("position")) : 0;
        try {
            visits.record(actor, VisitForm.read(form, id, clock.instant()));
            return new ModelAndView(
                    round == null
                            ? "redirect:/field/visits"
                            : "redirect:/field/visits/next?done=1&round=" + round.id() + "&behind=" + (position - 1));
        } catch (Refused refused) {
            return Again.after(refused, problem -> door(actor, round, household, position, form, problem, ""));
        }
    }

    private Household householdOf(UUID id) {
        var community = places.communitiesOfHouseholds(List.of(id)).get(id);
        var found = community == null
                ? null
                : places.findHouseholds(List.of(new HouseholdRef(community, id)))
                        .get(id);
        if (found == null) {
            throw new Refused.NotFound(id);
        }
        return found;
    }

    private ModelAndView door(
            Actor actor,
            @Nullable VisitRound round,
            Household household,
            int position,
            Typed form,
            FormProblem problem,
            String done) {
        return new ModelAndView("waste/visit/door")
                .addObject("round", round)
                .addObject("household", household)
                .addObject("position", position)
                .addObject("history", visits.ofHousehold(actor, household.ref(), HISTORY))
                .addObject("form", form)
                .addObject("done", !done.isEmpty())
                .addObject("problem", problem);
    }

    private static Typed fresh() {
        return new Typed(Map.of("id", Ids.next().toString()));
    }

    private CommunityId communityOf(Actor actor, @Nullable String place) {
        var at = work.of(actor, VisitPermissions.VISIT, place);
        var community = at.community();
        if (community == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", at.code());
        }
        return community;
    }
}
