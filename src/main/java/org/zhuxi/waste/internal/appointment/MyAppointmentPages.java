package org.zhuxi.waste.internal.appointment;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;
import org.zhuxi.waste.appointment.AppointmentRefused;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.appointment.NewAppointment;
import org.zhuxi.waste.appointment.PickupCalendar;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.UploadedPhotos;

/** A household's own appointments: ask for one, see what became of it, cancel. */
@Controller
class MyAppointmentPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 20;

    private final Appointments appointments;
    private final PickupCalendar calendar;
    private final UploadedPhotos photos;
    private final Places places;
    private final Clock clock;

    MyAppointmentPages(
            Appointments appointments, PickupCalendar calendar, UploadedPhotos photos, Places places, Clock clock) {
        this.appointments = appointments;
        this.calendar = calendar;
        this.photos = photos;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/me/appointments")
    ModelAndView mine(Actor actor, @RequestParam @Nullable UUID household, @RequestParam @Nullable String after) {
        var home = home(actor, household);
        return show(
                actor,
                home,
                AppointmentForms.Booking.fresh(home.map(HouseholdRef::id).orElse(null)),
                FormProblem.NONE,
                after);
    }

    @PostMapping("/me/appointments")
    ModelAndView book(
            Actor actor,
            @ModelAttribute AppointmentForms.Booking form,
            @RequestParam(required = false) @Nullable MultipartFile photo)
            throws IOException {
        var home = home(actor, form.household()).orElseThrow(() -> new Refused.NotFound("household"));
        try {
            if (form.slot() == null) {
                throw new AppointmentRefused.Unreadable("slot", "slot-missing");
            }
            var asked = new NewAppointment(
                    Objects.requireNonNullElseGet(form.id(), org.zhuxi.kernel.Ids::next),
                    home,
                    form.slot(),
                    AppointmentForms.text(form.items()),
                    AppointmentForms.whole("pieces", AppointmentForms.text(form.pieces())),
                    AppointmentForms.text(form.meetingPlace()),
                    photos.keep(actor, home.community(), photo));
            appointments.book(actor, asked);
            return new ModelAndView("redirect:/me/appointments?household=" + home.id());
        } catch (Refused.Forbidden | Refused.NotFound refused) {
            throw refused;
        } catch (Refused refused) {
            var page = show(actor, Optional.of(home), form.withFreshId(), new FormProblem(refused.problem()), null);
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    @PostMapping("/me/appointments/{id}/cancellation")
    ModelAndView cancel(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var home = appointments.get(actor, id).household();
        try {
            appointments.cancel(actor, id, reason);
            return new ModelAndView("redirect:/me/appointments?household=" + home.id());
        } catch (AppointmentRefused refused) {
            var fresh = AppointmentForms.Booking.fresh(home.id());
            var page = show(actor, home(actor, home.id()), fresh, new FormProblem(refused.problem()), null);
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private ModelAndView show(
            Actor actor,
            Optional<HouseholdRef> home,
            AppointmentForms.Booking form,
            FormProblem problem,
            @Nullable String after) {
        var page = new ModelAndView("waste/appointment/mine");
        var known = places.findHouseholds(actor.households());
        page.addObject(
                "households",
                actor.households().stream()
                        .map(it -> known.get(it.id()))
                        .filter(Objects::nonNull)
                        .toList());
        page.addObject("home", home.map(it -> known.get(it.id())).orElse(null));
        page.addObject(
                "slots", home.map(it -> calendar.bookable(it.community())).orElse(List.of()));
        page.addObject(
                "appointments",
                home.isPresent() ? appointments.mine(actor, PAGE, after) : new Slice<>(List.of(), null));
        page.addObject("form", form);
        page.addObject("problem", problem);
        page.addObject("today", LocalDate.now(clock.withZone(ZONE)));
        return page;
    }

    private static Optional<HouseholdRef> home(Actor actor, @Nullable UUID asked) {
        actor.account();
        return actor.households().stream()
                .filter(it -> asked == null || it.id().equals(asked))
                .min(java.util.Comparator.comparing(HouseholdRef::id));
    }
}
