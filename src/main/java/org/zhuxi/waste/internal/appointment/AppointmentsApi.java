package org.zhuxi.waste.internal.appointment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.appointment.Appointment;
import org.zhuxi.waste.appointment.AppointmentPermissions;
import org.zhuxi.waste.appointment.AppointmentRefused;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.appointment.NewAppointment;
import org.zhuxi.waste.appointment.PickupCalendar;
import org.zhuxi.waste.appointment.PickupService;
import org.zhuxi.waste.appointment.PickupSlot;

/** Appointments for programs; the same id sent again counts once. */
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentsApi {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ROWS = 100;
    private static final int CALENDAR_DAYS = 62;

    private final Appointments appointments;
    private final PickupCalendar calendar;
    private final Places places;
    private final WorkPlaces work;
    private final Clock clock;

    AppointmentsApi(Appointments appointments, PickupCalendar calendar, Places places, WorkPlaces work, Clock clock) {
        this.appointments = appointments;
        this.calendar = calendar;
        this.places = places;
        this.work = work;
        this.clock = clock;
    }

    record SlotJson(UUID id, PickupService service, LocalDate day, String times, int capacity, int free) {

        static SlotJson of(PickupSlot it) {
            return new SlotJson(it.id(), it.service(), it.day(), it.times(), it.capacity(), it.free());
        }
    }

    record AppointmentJson(
            UUID id,
            UUID household,
            String door,
            UUID slot,
            PickupService service,
            LocalDate day,
            String times,
            String items,
            int pieces,
            String meetingPlace,
            @Nullable String photo,
            Appointment.State state,
            @Nullable BigDecimal massKg,
            @Nullable String note,
            Instant requestedAt) {

        static AppointmentJson of(Appointment it) {
            var ended = it.ended();
            return new AppointmentJson(
                    it.id(),
                    it.household().id(),
                    it.door(),
                    it.slot(),
                    it.service(),
                    it.day(),
                    it.times(),
                    it.items(),
                    it.pieces(),
                    it.meetingPlace(),
                    it.photo(),
                    it.state(),
                    ended == null ? null : ended.massKg(),
                    ended == null ? null : ended.note(),
                    it.requestedAt());
        }
    }

    record Items<T>(List<T> items, @Nullable String next) {}

    record BookingJson(
            @Nullable UUID id,
            @Nullable UUID household,
            @Nullable UUID slot,
            @Nullable String items,
            @Nullable Integer pieces,
            @Nullable String meetingPlace,
            @Nullable String photo) {}

    record CollectionJson(
            @Nullable BigDecimal massKg, @Nullable String note) {}

    record CancellationJson(@Nullable String reason) {}

    record StatusJson(UUID id, String status) {}

    @GetMapping("/slots")
    Items<SlotJson> slots(@RequestParam String place, @RequestParam @Nullable String from) {
        var day = from == null ? today() : AppointmentForms.day("from", from);
        return new Items<>(
                calendar.list(work.named(place).path(), day, day.plusDays(CALENDAR_DAYS)).stream()
                        .map(SlotJson::of)
                        .toList(),
                null);
    }

    /** With a place: its appointments for those who serve them; without: those of one's own households. */
    @GetMapping
    Items<AppointmentJson> list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String after) {
        Slice<Appointment> found;
        if (place == null) {
            found = appointments.mine(actor, ROWS, after);
        } else {
            var at = work.of(actor, AppointmentPermissions.READ, place);
            var day = from == null ? today() : AppointmentForms.day("from", from);
            found = appointments.list(actor, at.path(), day, day.plusDays(CALENDAR_DAYS), ROWS, after);
        }
        return new Items<>(found.items().stream().map(AppointmentJson::of).toList(), found.next());
    }

    @PostMapping
    StatusJson book(Actor actor, @RequestBody BookingJson body) {
        var household = required("household", body.household());
        var community = java.util.Optional.ofNullable(
                        places.communitiesOfHouseholds(List.of(household)).get(household))
                .orElseThrow(() -> new Refused.NotFound(household));
        var photo = body.photo();
        if (photo != null && !photo.matches("[0-9a-f]{64}")) {
            throw new AppointmentRefused.Unreadable("photo", "photo-expected");
        }
        var id = required("id", body.id());
        var repeated = appointments.book(
                actor,
                new NewAppointment(
                        id,
                        new HouseholdRef(community, household),
                        required("slot", body.slot()),
                        AppointmentForms.text(body.items()),
                        required("pieces", body.pieces()),
                        AppointmentForms.text(body.meetingPlace()),
                        photo));
        return new StatusJson(id, repeated ? "duplicate" : "created");
    }

    @PostMapping("/{id}/confirmation")
    AppointmentJson confirm(Actor actor, @PathVariable UUID id) {
        appointments.confirm(actor, id);
        return AppointmentJson.of(appointments.get(actor, id));
    }

    @PostMapping("/{id}/collection")
    AppointmentJson collect(Actor actor, @PathVariable UUID id, @RequestBody CollectionJson body) {
        return AppointmentJson.of(
                appointments.collect(actor, id, required("massKg", body.massKg()), AppointmentForms.text(body.note())));
    }

    @PostMapping("/{id}/cancellation")
    AppointmentJson cancel(Actor actor, @PathVariable UUID id, @RequestBody CancellationJson body) {
        appointments.cancel(actor, id, AppointmentForms.text(body.reason()));
        return AppointmentJson.of(appointments.get(actor, id));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new AppointmentRefused.Unreadable(field, "chain-field-missing", field);
        }
        return value;
    }
}
