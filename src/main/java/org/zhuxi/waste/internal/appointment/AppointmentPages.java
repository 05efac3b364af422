package org.zhuxi.waste.internal.appointment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
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
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.appointment.AppointmentPermissions;
import org.zhuxi.waste.appointment.AppointmentRefused;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.appointment.PickupCalendar;
import org.zhuxi.waste.internal.FormProblem;

/** The calendar of rounds and all appointments at a desk. */
@Controller
class AppointmentPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;
    private static final int CALENDAR_DAYS = 31;
    private static final String[] COLUMNS = {
        "id",
        "day",
        "times",
        "service",
        "door",
        "items",
        "pieces",
        "meeting_place",
        "state",
        "mass_kg",
        "note",
        "requested_at"
    };

    private final Appointments appointments;
    private final PickupCalendar calendar;
    private final WorkPlaces work;
    private final Clock clock;

    AppointmentPages(Appointments appointments, PickupCalendar calendar, WorkPlaces work, Clock clock) {
        this.appointments = appointments;
        this.calendar = calendar;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/work/appointments")
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, AppointmentPermissions.READ, place);
        return show(actor, at, day(from), after, AppointmentForms.Plan.fresh(today()), FormProblem.NONE);
    }

    @GetMapping("/work/appointments.csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String from,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, AppointmentPermissions.READ, place);
        var day = day(from);
        var slice = appointments.list(actor, at.path(), day, day.plusDays(CALENDAR_DAYS), CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "appointments-" + at.code(), COLUMNS)) {
            while (true) {
                for (var it : slice.items()) {
                    var ended = it.ended();
                    csv.row(
                            it.id(),
                            it.day(),
                            it.times(),
                            it.service(),
                            it.door(),
                            it.items(),
                            it.pieces(),
                            it.meetingPlace(),
                            it.state(),
                            ended == null ? null : ended.massKg(),
                            ended == null ? null : ended.note(),
                            it.requestedAt());
                }
                if (slice.next() == null) {
                    return;
                }
                slice = appointments.list(actor, at.path(), day, day.plusDays(CALENDAR_DAYS), CSV_PAGE, slice.next());
            }
        }
    }

    @PostMapping("/work/appointments/slots")
    ModelAndView plan(Actor actor, @RequestParam String place, @ModelAttribute AppointmentForms.Plan plan) {
        var at = work.named(place);
        return change(actor, at, plan, () -> calendar.add(actor, at.path(), plan.command()));
    }

    @PostMapping("/work/appointments/slots/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @RequestParam String place) {
        var at = work.named(place);
        return change(actor, at, AppointmentForms.Plan.fresh(today()), () -> calendar.withdraw(actor, at.path(), id));
    }

    private ModelAndView change(Actor actor, Place at, AppointmentForms.Plan plan, Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:/work/appointments?place=" + at.code());
        } catch (AppointmentRefused refused) {
            var page = show(actor, at, today(), null, plan, new FormProblem(refused.problem()));
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private ModelAndView show(
            Actor actor,
            Place at,
            LocalDate from,
            @Nullable String after,
            AppointmentForms.Plan plan,
            FormProblem problem) {
        var to = from.plusDays(CALENDAR_DAYS);
        var page = new ModelAndView("waste/appointment/calendar");
        page.addObject("place", at);
        page.addObject("from", from);
        page.addObject("appointments", appointments.list(actor, at.path(), from, to, PAGE, after));
        page.addObject("slots", calendar.list(at.path(), from, to));
        page.addObject("plan", plan);
        page.addObject("problem", problem);
        page.addObject("mayPlan", at.community() != null && actor.may(AppointmentPermissions.PLAN, at.path()));
        return page;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    private LocalDate day(@Nullable String typed) {
        return typed == null || typed.isBlank() ? today() : AppointmentForms.day("from", typed);
    }
}
