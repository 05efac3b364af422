package org.zhuxi.account;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.ConsentEvent.Way;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.AuditStore;
import org.zhuxi.account.internal.Helping;
import org.zhuxi.account.internal.acting.ActingStore;
import org.zhuxi.account.internal.acting.Entrustments;
import org.zhuxi.account.internal.throttle.SignInSettings;
import org.zhuxi.account.internal.throttle.SignInThrottle;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.security.SignedIn;

/**
 * Acting in somebody's name (代办): who may, for what and how long; each look and act is kept under both ids, and the person sees
 * it. What no module entrusts – erasing, signing in, consent, giving points away – stays the person's own.
 */
@Service
@Transactional(noRollbackFor = {SignInRefused.class, PeopleRefused.class})
public class Acting {

    /** Most days that one consent holds. */
    public static final int MOST_DAYS = 366;

    /** Beginning of every audit line about acting; the subject is the person, the actor the helper. */
    public static final String ACTION = "acting.";

    private final ActingStore store;
    private final Entrustments entrustments;
    private final Actors actors;
    private final AuditStore audit;
    private final SignInThrottle throttle;
    private final SignInSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acting(
            ActingStore store,
            Entrustments entrustments,
            Actors actors,
            AuditStore audit,
            SignInThrottle throttle,
            SignInSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.entrustments = entrustments;
        this.actors = actors;
        this.audit = audit;
        this.throttle = throttle;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** How long one may act before it has to be prolonged. */
    public Duration time() {
        return settings.actingTime();
    }

    /** Everything that can be agreed to. */
    public List<String> scopes() {
        return entrustments.scopes();
    }

    /**
     * Agrees that somebody acts in one's own name.
     *
     * @throws PeopleRefused when the helper, a scope or the day is not right
     * @throws SignInRefused.Blocked when too many helpers were tried
     * @throws Refused.Forbidden to a token, and while somebody acts
     */
    public UUID give(Actor actor, NewActing wish) {
        requireInPerson(actor);
        return insert(actor, getPerson(actor.account()), wish, Way.SELF);
    }

    /**
     * A community worker notes what somebody who is present agreed to on paper; never for himself.
     *
     * @throws PeopleRefused.NoteMissing without a note
     */
    public UUID noteOnPaper(Actor by, UUID account, NewActing wish) {
        var person = getHelped(by, account);
        if (wish.note().isEmpty()
                || wish.note().length() > Consents.LONGEST_NOTE
                || wish.note().indexOf('\0') >= 0) {
            throw new PeopleRefused.NoteMissing("note");
        }
        return insert(by, person, wish, Way.PAPER);
    }

    private UUID insert(Actor by, SignedIn person, NewActing wish, Way way) {
        var unknown = wish.scopes().stream().anyMatch(scope -> !scopes().contains(scope));
        if (wish.scopes().isEmpty() || unknown) {
            throw new PeopleRefused.NothingEntrusted();
        }
        var account = person.actor().account();
        var until = lastDay(wish.until());
        var helper = helper(by, wish);
        if (helper.equals(account) || helper.equals(by.account())) {
            throw new PeopleRefused.ActsForHimself();
        }
        if (store.hasOpen(account, helper, actors.today())) {
            throw new PeopleRefused.ActsAlready();
        }
        var id = Ids.next();
        store.insert(new ActingStore.Given(id, account, helper, wish, way, by.account(), until), clock.instant());
        audit(by, "give", person, String.join(" ", wish.scopes()));
        return id;
    }

    private LocalDate lastDay(String typed) {
        try {
            var day = LocalDate.parse(typed);
            if (!day.isBefore(actors.today()) && !day.isAfter(actors.today().plusDays(MOST_DAYS))) {
                return day;
            }
        } catch (DateTimeException e) {
            // the same words as for a day too early or too late
        }
        throw new PeopleRefused.WrongActingDay(MOST_DAYS);
    }

    /** Name and number must belong together; whoever guesses waits. */
    private UUID helper(Actor by, NewActing wish) {
        var tries = "acting " + by.account();
        throttle.admit(tries, tries + " all");
        var helper = actors.findByName(wish.helper())
                .filter(SignedIn::active)
                .filter(found -> found.actor().name().equals(wish.helperName()))
                .orElseThrow(PeopleRefused.NoSuchHelper::new);
        throttle.succeeded(tries, tries + " all");
        return helper.actor().account();
    }

    /** Ends it at once, also for somebody who acts at this moment; the person, the helper, or a worker who helps the person. */
    public void end(Actor actor, UUID consent) {
        var found = store.find(consent).orElseThrow(() -> new Refused.NotFound(consent));
        var isOne = actor.account().equals(found.account()) || actor.account().equals(found.helper());
        if (isOne) {
            requireInPerson(actor);
        } else {
            getHelped(actor, found.account());
        }
        if (store.end(consent, actor.account(), clock.instant())) {
            audit(actor, "take-back", getPerson(found.account()), found.helper().toString());
        }
    }

    /** Who may, or could, act for the actor; latest first. */
    @Transactional(readOnly = true)
    public List<ActingConsent> byMe(Actor actor) {
        return store.listOf(actor.account());
    }

    /** For whom the actor may act today. */
    @Transactional(readOnly = true)
    public List<ActingConsent> toMe(Actor actor) {
        return store.listTo(actor.account(), actors.today());
    }

    /** The same for a worker who helps the person. */
    @Transactional(readOnly = true)
    public List<ActingConsent> of(Actor by, UUID account) {
        getHelped(by, account);
        return store.listOf(account);
    }

    /** Begins to act. @throws Refused.NotFound when the actor may not, or not any more */
    public ActingConsent begin(Actor helper, UUID consent) {
        requireInPerson(helper);
        var found = store.find(consent)
                .filter(it -> it.helper().equals(helper.account()) && it.isOpenOn(actors.today()))
                .orElseThrow(() -> new Refused.NotFound(consent));
        audit(helper, "begin", getPerson(found.account()), "");
        return found;
    }

    /** Notes one thing that was seen, done or refused while acting. */
    public void note(Actor helper, ActingConsent consent, String what, String detail) {
        audit(helper, what, getPerson(consent.account()), detail);
    }

    /** What was seen and done in the actor's name, latest first. */
    @Transactional(readOnly = true)
    public Slice<AuditEntry> history(Actor actor, int limit, @Nullable UUID after) {
        requireInPerson(actor);
        return Slice.of(
                audit.about(actor.account(), ACTION, limit + 1, after),
                limit,
                entry -> entry.id().toString());
    }

    private SignedIn getPerson(UUID account) {
        return actors.find(account).filter(SignedIn::active).orElseThrow(() -> new Refused.NotFound(account));
    }

    private SignedIn getHelped(Actor by, UUID account) {
        var person = getPerson(account);
        Helping.require(by, person.actor().grants());
        return person;
    }

    private void audit(Actor by, String what, SignedIn person, String detail) {
        var account = person.actor().account().toString();
        var place = Helping.placeOf(person.actor().grants());
        events.publishEvent(new Audited(by, ACTION + what, account, place, detail));
    }

    private static void requireInPerson(Actor actor) {
        actor.account();
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("sign-in");
        }
    }
}
