package org.zhuxi.waste.internal.chain;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
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
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.ChainRules;
import org.zhuxi.waste.chain.Collections;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.Vehicles;
import org.zhuxi.waste.internal.FormProblem;

/** The hauler's form on a phone: what, from where, in which vehicle, how much, where to. */
@Controller
class CollectPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Collections collections;
    private final Vehicles vehicles;
    private final Facilities facilities;
    private final ChainRules rules;
    private final Places places;
    private final WorkPlaces work;
    private final Clock clock;

    CollectPages(
            Collections collections,
            Vehicles vehicles,
            Facilities facilities,
            ChainRules rules,
            Places places,
            WorkPlaces work,
            Clock clock) {
        this.collections = collections;
        this.vehicles = vehicles;
        this.facilities = facilities;
        this.rules = rules;
        this.places = places;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/field/collect")
    ModelAndView start(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID corrects) {
        var at = community(actor, place);
        return show(actor, at, ChainForm.fresh(at.code(), actor.name(), clock.instant(), corrects), FormProblem.NONE);
    }

    @PostMapping("/field/collect")
    ModelAndView file(Actor actor, @ModelAttribute ChainForm form) {
        var at = community(actor, form.place());
        try {
            var filed = collections
                    .file(actor, List.of(form.command(ZONE, clock.instant())))
                    .getFirst();
            if (filed.problem() != null) {
                return again(actor, at, form, filed.problem());
            }
            var done = new ModelAndView("waste/chain/collected");
            done.addObject("collection", collections.get(actor, filed.id()));
            done.addObject("facilities", facilities.byCode());
            done.addObject("place", at);
            return done;
        } catch (ChainRefused refused) {
            return again(actor, at, form, refused.problem());
        }
    }

    private ModelAndView again(Actor actor, Place at, ChainForm form, Problem problem) {
        var kept = problem.kind() == Problem.Kind.CONFLICT ? form.withFreshId() : form;
        var page = show(actor, at, kept, new FormProblem(problem));
        page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }

    private ModelAndView show(Actor actor, Place at, ChainForm form, FormProblem problem) {
        actor.require(ChainPermissions.COLLECT, at.path());
        var page = new ModelAndView("waste/chain/collect");
        page.addObject("place", at);
        page.addObject("form", form);
        page.addObject("problem", problem);
        page.addObject("stations", places.sitesAt(at.path(), Stations.SITE_TYPE));
        page.addObject(
                "vehicles",
                vehicles.list(at.path()).stream()
                        .filter(it -> it.inUse() && it.place().contains(at.path()))
                        .toList());
        page.addObject(
                "facilities",
                facilities.list(at.path()).stream()
                        .filter(it -> it.inUse() && it.place().contains(at.path()))
                        .toList());
        page.addObject("binLitres", rules.binLitres());
        return page;
    }

    private Place community(Actor actor, @Nullable String code) {
        var at = work.of(actor, ChainPermissions.COLLECT, code);
        if (at.kind() != PlaceKind.COMMUNITY) {
            throw new Refused.NotFound(at.code());
        }
        return at;
    }
}
