package org.zhuxi.waste.internal.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes dates as iCalendar (RFC 5545), with times in UTC. */
final class CalendarText {

    /** Lines are folded by characters, of which a Chinese one has three of the 75 bytes that RFC 5545 allows. */
    private static final int CHARACTERS = 24;

    private static final String PRODUCT = "-//Zhuxi//Green community//ZH";

    private CalendarText() {}

    /**
     * Something with a beginning and an end.
     *
     * @param id the same for ever, so that a calendar moves it instead of adding another
     * @param where may be empty
     * @param words may be empty
     */
    record Entry(String id, Instant from, Instant to, String title, String where, String words, State state) {}

    /** How sure it is. */
    enum State {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    static String write(String name, List<Entry> entries, Instant now) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        entries.forEach(entry -> calendar.add(event(entry, now)));
        try {
            var text = new StringWriter();
            new CalendarOutputter(false, CHARACTERS).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(Entry entry, Instant now) {
        var event = new VEvent(false);
        event.add(new Uid(entry.id()));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(entry.from()));
        event.add(new DtEnd<>(entry.to()));
        event.add(new Summary(entry.title()));
        if (!entry.where().isEmpty()) {
            event.add(new Location(entry.where()));
        }
        if (!entry.words().isEmpty()) {
            event.add(new Description(entry.words()));
        }
        event.add(statusOf(entry.state()));
        return event;
    }

    private static Status statusOf(State state) {
        return switch (state) {
            case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
            case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }
}
