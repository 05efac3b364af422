package org.zhuxi.waste.internal.team;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Duty;

/** A member's phone: my duties, those that are free, checking in and out. */
@Controller
class FieldDutyPages {

    private static final Duration BACK = Duration.ofHours(14);
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Duties duties;
    private final Places places;
    private final Clock clock;

    FieldDutyPages(Duties duties, Places places, Clock clock) {
        this.duties = duties;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/field/duty")
    ModelAndView mine(Actor actor, @RequestParam(defaultValue = "") String done) {
        return show(actor, FormProblem.NONE, done.matches("in|out|taken|offered|kept") ? done : "");
    }

    @PostMapping("/field/duty/{id}/{step}")
    ModelAndView act(Actor actor, @PathVariable String id, @PathVariable String step) {
        UUID duty = Typed.id(id);
        try {
            switch (step) {
                case "taken" -> duties.take(actor, duty);
                case "offered" -> duties.offer(actor, duty, true);
                case "kept" -> duties.offer(actor, duty, false);
                case "in" -> duties.checkIn(actor, duty);
                case "out" -> duties.checkOut(actor, duty);
                default -> throw new Refused.NotFound(step);
            }
            return new ModelAndView("redirect:/field/duty?done=" + step);
        } catch (Refused refused) {
            return Again.after(refused, problem -> show(actor, problem, ""));
        }
    }

    private ModelAndView show(Actor actor, FormProblem problem, String done) {
        var now = clock.instant();
        var all = duties.ahead(actor, now.minus(BACK), now.plus(AHEAD));
        var names = new HashMap<UUID, Names>();
        all.forEach(duty -> names.computeIfAbsent(duty.site(), site -> nameOf(duty)));
        return new ModelAndView("waste/team/field")
                .addObject(
                        "mine",
                        all.stream()
                                .filter(duty -> actor.account().equals(duty.account()))
                                .filter(duty -> duty.checkedOutAt() == null
                                        || duty.endsAt().isAfter(now.minus(BACK)))
                                .toList())
                .addObject(
                        "free",
                        all.stream()
                                .filter(duty -> duty.isFree() && duty.endsAt().isAfter(now))
                                .filter(duty -> !actor.account().equals(duty.account()))
                                .toList())
                .addObject("names", names)
                .addObject("now", now)
                .addObject("done", done)
                .addObject("problem", problem);
    }

    private Names nameOf(Duty duty) {
        return places.findSite(duty.community(), duty.site())
                .map(site -> site.name())
                .orElse(new Names("", ""));
    }
}
