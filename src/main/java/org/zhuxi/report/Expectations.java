package org.zhuxi.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.report.Expectation.Standing;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.internal.DeadlineRules;
import org.zhuxi.report.internal.ExpectationStore;
import org.zhuxi.report.internal.ReportPlaces;
import org.zhuxi.report.internal.ReportStore;

/** What is due from whom: reports and plans called for, excused, reminded of, and how many have come. */
@Service
public class Expectations {

    /** Most characters of an excuse. */
    public static final int EXCUSE = 300;

    private static final int REMINDED_DAYS_AHEAD = 14;
    private static final int REMINDED_EVERY_DAYS = 7;

    private final ExpectationStore store;
    private final ReportStore reports;
    private final DeadlineRules rules;
    private final ReportPlaces places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Expectations(
            ExpectationStore store,
            ReportStore reports,
            DeadlineRules rules,
            ReportPlaces places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.rules = rules;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Calls for the reports or plans of all places of a level below a place. Whoever was called before stays as he was. A report
     * that was begun before is due on the day of the call from now on; what was handed in before keeps its day.
     *
     * @param dueOn null for the day of the rules
     * @return how many places are newly called
     */
    @Transactional
    public int call(
            Actor actor, What what, int year, String place, PlaceKind level, @Nullable LocalDate dueOn, Origin origin) {
        var above = places.typed(place);
        actor.require(ReportPermissions.RECEIVE, above.path());
        places.requireYear(year);
        if (dueOn != null && (dueOn.getYear() < year || dueOn.getYear() > year + 1)) {
            throw new ReportRefused.NotThen();
        }
        var called = places.below(above, level);
        if (called.isEmpty()) {
            throw new ReportRefused.NobodyToCall();
        }
        var day = dueOn == null ? rules.of(what, level, year).day() : dueOn;
        var ids = called.stream().map(any -> Ids.next()).toList();
        if (what == What.ANNUAL) {
            // before they are called, so that one who hands in at this moment is waited for and keeps his day in both
            // places
            reports.noteCalled(called.stream().map(Place::code).toList(), year, day);
        }
        var fresh = store.insert(what, year, called, ids, day, actor.account(), clock.instant(), origin);
        events.publishEvent(new Audited(
                actor, "report.called", above.code(), above.path(), "%s %d %s %s".formatted(what, year, level, day)));
        return fresh;
    }

    /** By when something is due at a level in a year. */
    public LocalDate dueOn(What what, PlaceKind level, int year) {
        return rules.of(what, level, year).day();
    }

    /** Lets a place owe nothing, with a reason that its report page shows; an empty reason takes an excuse back. */
    @Transactional
    public Expectation excuse(Actor actor, UUID id, String reason) {
        var owed = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(ReportPermissions.RECEIVE, owed.path());
        if (!actor.may(ReportPermissions.RECEIVE, ReportPlaces.above(owed.path()))) {
            throw new ReportRefused.NotAbove();
        }
        var words = reason.strip();
        if (words.length() > EXCUSE || words.indexOf('\0') >= 0) {
            throw new ReportRefused.Length("reason", EXCUSE);
        }
        store.excuse(id, words, words.isEmpty() ? null : actor.account(), words.isEmpty() ? null : clock.instant());
        events.publishEvent(new Audited(
                actor,
                words.isEmpty() ? "report.excuse-taken-back" : "report.excused",
                id.toString(),
                owed.path(),
                words));
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /**
     * What is due at or below a place, the earliest day first.
     *
     * @param what null for all
     * @param year null for all
     * @param standing null for all
     */
    @Transactional(readOnly = true)
    public Slice<Expectation> list(
            Actor actor,
            PlacePath at,
            @Nullable What what,
            @Nullable Integer year,
            @Nullable Standing standing,
            int limit,
            @Nullable UUID after) {
        actor.require(ReportPermissions.OVERSEE, at);
        return Slice.of(
                store.list(at, what, year, standing, limit + 1, after),
                limit,
                one -> one.id().toString());
    }

    /** How many places below have handed in what they owe, for everybody. */
    @Transactional(readOnly = true)
    public ReportingRate rate(What what, int year, PlacePath at) {
        return store.rate(what, year, at);
    }

    /** Reminds of what is due within a fortnight or overdue, once a week each; answers how many. */
    @Transactional
    public int remind() {
        var today = LocalDate.now(clock.withZone(Deadline.ZONE));
        List<Expectation> due =
                store.remind(today.plusDays(REMINDED_DAYS_AHEAD), today.minusDays(REMINDED_EVERY_DAYS - 1));
        var now = clock.instant();
        due.forEach(
                owed -> events.publishEvent(new DeadlineNear(owed, owed.due().daysLeft(now))));
        return due.size();
    }
}
