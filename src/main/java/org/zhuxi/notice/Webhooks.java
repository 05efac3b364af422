package org.zhuxi.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.internal.Audience;
import org.zhuxi.notice.internal.PublicAddress;
import org.zhuxi.notice.internal.Robots;
import org.zhuxi.notice.internal.Sealed;
import org.zhuxi.notice.internal.WebhookStore;
import org.zhuxi.place.Places;

/** Group chats that take the notices of a community; their addresses are secrets. */
@Service
public class Webhooks {

    private final WebhookStore store;
    private final Audience audience;
    private final Places places;
    private final PublicAddress addresses;
    private final Sealed sealed;
    private final Robots robots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Webhooks(
            WebhookStore store,
            Audience audience,
            Places places,
            PublicAddress addresses,
            Sealed sealed,
            Robots robots,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.audience = audience;
        this.places = places;
        this.addresses = addresses;
        this.sealed = sealed;
        this.robots = robots;
        this.events = events;
        this.clock = clock;
    }

    /** Those of the communities at or below a place that were not ended. */
    @Transactional(readOnly = true)
    public List<Webhook> list(Actor actor, PlacePath at) {
        actor.require(NoticePermissions.WEBHOOKS, at);
        return store.list(
                places.communitiesAt(at).stream().map(one -> one.id().value()).toList());
    }

    /**
     * Registers a robot. Its address is not shown again.
     *
     * @throws NoticeRefused.BadAddress unless the address is https and on the internet
     */
    @Transactional
    public UUID add(Actor actor, NewWebhook wish) {
        var community = places.getCommunity(audience.of(wish.place()).community());
        actor.require(NoticePermissions.WEBHOOKS, community.path());
        wish.check();
        var host = addresses.check(wish.address()).getHost();
        return insert(actor, community.id(), wish, host, false, Origin.RECORDED);
    }

    /**
     * Notes a robot that stays switched off; whether its address may be called is looked at when it is switched on.
     *
     * @throws NoticeRefused.BadAddress when it is no address at all
     */
    @Transactional
    public UUID prepare(Actor actor, NewWebhook wish, Origin origin) {
        var community = places.getCommunity(audience.of(wish.place()).community());
        actor.require(NoticePermissions.WEBHOOKS, community.path());
        wish.check();
        return insert(actor, community.id(), wish, PublicAddress.hostOf(wish.address()), true, origin);
    }

    private UUID insert(
            Actor actor, CommunityId community, NewWebhook wish, String host, boolean paused, Origin origin) {
        var id = Ids.next();
        var isSigned = !wish.secret().isEmpty();
        var hook = new Webhook(
                community, id, wish.kind(), wish.label(), host, isSigned, clock.instant(), null, null, paused);
        store.insert(
                hook,
                sealed.seal(wish.address()),
                isSigned ? sealed.seal(wish.secret()) : null,
                actor.account(),
                origin);
        audit(actor, "webhook.added", hook);
        return id;
    }

    /** Sends nothing there until it is switched on again; what waits is not sent. */
    @Transactional
    public void pause(Actor actor, UUID id) {
        var hook = get(actor, id);
        store.pause(hook, clock.instant());
        audit(actor, "webhook.paused", hook);
    }

    /** Sends there again what is published from now on. @throws NoticeRefused.BadAddress unless its address may be called */
    @Transactional
    public void resume(Actor actor, UUID id) {
        var hook = get(actor, id);
        robots.checkAddress(hook);
        store.resume(hook);
        audit(actor, "webhook.resumed", hook);
    }

    /** Sends a greeting there now and answers how it went. @throws NoticeRefused.SwitchedOff while it is */
    public Webhook test(Actor actor, UUID id) {
        var hook = get(actor, id);
        if (hook.paused()) {
            throw new NoticeRefused.SwitchedOff();
        }
        audit(actor, "webhook.tested", hook);
        robots.greet(hook);
        return get(actor, id);
    }

    /** Sends nothing there any more; its address and secret are forgotten. */
    @Transactional
    public void end(Actor actor, UUID id) {
        var hook = get(actor, id);
        store.end(hook, clock.instant());
        audit(actor, "webhook.ended", hook);
    }

    private Webhook get(Actor actor, UUID id) {
        var hook = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(
                NoticePermissions.WEBHOOKS,
                places.getCommunity(hook.community()).path());
        return hook;
    }

    private void audit(Actor actor, String action, Webhook hook) {
        var path = places.getCommunity(hook.community()).path();
        events.publishEvent(new Audited(actor, action, hook.id().toString(), path, hook.label()));
    }
}
