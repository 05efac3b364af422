package org.zhuxi.account.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.security.SignedIn;

/**
 * Somebody without a phone who looks at his own things on a helper's device. The helper's session stays underneath and comes
 * back when the guest is done or the time is over. A guest has none of his roles and only reads what is his.
 */
@Component
public class CardGuests {

    private static final String GUEST = "guest";
    private static final String UNTIL = "guest.until";
    private static final Set<String> READING_ONES_OWN = Set.of("places:read", "activities:read", "points:read");

    private final Actors actors;
    private final Clock clock;

    CardGuests(Actors actors, Clock clock) {
        this.actors = actors;
        this.clock = clock;
    }

    /** The guest of this request's session, if there is one and there is time left. */
    public Optional<SignedIn> find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(GUEST) instanceof String id) || isOver(request)) {
            return Optional.empty();
        }
        return actors.find(UUID.fromString(id)).filter(SignedIn::active).map(CardGuests::limited);
    }

    public void enter(HttpServletRequest request, UUID guest, Duration time) {
        var session = request.getSession();
        session.setAttribute(GUEST, guest.toString());
        session.setAttribute(UNTIL, String.valueOf(clock.instant().plus(time).toEpochMilli()));
        request.changeSessionId();
    }

    /** Until when; the epoch when there is no guest. */
    public Instant until(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(UNTIL) instanceof String millis
                ? Instant.ofEpochMilli(Long.parseLong(millis))
                : Instant.EPOCH;
    }

    /** Whether there is a guest, with or without time left. */
    public boolean isThere(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(GUEST) != null;
    }

    public boolean isOver(HttpServletRequest request) {
        return !clock.instant().isBefore(until(request));
    }

    public void leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(GUEST);
            session.removeAttribute(UNTIL);
            request.changeSessionId();
        }
    }

    private static SignedIn limited(SignedIn person) {
        var own = person.actor();
        var actor = new Actor(own.accountId(), own.name(), Set.of(), own.households(), READING_ONES_OWN);
        return new SignedIn(person.username(), "", person.active(), actor);
    }
}
