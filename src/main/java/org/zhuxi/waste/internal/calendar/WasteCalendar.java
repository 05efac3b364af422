package org.zhuxi.waste.internal.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.waste.appointment.Appointment;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.internal.calendar.CalendarText.Entry;
import org.zhuxi.waste.internal.calendar.CalendarText.State;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Duty;

/** A person's dates: own duties, and pick-ups of own households. */
@Component
class WasteCalendar {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(120);
    private static final int PICKUPS = 100;

    private final Duties duties;
    private final Appointments appointments;
    private final Places places;
    private final Messages messages;
    private final Clock clock;

    WasteCalendar(Duties duties, Appointments appointments, Places places, Messages messages, Clock clock) {
        this.duties = duties;
        this.appointments = appointments;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** The last thirty days and the next hundred and twenty, as iCalendar. */
    String of(Actor person, Locale locale) {
        var now = clock.instant();
        var entries = new ArrayList<Entry>();
        duties.ahead(person, now.minus(BACK), now.plus(AHEAD)).stream()
                .filter(duty -> person.account().equals(duty.account()))
                .map(duty -> entry(duty, locale))
                .forEach(entries::add);
        var since = now.minus(BACK);
        appointments.mine(person, PICKUPS, null).items().stream()
                .map(it -> entry(it, locale))
                .filter(entry -> entry.to().isAfter(since))
                .forEach(entries::add);
        return CalendarText.write(messages.get(locale, "waste.calendar.name"), List.copyOf(entries), now);
    }

    private Entry entry(Duty duty, Locale locale) {
        var site = places.findSite(duty.community(), duty.site())
                .map(it -> it.name().in(locale))
                .orElse("");
        return new Entry(
                uid("duty", duty.id()),
                duty.startsAt(),
                duty.endsAt(),
                messages.get(locale, "waste.calendar.duty"),
                site,
                duty.offered() ? messages.get(locale, "waste.calendar.offered") : "",
                State.CONFIRMED);
    }

    private Entry entry(Appointment it, Locale locale) {
        var zone = zoneOf(it.household().community());
        var day = it.day().atStartOfDay();
        return new Entry(
                uid("pick-up", it.id()),
                day.plusMinutes(it.fromMinute()).atZone(zone).toInstant(),
                day.plusMinutes(it.toMinute()).atZone(zone).toInstant(),
                messages.get(
                        locale, "waste.calendar.pickup", it.service().names().in(locale)),
                it.meetingPlace(),
                it.items(),
                switch (it.state()) {
                    case REQUESTED -> State.TENTATIVE;
                    case CONFIRMED, COLLECTED -> State.CONFIRMED;
                    case CANCELLED -> State.CANCELLED;
                });
    }

    private ZoneId zoneOf(CommunityId community) {
        return places.getCommunity(community).zone();
    }

    private static String uid(String kind, UUID id) {
        return kind + "-" + id + "@zhuxi";
    }
}
