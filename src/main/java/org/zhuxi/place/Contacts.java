package org.zhuxi.place;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.internal.ContactStore;

/** The telephone of a community, for everybody to see. */
@Service
public class Contacts {

    /** Longest words about hours, in characters. */
    public static final int LONGEST_HOURS = 100;

    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 -]{2,23}");

    private final ContactStore store;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Contacts(ContactStore store, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Contact> find(CommunityId community) {
        return store.find(community);
    }

    /**
     * Says how a community is reached; what was said before is replaced.
     *
     * @throws PlateRefused.NoPhone when it is no telephone number
     * @throws PlateRefused.TooLong when the words about hours are too long
     */
    @Transactional
    public void put(Actor by, CommunityId community, Contact contact, Origin origin) {
        var home = places.getCommunity(community);
        by.require(PlacePermissions.MANAGE_PLATES, home.path());
        var phone = contact.phone().strip();
        if (!PHONE.matcher(phone).matches()) {
            throw new PlateRefused.NoPhone(phone.length() > 40 ? phone.substring(0, 40) : phone);
        }
        var zh = hours("hours", contact.hours().zh());
        var en = hours("hoursEn", contact.hours().en());
        store.put(
                community,
                new Contact(phone, new Names(zh, en.isEmpty() ? zh : en)),
                by.account(),
                clock.instant(),
                origin);
        events.publishEvent(new Audited(by, "place.contact.set", home.code(), home.path(), phone));
    }

    private static String hours(String field, String typed) {
        var words = typed.strip().replace("\0", "");
        if (words.length() > LONGEST_HOURS) {
            throw new PlateRefused.TooLong(field, LONGEST_HOURS);
        }
        return words;
    }
}
