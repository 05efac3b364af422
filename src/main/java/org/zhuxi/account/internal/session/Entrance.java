package org.zhuxi.account.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.security.SignedIn;

/** Lets somebody in who proved by other means than a password who he is. */
@Component
public class Entrance {

    /** A way of entering; every other is a provider of identities. */
    public static final String PASSKEY = "passkey";

    private final SessionPeople people;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    Entrance(SessionPeople people, ApplicationEventPublisher events, TransactionOperations transactions, Clock clock) {
        this.people = people;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param way how he proved it, for the audit */
    public void enter(SignedIn person, String way, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SessionPeople.authenticated(person));
        SecurityContextHolder.setContext(context);
        people.saveContext(context, request, response);
        var factor = way.equals(PASSKEY)
                ? FactorGrantedAuthority.WEBAUTHN_AUTHORITY
                : FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;
        Proofs.add(request, List.of(Proofs.of(factor, clock.instant())));
        var actor = new Actor(person.actor().accountId(), person.actor().name(), Set.of(), Set.of(), null);
        transactions.executeWithoutResult(
                status -> events.publishEvent(new Audited(actor, "sign-in", person.username(), PlacePath.NATION, way)));
    }
}
