package org.zhuxi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.ErasureDesk;
import org.zhuxi.account.internal.ErasureStore;
import org.zhuxi.account.internal.MemberRights;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/**
 * Erasing a person: the name, the phone number and all that signs in go; records and points stay under an id that leads
 * nowhere.
 */
@Service
@Transactional
public class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    public static final int LONGEST_REASON = 200;

    private final ErasureDesk desk;
    private final ErasureStore store;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration grace;

    Erasures(
            ErasureDesk desk,
            ErasureStore store,
            Actors actors,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${zhuxi.privacy.erasure-grace:P7D}") Duration grace) {
        this.desk = desk;
        this.store = store;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
        this.grace = grace;
    }

    /** What erasing the actor's account would do. */
    @Transactional(readOnly = true)
    public ErasurePlan plan(Actor actor) {
        return desk.plan(actor.account(), (int) grace.toDays());
    }

    /** What erasing somebody's account would do, for those who may do it. */
    @Transactional(readOnly = true)
    public ErasurePlan plan(Actor actor, UUID account) {
        requireMayErase(actor, account);
        return desk.plan(account, 0);
    }

    /** The request that waits, if there is one. */
    @Transactional(readOnly = true)
    public Optional<ErasureRequest> find(Actor actor) {
        return store.findWaiting(actor.account());
    }

    /**
     * Asks to be erased; it is done when the days of grace are over.
     *
     * @throws PeopleRefused.ErasureWaits when it was asked for already
     * @throws PeopleRefused.LastOperator when nobody would be left to run the system
     */
    public ErasureRequest request(Actor actor) {
        MemberRights.requireInPerson(actor);
        desk.requireErasable(actor.account());
        if (store.findWaiting(actor.account()).isPresent()) {
            throw new PeopleRefused.ErasureWaits();
        }
        var now = clock.instant();
        var request = new ErasureRequest(actor.account(), Ids.next(), now, now.plus(grace));
        store.insert(request, actor.account(), "");
        audit(actor, "privacy.erasure.request", request.account(), PlacePath.NATION, "");
        return request;
    }

    /** Takes the request back while it waits. */
    public void takeBack(Actor actor) {
        MemberRights.requireInPerson(actor);
        if (!store.takeBack(actor.account(), OffsetDateTime.now(clock))) {
            throw new Refused.NotFound("erasure");
        }
        audit(actor, "privacy.erasure.take-back", actor.account(), PlacePath.NATION, "");
    }

    /** Erases somebody at once, for those who manage accounts where the person has roles or lives. */
    public void eraseNow(Actor actor, UUID account, String reason) {
        var place = requireMayErase(actor, account);
        if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new PeopleRefused.NoteMissing("reason");
        }
        desk.requireErasable(account);
        var request = store.findWaiting(account).orElseGet(() -> {
            var now = clock.instant();
            var fresh = new ErasureRequest(account, Ids.next(), now, now);
            store.insert(fresh, actor.account(), reason.strip());
            return fresh;
        });
        audit(actor, "privacy.erasure.now", account, place, reason.strip());
        desk.erase(request);
    }

    /** Erases those whose days of grace are over; answers how many. One transaction a person: who cannot be erased holds up nobody. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public int eraseDue() {
        return (int) store.listDue(OffsetDateTime.now(clock)).stream()
                .filter(this::isErased)
                .count();
    }

    private boolean isErased(ErasureRequest request) {
        try {
            desk.eraseDue(request);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The account {} could not be erased and is tried again", request.account(), e);
            return false;
        }
    }

    private PlacePath requireMayErase(Actor actor, UUID account) {
        MemberRights.requireInPerson(actor);
        var person = actors.find(account).orElseThrow(() -> new Refused.NotFound(account));
        var places = new java.util.ArrayList<>(
                person.actor().grants().stream().map(Grant::place).toList());
        places.addAll(desk.homesOf(account));
        if (places.isEmpty()) {
            places.add(PlacePath.NATION);
        }
        places.forEach(place -> actor.require(AccountPermissions.ERASE, place));
        return places.getFirst();
    }

    private void audit(Actor actor, String action, UUID account, PlacePath place, String detail) {
        events.publishEvent(new Audited(actor, action, account.toString(), place, detail));
    }
}
