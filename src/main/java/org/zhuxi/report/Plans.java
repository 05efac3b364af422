package org.zhuxi.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.internal.DeadlineRules;
import org.zhuxi.report.internal.ExpectationStore;
import org.zhuxi.report.internal.PlanStore;
import org.zhuxi.report.internal.ReportPlaces;

/** Plans of places, filed with the office above and withdrawn; never changed. */
@Service
public class Plans {

    private final PlanStore store;
    private final ExpectationStore expectations;
    private final DeadlineRules rules;
    private final ReportPlaces places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(
            PlanStore store,
            ExpectationStore expectations,
            DeadlineRules rules,
            ReportPlaces places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.expectations = expectations;
        this.rules = rules;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Files a plan; the same id again is answered with what is there.
     *
     * @param cameOn the day on which it came, when it was filed on paper earlier; null for now
     * @throws ReportRefused when a field is wrong or the place has filed one for that year
     */
    @Transactional
    public Plan file(
            Actor actor,
            UUID id,
            String place,
            int year,
            String title,
            String document,
            String aims,
            @Nullable LocalDate cameOn,
            Origin origin) {
        var at = places.typed(place);
        actor.require(ReportPermissions.WRITE, at.path());
        places.requireYear(year);
        var now = clock.instant();
        var came = cameOn == null ? now : cameOn.atStartOfDay(Deadline.ZONE).toInstant();
        if (came.isAfter(now)) {
            throw new ReportRefused.NotThen();
        }
        var due = expectations
                .find(What.PLAN, year, at.code())
                .map(Expectation::due)
                .orElseGet(() -> rules.of(What.PLAN, at.kind(), year));
        var plan = new Plan(
                id,
                at.code(),
                at.path(),
                at.name(),
                year,
                words("title", title, Plan.WORDS),
                words("document", document, Plan.WORDS),
                aims.isBlank() ? "" : words("aims", aims, Plan.AIMS),
                came,
                due,
                false,
                origin);
        if (store.find(id).isEmpty()) {
            if (!store.insert(plan, actor.account())) {
                throw new ReportRefused.Begun(at.name(), year);
            }
            audit(actor, "report.plan.filed", plan);
        }
        return get(actor, id);
    }

    private static String words(String field, String typed, int most) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > most || text.indexOf('\0') >= 0) {
            throw new ReportRefused.Length(field, most);
        }
        return text;
    }

    /** Withdraws a plan, so that another one can be filed; it stays readable. */
    @Transactional
    public Plan withdraw(Actor actor, UUID id) {
        var plan = get(actor, id);
        actor.require(ReportPermissions.WRITE, plan.path());
        if (!store.withdraw(id, actor.account(), clock.instant())) {
            throw new ReportRefused.WrongStep();
        }
        audit(actor, "report.plan.withdrawn", plan);
        return get(actor, id);
    }

    private Plan get(Actor actor, UUID id) {
        var plan = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(ReportPermissions.OVERSEE, plan.path());
        return plan;
    }

    /** Plans at or below a place, the latest filed first. @param year null for all */
    @Transactional(readOnly = true)
    public Slice<Plan> list(Actor actor, PlacePath at, @Nullable Integer year, int limit, @Nullable UUID after) {
        actor.require(ReportPermissions.OVERSEE, at);
        return Slice.of(
                store.list(at, year, limit + 1, after), limit, one -> one.id().toString());
    }

    private void audit(Actor actor, String action, Plan plan) {
        events.publishEvent(
                new Audited(actor, action, plan.id().toString(), plan.path(), plan.year() + " " + plan.title()));
    }
}
