package org.zhuxi.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.CalendarFeedStore;
import org.zhuxi.account.internal.Secret;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;

/**
 * Secrets of calendars, which programs send as a password and keep for years. One a person; whoever has it reads the owner's dates
 * and nothing else, until the owner renews or ends it.
 */
@Service
public class CalendarFeeds {

    private static final Set<String> READING_DATES = Set.of("calendar:read", "activities:read");

    private final CalendarFeedStore store;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarFeeds(CalendarFeedStore store, Actors actors, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** @param lastUsedDay null while nobody has fetched it */
    public record Feed(Instant madeAt, @Nullable LocalDate lastUsedDay) {}

    /** The actor's own, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Feed> find(Actor actor) {
        return store.find(actor.account());
    }

    /**
     * Makes a new secret; the one before leads nowhere from now on.
     *
     * @return the secret, which is shown this once
     * @throws Refused.Forbidden to a token, which must not make keys for itself
     */
    @Transactional
    public String renew(Actor actor) {
        requireInPerson(actor);
        var secret = Secret.next("");
        store.put(actor.account(), secret, OffsetDateTime.now(clock));
        audit(actor, "calendar.renewed");
        return secret.text();
    }

    /** Ends it; programs that still ask get nothing. */
    @Transactional
    public void end(Actor actor) {
        requireInPerson(actor);
        if (store.delete(actor.account())) {
            audit(actor, "calendar.ended");
        }
    }

    /** Whose calendar a secret opens: somebody without roles who may read his own dates. */
    @Transactional
    public Optional<Actor> open(String secret) {
        return store.use(new Secret(secret), actors.today())
                .flatMap(actors::find)
                .filter(SignedIn::active)
                .map(SignedIn::actor)
                .map(own -> new Actor(own.accountId(), own.name(), Set.of(), own.households(), READING_DATES));
    }

    private static void requireInPerson(Actor actor) {
        actor.account();
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("sign-in");
        }
    }

    private void audit(Actor actor, String action) {
        events.publishEvent(new Audited(actor, action, actor.account().toString(), PlacePath.NATION, ""));
    }
}
