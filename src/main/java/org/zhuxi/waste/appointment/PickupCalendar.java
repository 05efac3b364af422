package org.zhuxi.waste.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.appointment.SlotStore;

/** When pick-up rounds come. Everyone may read; the community sets them. */
@Service
public class PickupCalendar {

    private static final int MOST_DAYS = 190;
    private static final int MOST_CAPACITY = 500;

    private final SlotStore store;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PickupCalendar(SlotStore store, Places places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds rounds; those that are there already stay as they are.
     *
     * @return how many are new
     */
    @Transactional
    public int add(Actor actor, PlacePath place, SlotPlan plan) {
        actor.require(AppointmentPermissions.PLAN, place);
        var community = communityAt(place);
        check(plan, today(community));
        var days = plan.first()
                .datesUntil(plan.last().plusDays(1))
                .filter(day -> plan.days().contains(day.getDayOfWeek()))
                .toList();
        var added = store.insert(
                community.id(),
                plan.service(),
                days,
                minute(plan.from()),
                minute(plan.to()),
                plan.capacity(),
                actor.account(),
                clock.instant());
        events.publishEvent(new Audited(
                actor,
                "pickup.planned",
                plan.service().name(),
                community.path(),
                plan.first() + "–" + plan.last() + ": " + added));
        return added;
    }

    /** Takes a round off the calendar as long as nobody is booked for it. */
    @Transactional
    public void withdraw(Actor actor, PlacePath place, UUID slot) {
        actor.require(AppointmentPermissions.PLAN, place);
        var community = communityAt(place);
        var locked = store.lock(community.id(), slot).orElseThrow(() -> new Refused.NotFound(slot));
        if (locked.booked() > 0) {
            throw new AppointmentRefused.SlotBooked(locked.booked());
        }
        store.withdraw(community.id(), slot, actor.account(), clock.instant());
        events.publishEvent(new Audited(
                actor, "pickup.withdrawn", slot.toString(), community.path(), locked.day() + " " + locked.times()));
    }

    /** Rounds of these days, the earliest first; full ones too. */
    @Transactional(readOnly = true)
    public List<PickupSlot> list(PlacePath place, LocalDate from, LocalDate to) {
        var communities =
                places.communitiesAt(place).stream().map(Community::id).toList();
        return store.list(communities, from, to);
    }

    /** Rounds that can still be booked, the earliest first, two months ahead. */
    @Transactional(readOnly = true)
    public List<PickupSlot> bookable(CommunityId community) {
        var zone = places.getCommunity(community).zone();
        var now = clock.instant().atZone(zone);
        return store
                .list(List.of(community), now.toLocalDate(), now.toLocalDate().plusMonths(2))
                .stream()
                .filter(slot -> slot.free() > 0 && !hasBegun(slot, now.toLocalDateTime()))
                .toList();
    }

    static boolean hasBegun(PickupSlot slot, java.time.LocalDateTime now) {
        return !slot.day().atStartOfDay().plusMinutes(slot.fromMinute()).isAfter(now);
    }

    private static void check(SlotPlan plan, LocalDate today) {
        if (plan.first().isBefore(today)
                || plan.last().isBefore(plan.first())
                || plan.last().isAfter(plan.first().plusDays(MOST_DAYS))) {
            throw new AppointmentRefused.Unreadable("first", "slot-days", MOST_DAYS);
        }
        if (plan.days().isEmpty()) {
            throw new AppointmentRefused.Unreadable("days", "slot-weekdays");
        }
        if (!plan.from().isBefore(plan.to())) {
            throw new AppointmentRefused.Unreadable("from", "slot-times");
        }
        if (plan.capacity() < 1 || plan.capacity() > MOST_CAPACITY) {
            throw new AppointmentRefused.Unreadable("capacity", "slot-capacity", MOST_CAPACITY);
        }
    }

    private static int minute(LocalTime time) {
        return time.get(ChronoField.MINUTE_OF_DAY);
    }

    private LocalDate today(Community community) {
        return clock.instant().atZone(community.zone()).toLocalDate();
    }

    private Community communityAt(PlacePath path) {
        return places.communitiesAt(path).stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(path.value()));
    }
}
