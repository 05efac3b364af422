package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.waste.Drops;
import org.zhuxi.waste.NewDrop;
import org.zhuxi.waste.Station;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.kit.KitRefused;
import org.zhuxi.waste.neighbour.Pairs;

/** Recording a drop in three questions: whose, which class, how much and how good. */
@Controller
class DropPages {

    private final FieldStations mine;
    private final Drops drops;
    private final Pairs pairs;
    private final Clock clock;

    DropPages(FieldStations mine, Drops drops, Pairs pairs, Clock clock) {
        this.mine = mine;
        this.drops = drops;
        this.pairs = pairs;
        this.clock = clock;
    }

    @GetMapping("/field/drop")
    ModelAndView start(
            Actor actor,
            @RequestParam @Nullable UUID station,
            @RequestParam @Nullable UUID corrects,
            HttpServletRequest request) {
        var current = mine.current(mine.choices(actor), station, request);
        if (current.isEmpty()) {
            return new ModelAndView("redirect:/field");
        }
        var form = DropForm.fresh(current.get().station().site().id(), corrects);
        return show(form, current.get(), null, FormProblem.NONE);
    }

    @PostMapping("/field/drop")
    ModelAndView answer(Actor actor, @ModelAttribute DropForm form, HttpServletRequest request) {
        var current = mine.current(mine.choices(actor), form.station(), request);
        if (current.isEmpty()) {
            return new ModelAndView("redirect:/field");
        }
        var station = current.get();
        try {
            return switch (Objects.requireNonNullElse(form.step(), DropForm.Step.WHO)) {
                case WHO -> afterWho(actor, form, station);
                case CLASS -> afterClass(actor, form, station);
                case AMOUNT -> afterAmount(actor, form, station);
            };
        } catch (WasteRefused | KitRefused refused) {
            return again(actor, form, station, refused.problem());
        }
    }

    private ModelAndView afterWho(Actor actor, DropForm form, StationView view) {
        var household = drops.identify(actor, view.station().ref(), DropForm.text(form.card()));
        return show(form.identified(household.ref().id(), clock.instant()), view, household, FormProblem.NONE);
    }

    private ModelAndView afterClass(Actor actor, DropForm form, StationView view) {
        var household = household(actor, form, view.station());
        form.requireClass();
        return show(form.at(DropForm.Step.AMOUNT), view, household, FormProblem.NONE);
    }

    private ModelAndView afterAmount(Actor actor, DropForm form, StationView view) {
        var household = household(actor, form, view.station());
        var drop = new NewDrop(
                Objects.requireNonNullElseGet(form.id(), Ids::next),
                view.station().ref(),
                household.ref(),
                form.requireClass(),
                form.requireAmount(),
                form.requireGrade(),
                form.occurredAt(view.hours().zone(), clock.instant()),
                DropForm.text(form.note()),
                form.corrects());
        var done = new ModelAndView("waste/drop-done");
        done.addObject("receipt", drops.record(actor, drop));
        done.addObject("view", view);
        done.addObject("carriers", carriers(actor, household));
        done.addObject("next", DropForm.fresh(view.station().site().id(), null));
        return done;
    }

    /** The doors of neighbours who may have carried it, by pair. */
    private Map<UUID, String> carriers(Actor actor, Household helped) {
        var carriers = new LinkedHashMap<UUID, String>();
        for (var pair : pairs.helping(actor, helped)) {
            drops.household(actor, pair.helper()).ifPresent(helper -> carriers.put(pair.id(), helper.label()));
        }
        return carriers;
    }

    /** The step that was sent once more, with what was typed; after a conflict under a new id, for it is another drop then. */
    private ModelAndView again(Actor actor, DropForm form, StationView view, Problem problem) {
        var kept = problem.kind() == Problem.Kind.CONFLICT ? form.withFreshId() : form;
        var isUnknown = form.household() == null || form.step() == DropForm.Step.WHO;
        var household = isUnknown ? null : household(actor, form, view.station());
        var page =
                show(household == null ? kept.at(DropForm.Step.WHO) : kept, view, household, new FormProblem(problem));
        page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }

    private Household household(Actor actor, DropForm form, Station station) {
        var id = form.household();
        if (id == null) {
            throw new WasteRefused.HouseholdUnknown(DropForm.text(form.card()));
        }
        return drops.household(actor, new HouseholdRef(station.ref().community(), id))
                .orElseThrow(() -> new Refused.NotFound(id));
    }

    private static ModelAndView show(
            DropForm form, StationView view, @Nullable Household household, FormProblem problem) {
        var page = new ModelAndView("waste/drop");
        page.addObject("form", form);
        page.addObject("view", view);
        page.addObject("door", household == null ? "" : household.label());
        page.addObject("problem", problem);
        return page;
    }
}
