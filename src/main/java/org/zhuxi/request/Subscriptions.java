package org.zhuxi.request;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.RequestStep.Kind;
import org.zhuxi.request.internal.MoveStore;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.SubscriptionStore;

/** Who wants to be told of requests: of one (and says so that he saw it too), of a place, of a service at a place. */
@Service
public class Subscriptions {

    private final SubscriptionStore store;
    private final MoveStore changes;
    private final ServiceTypes services;
    private final Placing placing;
    private final RequestGate gate;

    Subscriptions(
            SubscriptionStore store, MoveStore changes, ServiceTypes services, Placing placing, RequestGate gate) {
        this.store = store;
        this.changes = changes;
        this.services = services;
        this.placing = placing;
        this.gate = gate;
    }

    /** "I saw it too": the request counts one more, and the actor is told of it. Twice changes nothing. */
    @Transactional
    public void join(Actor actor, UUID request) {
        var found = gate.get(request);
        if (store.insert(found.community(), actor.account(), new Subscription(request, null, ""), gate.now())) {
            changes.echo(found, 1);
            gate.step(found, Kind.ECHO, null, "", false, null);
        }
    }

    /** Of all requests at a place and below. @param service its code, or blank for all */
    @Transactional
    public void follow(Actor actor, @Nullable String place, @Nullable String service) {
        var account = actor.account();
        var at = placing.get(place);
        var code = Typed.optional("service", service, 40);
        var kind = code.isEmpty() ? "" : services.get(code).code();
        store.insert(
                java.util.Objects.requireNonNull(at.community()),
                account,
                new Subscription(null, at.path(), kind),
                gate.now());
    }

    /** Ends one; ended before it stays so. */
    @Transactional
    public void end(Actor actor, String subject) {
        store.delete(actor.account(), subject);
    }

    /** The actor's own, the latest first. */
    @Transactional(readOnly = true)
    public List<Subscription> list(Actor actor) {
        return store.list(actor.account());
    }
}
