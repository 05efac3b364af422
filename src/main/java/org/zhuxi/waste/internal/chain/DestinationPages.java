package org.zhuxi.waste.internal.chain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.FacilityKind;
import org.zhuxi.waste.chain.Vehicles;
import org.zhuxi.waste.internal.FormProblem;

/** Where waste goes and what takes it there, at a desk. */
@Controller
public class DestinationPages {

    private final Facilities facilities;
    private final Vehicles vehicles;
    private final WorkPlaces work;

    DestinationPages(Facilities facilities, Vehicles vehicles, WorkPlaces work) {
        this.facilities = facilities;
        this.vehicles = vehicles;
        this.work = work;
    }

    /** What was typed into one of the two forms. */
    public record Typed(
            @Nullable String code,
            @Nullable FacilityKind kind,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String plate,
            @Nullable String owner,
            @Nullable String tareKg,
            @Nullable List<String> classes) {

        static final Typed NOTHING = new Typed("", null, "", "", "", "", "", List.of());

        public boolean has(String wasteClass) {
            return classes != null && classes.contains(wasteClass);
        }

        private List<String> chosen() {
            return Objects.requireNonNullElse(classes, List.of());
        }
    }

    @GetMapping("/work/facilities")
    ModelAndView list(Actor actor, @RequestParam @Nullable String place) {
        return show(actor, work.of(actor, ChainPermissions.READ, place), Typed.NOTHING, FormProblem.NONE);
    }

    @PostMapping("/work/facilities")
    ModelAndView addFacility(Actor actor, @RequestParam String place, @ModelAttribute Typed typed) {
        var at = work.named(place);
        return change(actor, at, typed, () -> {
            var zh = ChainForm.text(typed.name());
            var en = ChainForm.text(typed.nameEn());
            facilities.add(
                    actor,
                    new Facilities.New(
                            ChainForm.text(typed.code()),
                            BatchReader.required("kind", typed.kind()),
                            new Names(zh, en.isBlank() ? zh : en),
                            at.path(),
                            DestinationsApi.classes(typed.chosen()),
                            Origin.RECORDED));
        });
    }

    @PostMapping("/work/vehicles")
    ModelAndView addVehicle(Actor actor, @RequestParam String place, @ModelAttribute Typed typed) {
        var at = work.named(place);
        return change(
                actor,
                at,
                typed,
                () -> vehicles.add(
                        actor,
                        new Vehicles.New(
                                ChainForm.text(typed.plate()),
                                ChainForm.text(typed.owner()),
                                DestinationsApi.classes(typed.chosen()),
                                ChainForm.number("tareKg", typed.tareKg()),
                                at.path(),
                                Origin.RECORDED)));
    }

    @PostMapping("/work/facilities/{code}/retirement")
    String retireFacility(Actor actor, @PathVariable String code, @RequestParam String place) {
        facilities.retire(actor, code);
        return "redirect:/work/facilities?place=" + work.named(place).code();
    }

    @PostMapping("/work/vehicles/{plate}/retirement")
    String retireVehicle(Actor actor, @PathVariable String plate, @RequestParam String place) {
        vehicles.retire(actor, plate);
        return "redirect:/work/facilities?place=" + work.named(place).code();
    }

    private ModelAndView change(Actor actor, Place at, Typed typed, Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:/work/facilities?place=" + at.code());
        } catch (ChainRefused refused) {
            var page = show(actor, at, typed, new FormProblem(refused.problem()));
            Problem.Kind kind = refused.problem().kind();
            page.setStatus(HttpStatusCode.valueOf(kind.status()));
            return page;
        }
    }

    private ModelAndView show(Actor actor, Place at, Typed typed, FormProblem problem) {
        actor.require(ChainPermissions.READ, at.path());
        var page = new ModelAndView("waste/chain/facilities");
        page.addObject("place", at);
        page.addObject("facilities", facilities.list(at.path()));
        page.addObject("vehicles", vehicles.list(at.path()));
        page.addObject("typed", typed);
        page.addObject("problem", problem);
        page.addObject("mayManage", actor.may(ChainPermissions.MANAGE, at.path()));
        return page;
    }
}
