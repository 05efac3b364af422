package org.zhuxi.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Act;
import org.zhuxi.kernel.Actor;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestStep.Kind;
import org.zhuxi.request.Satisfaction;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.ServiceTypes;
import org.zhuxi.request.Subscription;
import org.zhuxi.request.WorkingCalendar;

/** What follows from a move: times, deadlines, counts. Whoever calls has locked the request and checked the way. */
@Component
public class RequestMoves {

    private final MoveStore changes;
    private final ReporterStore reporters;
    private final SubscriptionStore subscriptions;
    private final Acts acts;
    private final ServiceTypes services;
    private final WorkingCalendar calendar;
    private final RequestGate gate;

    RequestMoves(
            MoveStore changes,
            ReporterStore reporters,
            SubscriptionStore subscriptions,
            Acts acts,
            ServiceTypes services,
            WorkingCalendar calendar,
            RequestGate gate) {
        this.changes = changes;
        this.reporters = reporters;
        this.subscriptions = subscriptions;
        this.acts = acts;
        this.services = services;
        this.calendar = calendar;
        this.gate = gate;
    }

    /** Moves it, with the times that belong to it. */
    public void move(Actor actor, ServiceRequest it, RequestState to) {
        respond(it);
        switch (to) {
            case ANSWERED -> changes.answer(it, actor.account(), gate.now());
            case CLOSED -> close(actor, it);
            case REFUSED -> changes.close(it, gate.now(), gate.today());
            case REOPENED -> {
                acts.reopened(it.community(), it.id(), actor.account());
                reopen(it);
            }
            case RECEIVED -> {
                if (it.state().isEnded()) {
                    reopen(it);
                }
            }
            case DISPATCHED, IN_HAND, HANDED_OVER, CALLED_BACK, DUPLICATE, WITHDRAWN -> {
                // nothing but the state
            }
        }
        changes.state(it, to);
    }

    /** Somebody got in touch; only the first time counts. */
    private void respond(ServiceRequest it) {
        if (it.respondedAt() == null) {
            changes.respond(it, gate.now(), !gate.today().isAfter(it.respondDue()));
        }
    }

    private void close(Actor actor, ServiceRequest it) {
        changes.close(it, gate.now(), gate.today());
        if (Boolean.TRUE.equals(it.resolved())) {
            acts.keep(new Act(
                    it.community(),
                    it.id(),
                    "request.solved",
                    0,
                    it.place(),
                    gate.now(),
                    actor.account(),
                    "requests=1 1",
                    it.origin()));
        }
    }

    private void reopen(ServiceRequest it) {
        var days = services.get(it.service()).workingDays();
        changes.reopen(it, calendar.plus(gate.today(), days));
    }

    /** What was said at the call-back: not resolved opens it again. @param by null for the reporter himself */
    public RequestState callBack(
            ServiceRequest it, @Nullable Boolean resolved, @Nullable Satisfaction satisfaction, @Nullable Actor by) {
        var to = Boolean.FALSE.equals(resolved) ? RequestState.REOPENED : RequestState.CALLED_BACK;
        if (to == RequestState.REOPENED) {
            reopen(it);
        }
        changes.callBack(it, resolved, satisfaction, by == null ? null : by.account());
        changes.state(it, to);
        return to;
    }

    /** The other one takes over what people wait for. */
    public void merge(Actor actor, ServiceRequest it, ServiceRequest into) {
        respond(it);
        changes.state(it, RequestState.DUPLICATE);
        changes.merge(it, into.id());
        changes.close(it, gate.now(), gate.today());
        changes.echo(into, 1 + it.echoes());
        var reporter = reporters.find(it).orElse(null);
        if (reporter != null && reporter.account() != null) {
            subscriptions.insert(
                    into.community(), reporter.account(), new Subscription(into.id(), null, ""), gate.now());
        }
        gate.step(it, Kind.MERGED, RequestState.DUPLICATE, "", true, actor.account());
    }
}
