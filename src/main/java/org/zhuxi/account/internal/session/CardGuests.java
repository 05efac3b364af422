package org.zhuxi.account.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.account.ActingConsent;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.acting.ActingStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.security.SignedIn;

/**
 * Somebody who stands before the helper's own session: a person without a phone who looks at his own things on that device, or
 * one in whose name the helper acts on his own. The helper's session stays underneath and comes back when they are done, the
 * time is over, or the consent was taken back. Neither has the person's roles; what opens is said by the limits.
 */
@Component
public class CardGuests {

    private static final String GUEST = "guest";
    private static final String UNTIL = "guest.until";
    private static final String ACTING = "guest.acting";
    private static final Set<String> READING_ONES_OWN = Set.of("places:read", "activities:read", "points:read");
    // which of the things these open is said by the consent and what the modules entrust
    private static final Set<String> ACTING_FOR_ANOTHER =
            Set.of("places:read", "activities:read", "activities:write", "points:read", "points:write");

    private final Actors actors;
    private final ActingStore consents;
    private final Clock clock;

    CardGuests(Actors actors, ActingStore consents, Clock clock) {
        this.actors = actors;
        this.consents = consents;
        this.clock = clock;
    }

    /** The guest of this request's session, if there is one and there is time left. */
    public Optional<SignedIn> find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(GUEST) instanceof String id) || isOver(request)) {
            return Optional.empty();
        }
        var scopes = isActing(request) ? ACTING_FOR_ANOTHER : READING_ONES_OWN;
        return actors.find(UUID.fromString(id)).filter(SignedIn::active).map(person -> limited(person, scopes));
    }

    public void enter(HttpServletRequest request, UUID guest, Duration time) {
        var session = request.getSession();
        session.setAttribute(GUEST, guest.toString());
        session.removeAttribute(ACTING);
        request.removeAttribute(ACTING);
        session.setAttribute(UNTIL, String.valueOf(clock.instant().plus(time).toEpochMilli()));
        request.changeSessionId();
    }

    /** The helper acts in somebody's name from now on. */
    public void enterFor(HttpServletRequest request, ActingConsent consent, Duration time) {
        enter(request, consent.account(), time);
        request.getSession().setAttribute(ACTING, consent.id().toString());
    }

    /** The consent under which this session's helper acts, while it holds; read once a request. */
    public Optional<ActingConsent> acting(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACTING) instanceof String id)) {
            return Optional.empty();
        }
        if (!(request.getAttribute(ACTING) instanceof ActingConsent)) {
            consents.find(UUID.fromString(id)).ifPresent(found -> request.setAttribute(ACTING, found));
        }
        return Optional.ofNullable((ActingConsent) request.getAttribute(ACTING))
                .filter(consent -> consent.isOpenOn(actors.today()));
    }

    /** Whether the guest is one in whose name somebody acts, or acted until just now. */
    public boolean isActing(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACTING) != null;
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
        return !clock.instant().isBefore(until(request))
                || (isActing(request) && acting(request).isEmpty());
    }

    public void leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(GUEST);
            session.removeAttribute(UNTIL);
            session.removeAttribute(ACTING);
            request.changeSessionId();
        }
    }

    private static SignedIn limited(SignedIn person, Set<String> scopes) {
        var own = person.actor();
        var actor = new Actor(own.accountId(), own.name(), Set.of(), own.households(), scopes);
        return new SignedIn(person.username(), "", person.active(), actor);
    }
}
