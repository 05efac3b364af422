package org.zhuxi.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
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
        var id = Ids.next();
        var hook = new Webhook(
                community.id(),
                id,
                wish.kind(),
                wish.label(),
                host,
                !wish.secret().isEmpty(),
                clock.instant(),
                null,
                null);
        store.insert(
                hook,
                sealed.seal(wish.address()),
                wish.secret().isEmpty() ? null : sealed.seal(wish.secret()),
                actor.account());
        audit(actor, "webhook.added", hook);
        return id;
    }

    /** Sends a greeting there now and answers how it went. */
    public Webhook test(Actor actor, UUID id) {
        var hook = get(actor, id);
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
