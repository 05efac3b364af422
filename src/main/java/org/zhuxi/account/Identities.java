package org.zhuxi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.Helping;
import org.zhuxi.account.internal.TypedCode;
import org.zhuxi.account.internal.identity.IdentityStore;
import org.zhuxi.account.internal.identity.IdentityStore.Subject;
import org.zhuxi.account.internal.throttle.SignInThrottle;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;

/**
 * Other providers' identities that sign people in. One is linked only by somebody who is signed in to the account, or by a
 * community worker with the person before him; never because an e-mail address looks alike.
 */
@Service
@Transactional(noRollbackFor = SignInRefused.class) // the count of attempts stays
public class Identities {

    private static final Duration WAITING = Duration.ofDays(1);

    private final IdentityStore store;
    private final Actors actors;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Identities(
            IdentityStore store,
            Actors actors,
            SignInThrottle throttle,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.actors = actors;
        this.throttle = throttle;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<LinkedIdentity> list(Actor actor) {
        return store.list(actor.account());
    }

    /** Whose identity it is; notes its use. */
    public Optional<SignedIn> findOwner(String registration, String subject) {
        return store.use(new Subject(registration, subject), OffsetDateTime.now(clock))
                .flatMap(actors::find)
                .filter(SignedIn::active);
    }

    /** Keeps an identity that is nobody's for a day and answers the code by which it can be linked. */
    public String await(String registration, String subject) {
        var code = TypedCode.next();
        store.await(
                new Subject(registration, subject),
                code,
                OffsetDateTime.now(clock).plus(WAITING));
        return code.printed();
    }

    /** The provider of a waiting identity. */
    @Transactional(readOnly = true)
    public Optional<String> findProvider(String code) {
        return waiting(code).map(Subject::registration);
    }

    /**
     * Links a waiting identity to the actor's own account.
     *
     * @throws SignInRefused.UnknownIdentityCode when it waited too long
     * @throws SignInRefused.IdentityTaken when it is somebody's by now
     */
    public void linkOwn(Actor actor, String code) {
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("account.own");
        }
        link(actor, actor.account(), code);
    }

    /** Links a waiting identity to the account of somebody whom the worker may help and who told him the code. */
    public void linkFor(Actor by, UUID account, String code) {
        var person = actors.find(account).filter(SignedIn::active).orElseThrow(() -> new Refused.NotFound(account));
        Helping.require(by, person.actor().grants());
        throttle.admit("identity codes " + by.account(), "identity codes of " + by.account());
        link(by, account, code);
        throttle.succeeded("identity codes " + by.account(), "identity codes of " + by.account());
    }

    public void unlink(Actor actor, String registration, String subject) {
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("account.own");
        }
        if (!store.unlink(actor.account(), new Subject(registration, subject))) {
            throw new Refused.NotFound(registration);
        }
        audit(actor, "account.identity.unlink", registration);
    }

    private void link(Actor by, UUID account, String code) {
        var who = waiting(code).orElseThrow(SignInRefused.UnknownIdentityCode::new);
        if (!store.link(who, account, by.account(), OffsetDateTime.now(clock))) {
            throw new SignInRefused.IdentityTaken();
        }
        store.forgetWaiting(who);
        audit(by, "account.identity.link", account.toString());
    }

    private Optional<Subject> waiting(String code) {
        return store.findWaiting(new TypedCode(code), OffsetDateTime.now(clock));
    }

    private void audit(Actor by, String action, String subject) {
        events.publishEvent(new Audited(by, action, subject, PlacePath.NATION, ""));
    }
}
