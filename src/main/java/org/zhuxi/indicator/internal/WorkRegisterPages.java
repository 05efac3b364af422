package org.zhuxi.indicator.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.indicator.IndicatorPermissions;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.Registers;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Wrong;

/** Registers frozen at the desk. */
@Controller
class WorkRegisterPages {

    private static final String PATH = "/work/indicators";

    private final Registers registers;
    private final PlaceNames names;
    private final WorkPlaces work;

    WorkRegisterPages(Registers registers, PlaceNames names, WorkPlaces work) {
        this.registers = registers;
        this.names = names;
        this.work = work;
    }

    private Place at(Actor actor, @Nullable String place) {
        var at = work.of(actor, IndicatorPermissions.PUBLISH, place);
        actor.require(IndicatorPermissions.PUBLISH, at.path());
        return at;
    }

    @GetMapping(PATH + "/registers")
    ModelAndView registers(Actor actor, @RequestParam @Nullable String place) {
        var at = at(actor, place);
        return registers(at, new RegisterForm(null, at.code(), "", ""), Wrong.nothing());
    }

    private ModelAndView registers(Place at, RegisterForm form, Wrong wrong) {
        var found = registers.list(at.path());
        return new ModelAndView("indicator/work-registers")
                .addObject("place", at)
                .addObject("form", form)
                .addObject("found", found)
                .addObject(
                        "names",
                        names.namesOf(
                                found.stream().map(one -> one.scope()).collect(java.util.stream.Collectors.toSet())))
                .addObject("wrong", wrong);
    }

    @PostMapping(PATH + "/registers")
    ModelAndView freeze(Actor actor, @ModelAttribute RegisterForm form) {
        try {
            var register = registers.freezeToday(actor, form.id(), form.cycle(), form.scope(), form.source());
            return new ModelAndView("redirect:/indicators/registers/" + register.id());
        } catch (IndicatorRefused refused) {
            return WorkEntryPages.again(registers(at(actor, null), form, Wrong.of(refused)), refused);
        }
    }

    @PostMapping(PATH + "/registers/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        try {
            registers.withdraw(actor, id, reason);
            return new ModelAndView("redirect:" + PATH + "/registers");
        } catch (IndicatorRefused refused) {
            var at = at(actor, null);
            return WorkEntryPages.again(
                    registers(at, new RegisterForm(null, at.code(), "", ""), Wrong.of(refused)), refused);
        }
    }
}
