package org.zhuxi.account.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.platform.security.SignedIn;

/**
 * A session remembers the account's id and nothing else of a person; who that is and what he may do is read anew at each
 * request, so that a role taken back or an account closed takes effect at once.
 */
@Component
public class SessionPeople implements SecurityContextRepository {

    /** The account's id, under the name by which sessions can be found. */
    public static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    static final String DEVICE = "device";

    /** When somebody signed in, in milliseconds since 1970. */
    static final String SINCE = "since";

    private static final Duration BRIEF = Duration.ofMinutes(15);

    private final Actors actors;
    private final CardGuests guests;
    private final StaffPasskey staff;
    private final Duration life;
    private final Duration longest;
    private final Clock clock;

    /** @param longestLife after which a session ends although it is used */
    SessionPeople(
            Actors actors,
            CardGuests guests,
            StaffPasskey staff,
            @Value("${server.servlet.session.timeout:8h}") Duration sessionLife,
            @Value("${zhuxi.session.longest:30d}") Duration longestLife,
            Clock clock) {
        this.actors = actors;
        this.guests = guests;
        this.staff = staff;
        this.life = sessionLife;
        this.longest = longestLife;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // the only method that an implementation has to give
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        var request = holder.getRequest();
        guests.find(request)
                .map(SessionPeople::authenticated)
                .or(() -> find(request).map(person -> staff.authenticated(person, Proofs.in(request))))
                .ifPresent(context::setAuthentication);
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication == null) {
            var session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(ACCOUNT);
            }
        } else if (authentication.getPrincipal() instanceof SignedIn person
                && person.actor().scopes() == null
                && (request.getSession(false) != null
                        || !request.getRequestURI().startsWith("/api/"))) {
            keep(person, authentication.getAuthorities(), request);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return accountIn(request) != null;
    }

    /** Who is signed in by this request's session, with the roles of now. */
    public Optional<SignedIn> find(HttpServletRequest request) {
        var account = accountIn(request);
        // remembered by the request: asked for the first time when the answer is written, it would read the session
        // again
        request.isRequestedSessionIdValid();
        return account == null ? Optional.empty() : actors.find(account).filter(SignedIn::active);
    }

    /** A session for somebody who is not signed in yet; forgotten soon. */
    public static void keepBriefly(HttpServletRequest request, String name, String text) {
        var session = request.getSession();
        if (session.getAttribute(ACCOUNT) == null) {
            session.setMaxInactiveInterval((int) BRIEF.toSeconds());
        }
        session.setAttribute(name, text);
    }

    /** A text kept in the session, given once. */
    public static @Nullable String take(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof String text)) {
            return null;
        }
        session.removeAttribute(name);
        return text;
    }

    /** Signed in, without a proof of who he is. */
    public static Authentication authenticated(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }

    private void keep(SignedIn person, Collection<? extends GrantedAuthority> factors, HttpServletRequest request) {
        var session = request.getSession();
        var account = person.actor().account().toString();
        session.setMaxInactiveInterval((int) life.toSeconds());
        if (!account.equals(session.getAttribute(ACCOUNT))) {
            Proofs.forget(session);
        }
        Proofs.add(request, factors);
        session.setAttribute(ACCOUNT, account);
        session.setAttribute(DEVICE, Device.of(request));
        session.setAttribute(SINCE, String.valueOf(clock.millis()));
    }

    private @Nullable UUID accountIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) instanceof String id && !isOver(session)
                ? UUID.fromString(id)
                : null;
    }

    private boolean isOver(HttpSession session) {
        return session.getAttribute(SINCE) instanceof String since
                && clock.millis() - Long.parseLong(since) > longest.toMillis();
    }
}
