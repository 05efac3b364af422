package org.zhuxi.notice;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.internal.ReminderStore;
import org.zhuxi.place.Places;
import org.zhuxi.waste.Stations;

/** Which station a household wants to be reminded of, before it opens and when it stays closed. */
@Service
public class Reminders {

    private final ReminderStore store;
    private final Stations stations;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(ReminderStore store, Stations stations, Places places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.stations = stations;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** The station an own household is reminded of, if any. */
    @Transactional(readOnly = true)
    public Optional<UUID> stationOf(Actor actor, HouseholdRef household) {
        requireMember(actor, household);
        return store.find(household);
    }

    /** Reminds the people of an own household of a station of its community, instead of any other. */
    @Transactional
    public void remind(Actor actor, HouseholdRef household, UUID station) {
        requireMember(actor, household);
        var isHere = stations.find(station)
                .filter(it -> it.station().site().community().equals(household.community()))
                .isPresent();
        if (!isHere) {
            throw new NoticeRefused.NoStation();
        }
        store.put(household, station, actor.account(), clock.instant());
        audit(actor, "reminder.set", household);
    }

    /** Reminds them no more. */
    @Transactional
    public void end(Actor actor, HouseholdRef household) {
        requireMember(actor, household);
        if (store.delete(household)) {
            audit(actor, "reminder.ended", household);
        }
    }

    private void audit(Actor actor, String action, HouseholdRef household) {
        events.publishEvent(new Audited(
                actor,
                action,
                household.id().toString(),
                places.getCommunity(household.community()).path(),
                ""));
    }

    private static void requireMember(Actor actor, HouseholdRef household) {
        if (!actor.isSignedIn() || !actor.belongsTo(household)) {
            throw new Refused.NotFound(household.id());
        }
    }
}
