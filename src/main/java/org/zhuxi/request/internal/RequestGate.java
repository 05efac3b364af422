package org.zhuxi.request.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.request.RequestChanged;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestStep;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.ServiceTypes;

/** The way to one request: found, locked, allowed; and what every change leaves behind. */
@Component
public class RequestGate {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RequestStore requests;
    private final ReporterStore reporters;
    private final SubscriptionStore subscriptions;
    private final StepStore steps;
    private final ServiceTypes services;
    private final Rollups rollups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestGate(
            RequestStore requests,
            ReporterStore reporters,
            SubscriptionStore subscriptions,
            StepStore steps,
            ServiceTypes services,
            Rollups rollups,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.reporters = reporters;
        this.subscriptions = subscriptions;
        this.steps = steps;
        this.services = services;
        this.rollups = rollups;
        this.events = events;
        this.clock = clock;
    }

    public ServiceRequest get(UUID id) {
        return requests.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** For somebody who has the right in its place. */
    public ServiceRequest get(Actor actor, Permission permission, UUID id) {
        var found = get(id);
        actor.require(permission, found.path());
        return found;
    }

    /** The request, locked until the transaction ends, for somebody who has the right in its place. */
    public ServiceRequest open(Actor actor, Permission permission, UUID id) {
        return lock(get(actor, permission, id));
    }

    public ServiceRequest lock(ServiceRequest found) {
        return requests.lock(found.community(), found.id()).orElseThrow(() -> new Refused.NotFound(found.id()));
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** Beginning of a day. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** Keeps a step and tells whom it concerns when everybody may read it. */
    public RequestStep step(
            ServiceRequest of,
            RequestStep.Kind kind,
            @Nullable RequestState to,
            String words,
            boolean shown,
            @Nullable UUID by) {
        return step(of, new RequestStep(Ids.next(), of.id(), kind, to, words, shown, by, now()));
    }

    public RequestStep step(ServiceRequest of, RequestStep step) {
        steps.insert(of, step);
        note(of.community(), of.receivedOn());
        if (step.shown()) {
            var reporter = reporters.find(of).orElse(null);
            var account = reporter == null ? null : reporter.account();
            var people = subscriptions.people(of, account);
            if (step.kind() == RequestStep.Kind.REPORTED && account != null) {
                people.remove(account);
            }
            events.publishEvent(
                    new RequestChanged(of, services.get(of.service()).names(), step, people));
        }
        return step;
    }

    /** Figures of the year of this day have to be added up again. */
    public void note(CommunityId community, LocalDate day) {
        rollups.note(List.of(community), ReportPeriod.of(Year.from(day)));
    }

    public void audit(Actor actor, String action, Object subject, PlacePath at, String detail) {
        events.publishEvent(new Audited(actor, action, subject.toString(), at, detail));
    }
}
