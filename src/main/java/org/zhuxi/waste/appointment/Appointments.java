package org.zhuxi.waste.appointment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.appointment.AppointmentStore;
import org.zhuxi.waste.internal.appointment.SlotStore;

/**
 * A household asks for a pick-up, the round confirms, collects and weighs, or one of both cancels. A slot is locked while it is
 * booked, so that it never serves more households than it can.
 */
@Service
public class Appointments {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int ITEMS = 200;
    private static final int PLACE = 100;
    private static final int NOTE = 200;
    private static final int MOST_PIECES = 99;

    private final AppointmentStore store;
    private final SlotStore slots;
    private final Activities activities;
    private final Places places;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Appointments(
            AppointmentStore store,
            SlotStore slots,
            Activities activities,
            Places places,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.slots = slots;
        this.activities = activities;
        this.places = places;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books a place in a round, for a member of the household or by staff for somebody without a phone.
     *
     * @return whether it had been booked before under this id with the same content
     */
    @Transactional
    public boolean book(Actor actor, NewAppointment asked) {
        var household = householdFor(actor, asked);
        var items = words("items", asked.items(), ITEMS);
        var meetingPlace = words("meetingPlace", asked.meetingPlace(), PLACE);
        if (asked.pieces() < 1 || asked.pieces() > MOST_PIECES) {
            throw new AppointmentRefused.Unreadable("pieces", "appointment-pieces", MOST_PIECES);
        }
        var community = asked.household().community();
        var slot = slots.lock(community, asked.slot()).orElseThrow(AppointmentRefused.SlotGone::new);
        var known = store.find(asked.id());
        if (known.isPresent()) {
            return requireSame(known.get(), asked, items);
        }
        var zone = places.getCommunity(community).zone();
        if (PickupCalendar.hasBegun(slot, clock.instant().atZone(zone).toLocalDateTime())) {
            throw new AppointmentRefused.SlotGone();
        }
        if (slot.free() == 0) {
            throw new AppointmentRefused.SlotFull(slot.capacity());
        }
        store.insert(asked, items, meetingPlace, actor.account(), clock.instant());
        audit(actor, asked.id(), household.path(), "appointment.booked", slot.day() + " " + slot.times());
        return false;
    }

    private Household householdFor(Actor actor, NewAppointment asked) {
        var household = java.util.Optional.ofNullable(places.findHouseholds(List.of(asked.household()))
                        .get(asked.household().id()))
                .orElseThrow(() -> new Refused.NotFound(asked.household().id()));
        if (!actor.actsFor(asked.household(), ActivityPermissions.FILE_OWN.scope())) {
            actor.require(AppointmentPermissions.SERVE, household.path());
        }
        return household;
    }

    private static boolean requireSame(Appointment known, NewAppointment asked, String items) {
        if (!known.household().equals(asked.household())
                || !known.slot().equals(asked.slot())
                || !known.items().equals(items)
                || known.pieces() != asked.pieces()) {
            throw new AppointmentRefused.Conflict(asked.id());
        }
        return true;
    }

    /** The appointments of the actor's own households, the latest day first. */
    @Transactional(readOnly = true)
    public Slice<Appointment> mine(Actor actor, int limit, @Nullable String after) {
        actor.account();
        if (!actor.households().stream().allMatch(home -> isReader(actor, home))) {
            throw new Refused.Forbidden(ActivityPermissions.READ_OWN.code());
        }
        return withDoors(store.ofHouseholds(actor.households(), limit, after));
    }

    /** Appointments of days at a place, in the order of the round; for those who serve them, audited. */
    @Transactional
    public Slice<Appointment> list(
            Actor actor, PlacePath place, LocalDate from, LocalDate to, int limit, @Nullable String after) {
        actor.require(AppointmentPermissions.READ, place);
        var communities =
                places.communitiesAt(place).stream().map(Community::id).toList();
        var found = withDoors(store.list(communities, from, to, limit, after));
        if (!found.items().isEmpty()) {
            var detail = found.items().size() + " appointments";
            events.publishEvent(new Audited(actor, "appointment.list", place.value(), place, detail));
        }
        return found;
    }

    /** How many of today and later nobody has confirmed yet, in the communities that an actor serves. */
    @Transactional(readOnly = true)
    public long countUnconfirmed(Actor actor) {
        var today = LocalDate.now(clock.withZone(ZONE));
        return store.countUnconfirmed(places.communitiesOf(actor, AppointmentPermissions.SERVE), today);
    }

    /** One appointment, for its household and for those who serve it. */
    @Transactional(readOnly = true)
    public Appointment get(Actor actor, UUID id) {
        var found = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        if (!isReader(actor, found.household()) && !actor.may(AppointmentPermissions.READ, pathOf(found))) {
            throw new Refused.NotFound(id);
        }
        return withDoors(new Slice<>(List.of(found), null)).items().getFirst();
    }

    /** The round will come. Confirming twice changes nothing. */
    @Transactional
    public void confirm(Actor actor, UUID id) {
        var appointment = lockToServe(actor, id);
        if (!appointment.isOpen()) {
            throw new AppointmentRefused.Ended(appointment.state());
        }
        store.step(appointment, "CONFIRMED", null, "", actor.account(), clock.instant());
        audit(actor, id, pathOf(appointment), "appointment.confirmed", "");
    }

    /** Cancels with a reason, by a member of the household or by the round; its place in the slot is free again. */
    @Transactional
    public void cancel(Actor actor, UUID id, String reason) {
        var seen = get(actor, id);
        if (!actor.actsFor(seen.household(), ActivityPermissions.FILE_OWN.scope())) {
            actor.require(AppointmentPermissions.SERVE, pathOf(seen));
        }
        var words = words("reason", reason, NOTE);
        slots.lock(seen.household().community(), seen.slot());
        var appointment = lock(id);
        if (!appointment.isOpen()) {
            throw new AppointmentRefused.Ended(appointment.state());
        }
        store.step(appointment, "CANCELLED", null, words, actor.account(), clock.instant());
        // the words stay with the appointment, where an erasure finds them
        audit(actor, id, pathOf(appointment), "appointment.cancelled", "");
    }

    /**
     * Collected and weighed: it becomes a record of the kind of its service, under its own id. Said again with the same mass it
     * changes nothing. Not to be called inside a transaction.
     *
     * @throws AppointmentRefused.RecordRefused when the record module refuses it; the appointment stays open then
     */
    public Appointment collect(Actor actor, UUID id, BigDecimal massKg, String note) {
        if (massKg.signum() <= 0 || massKg.scale() > 6 || massKg.precision() > 12) {
            throw new AppointmentRefused.Unreadable("massKg", "appointment-kg");
        }
        var words = atMost("note", note, NOTE);
        var appointment = transactions.execute(status -> claim(actor, id, massKg, words));
        var outcome = activities
                .record(actor, List.of(submission(appointment, massKg, words)))
                .getFirst();
        if (outcome.problem() != null && outcome.status() != org.zhuxi.activity.Outcome.Status.CONFLICT) {
            store.unclaim(appointment);
            throw new AppointmentRefused.RecordRefused(outcome.problem());
        }
        return get(actor, id);
    }

    private Appointment claim(Actor actor, UUID id, BigDecimal massKg, String note) {
        var appointment = lockToServe(actor, id);
        var ended = appointment.ended();
        if (ended == null) {
            store.step(appointment, "COLLECTED", massKg, note, actor.account(), clock.instant());
            audit(actor, id, pathOf(appointment), "appointment.collected", massKg.toPlainString() + " kg");
            return lock(id);
        }
        if (ended.massKg() == null || ended.massKg().compareTo(massKg) != 0) {
            throw new AppointmentRefused.Ended(appointment.state());
        }
        return appointment;
    }

    private Submission submission(Appointment appointment, BigDecimal massKg, String note) {
        var ended = java.util.Objects.requireNonNull(appointment.ended());
        return new Submission(
                appointment.id(),
                appointment.service().kind(),
                places.getCommunity(appointment.household().community()).code(),
                appointment.household().id(),
                null,
                ended.at(),
                Map.of(
                        "mass", new Measured(massKg, "kg"),
                        "pieces", new Measured(BigDecimal.valueOf(appointment.pieces()), "1")),
                null,
                note.isEmpty() ? null : note,
                appointment.photo() == null ? List.of() : List.of(appointment.photo()),
                null);
    }

    private Appointment lockToServe(Actor actor, UUID id) {
        var seen = get(actor, id);
        actor.require(AppointmentPermissions.SERVE, pathOf(seen));
        return lock(id);
    }

    private Appointment lock(UUID id) {
        var seen = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        store.lock(seen);
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    private Slice<Appointment> withDoors(Slice<Appointment> found) {
        var households = places.findHouseholds(
                found.items().stream().map(Appointment::household).distinct().toList());
        return new Slice<>(
                found.items().stream()
                        .map(it -> {
                            var household = households.get(it.household().id());
                            return household == null ? it : it.at(household.label());
                        })
                        .toList(),
                found.next());
    }

    private PlacePath pathOf(Appointment appointment) {
        return places.getCommunity(appointment.household().community()).path();
    }

    private void audit(Actor actor, UUID id, PlacePath place, String action, String detail) {
        events.publishEvent(new Audited(actor, action, id.toString(), place, detail));
    }

    private static boolean isReader(Actor actor, HouseholdRef household) {
        return actor.actsFor(household, ActivityPermissions.READ_OWN.scope());
    }

    private static String words(String field, String text, int most) {
        if (text.isBlank()) {
            throw new AppointmentRefused.Unreadable(field, "chain-words-missing");
        }
        return atMost(field, text, most);
    }

    private static String atMost(String field, String text, int most) {
        if (text.strip().length() > most || text.indexOf('\0') >= 0) {
            throw new AppointmentRefused.Unreadable(field, "chain-words-long", most);
        }
        return text.strip();
    }
}
