package org.zhuxi.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdPlaces;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.notice.internal.CallStore;
import org.zhuxi.notice.internal.ReminderStore;
import org.zhuxi.place.Household;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.waste.Stations;

/** Calls by phone that remind households without a smart phone of when their station opens (提醒电话). */
@Service
public class ReminderCalls {

    private static final int CONSENT = 60;

    private final CallStore store;
    private final ReminderStore reminders;
    private final HouseholdPlaces doors;
    private final Places places;
    private final Stations stations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReminderCalls(
            CallStore store,
            ReminderStore reminders,
            HouseholdPlaces doors,
            Places places,
            Stations stations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reminders = reminders;
        this.doors = doors;
        this.places = places;
        this.stations = stations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The households at or below a place that asked to be called, with how today's call went; each look is audited.
     *
     * @throws Refused.NotFound when the place lies in no community
     */
    @Transactional
    public Slice<ReminderCall> list(Actor actor, Place at, int limit, @Nullable UUID after) {
        actor.require(NoticePermissions.CALL, at.path());
        var community = at.community();
        if (community == null) {
            throw new Refused.NotFound(at.code());
        }
        var today = LocalDate.now(clock.withZone(places.getCommunity(community).zone()));
        var found = Slice.of(
                store.list(community, today, limit + 1, after),
                limit,
                call -> call.household().id().toString());
        var homes = places.findHouseholds(
                found.items().stream().map(ReminderCall::household).toList());
        var calls = found.items().stream()
                .flatMap(call -> named(call, homes.get(call.household().id()), at.path()))
                .toList();
        events.publishEvent(new Audited(actor, "reminder.list", at.code(), at.path(), calls.size() + " households"));
        return new Slice<>(calls, found.next());
    }

    private static java.util.stream.Stream<ReminderCall> named(
            ReminderCall call, @Nullable Household home, PlacePath at) {
        return home == null || !at.contains(home.path())
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(
                        new ReminderCall(call.household(), home.label(), call.station(), call.outcome()));
    }

    /** Notes how today's call went; noted again, the later word stands. */
    @Transactional
    public void note(Actor actor, UUID household, ReminderCall.Outcome outcome) {
        var door = doors.find(household).orElseThrow(() -> new Refused.NotFound(household));
        actor.require(NoticePermissions.CALL, door.path());
        if (!store.wants(door.ref())) {
            throw new Refused.NotFound(household);
        }
        var zone = places.getCommunity(door.ref().community()).zone();
        store.note(door.ref(), LocalDate.now(clock.withZone(zone)), outcome, actor.account(), clock.instant());
        audit(actor, "reminder.called", household, door.path(), outcome.name());
    }

    /**
     * Puts a household on the list that asked for it in person.
     *
     * @param card its card, or the code of its dwelling
     * @param consent who of the household said so, or where the paper lies; no full names
     * @throws NoticeRefused.NoStation when the station is none of its community
     */
    @Transactional
    public void add(Actor actor, String card, UUID station, String consent) {
        var door = doors.findByCard(card.strip()).orElseThrow(NoticeRefused.NoHousehold::new);
        actor.require(NoticePermissions.CALL, door.path());
        var words = consent.strip();
        if (words.isEmpty() || words.length() > CONSENT || words.indexOf('\0') >= 0) {
            throw new NoticeRefused.Length("consent", 1, CONSENT);
        }
        var isHere = stations.find(station)
                .filter(it -> it.station().site().community().equals(door.ref().community()))
                .isPresent();
        if (!isHere) {
            throw new NoticeRefused.NoStation();
        }
        reminders.put(door.ref(), station, actor.account(), clock.instant());
        store.want(door.ref(), words);
        audit(actor, "reminder.call-added", door.ref().id(), door.path(), "");
    }

    /** Takes a household off the list; nothing else changes. */
    @Transactional
    public void remove(Actor actor, UUID household) {
        var door = doors.find(household).orElseThrow(() -> new Refused.NotFound(household));
        if (!actor.actsFor(door.ref(), NoticePermissions.CALL.scope())) {
            actor.require(NoticePermissions.CALL, door.path());
        }
        store.wantNoMore(door.ref());
        audit(actor, "reminder.call-removed", household, door.path(), "");
    }

    private void audit(Actor actor, String action, UUID household, PlacePath at, String detail) {
        events.publishEvent(new Audited(actor, action, household.toString(), at, detail));
    }
}
