package org.zhuxi.waste.internal.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.appointment.AppointmentPermissions;
import org.zhuxi.waste.appointment.AppointmentRefused;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.internal.FormProblem;

/** Today's round on a phone: whose door, what is there, weigh, done. */
@Controller
class RoundPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 100;

    private final Appointments appointments;
    private final WorkPlaces work;
    private final Clock clock;

    RoundPages(Appointments appointments, WorkPlaces work, Clock clock) {
        this.appointments = appointments;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/field/round")
    ModelAndView round(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String day,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, AppointmentPermissions.READ, place);
        return show(actor, at, day(day), after, FormProblem.NONE, null, "");
    }

    @PostMapping("/field/round/{id}/confirmation")
    ModelAndView confirm(
            Actor actor, @PathVariable UUID id, @RequestParam String place, @RequestParam @Nullable String day) {
        return change(actor, id, place, day, "", () -> appointments.confirm(actor, id));
    }

    @PostMapping("/field/round/{id}/collection")
    ModelAndView collect(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String place,
            @RequestParam @Nullable String day,
            @RequestParam(defaultValue = "") String massKg,
            @RequestParam(defaultValue = "") String note) {
        return change(
                actor,
                id,
                place,
                day,
                massKg,
                () -> appointments.collect(actor, id, AppointmentForms.kilograms(massKg), note));
    }

    @PostMapping("/field/round/{id}/cancellation")
    ModelAndView cancel(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String place,
            @RequestParam @Nullable String day,
            @RequestParam(defaultValue = "") String reason) {
        return change(actor, id, place, day, "", () -> appointments.cancel(actor, id, reason));
    }

    private ModelAndView change(
            Actor actor, UUID id, String place, @Nullable String day, String massKg, Runnable change) {
        var at = work.named(place);
        try {
            change.run();
            return new ModelAndView("redirect:/field/round?place=" + at.code() + "&day=" + day(day));
        } catch (AppointmentRefused refused) {
            var page = show(actor, at, day(day), null, new FormProblem(refused.problem()), id, massKg);
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private ModelAndView show(
            Actor actor,
            Place at,
            LocalDate day,
            @Nullable String after,
            FormProblem problem,
            @Nullable UUID refused,
            String massKg) {
        var page = new ModelAndView("waste/appointment/round");
        page.addObject("place", at);
        page.addObject("day", day);
        page.addObject("appointments", appointments.list(actor, at.path(), day, day.plusDays(1), PAGE, after));
        page.addObject("problem", problem);
        page.addObject("refused", refused);
        page.addObject("massKg", massKg);
        return page;
    }

    private LocalDate day(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? LocalDate.now(clock.withZone(ZONE))
                : AppointmentForms.day("day", typed);
    }
}
