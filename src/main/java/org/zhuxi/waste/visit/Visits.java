package org.zhuxi.waste.visit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.visit.VisitStore;

/**
 * Visits at doors. Each is a record of the kind {@code waste.visit}, filed first; what was said and seen comes second and is
 * for the team only. Sent again under its id, it counts once.
 */
@Service
public class Visits {

    /** Days after which somebody who was not at home is called on again, unless another day is given. */
    public static final int ABSENT_DAYS = 7;

    public static final String KIND = "waste.visit";

    private static final int LONGEST = 300;
    private static final int MOST_DUE = 200;

    private final Activities activities;
    private final VisitStore store;
    private final Places places;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Visits(
            Activities activities,
            VisitStore store,
            Places places,
            TransactionOperations transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.activities = activities;
        this.store = store;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes a visit down; not to be called inside a transaction.
     *
     * @return whether it had been written down before under this id; then nothing was counted again
     * @throws WasteRefused.RecordRefused when the record module refuses it, or has other content under the same id
     */
    public boolean record(Actor actor, NewVisit visit) {
        return record(actor, visit, Origin.RECORDED, list -> activities.record(actor, list));
    }

    /** Takes over a visit of an earlier day; the importer needs the right to import records. */
    public boolean takeOver(Actor actor, Actor importer, NewVisit visit, Origin origin) {
        return record(actor, visit, origin, list -> activities.takeOver(importer, list, origin));
    }

    private boolean record(
            Actor actor,
            NewVisit visit,
            Origin origin,
            Function<List<Submission>, List<org.zhuxi.activity.Outcome>> file) {
        var household = householdOf(visit.household());
        actor.require(VisitPermissions.VISIT, household.path());
        requireWords("question", visit.question());
        requireWords("note", visit.note());
        var at = visit.at().truncatedTo(ChronoUnit.MICROS);
        var day = at.atZone(places.getCommunity(household.ref().community()).zone())
                .toLocalDate();
        var followUp = visit.followUpOn();
        if (followUp != null && followUp.isBefore(day)) {
            throw new WasteRefused.Unreadable("followUpOn", "visit-follow-up", day.toString());
        }
        var outcome = file.apply(List.of(submission(visit, household))).getFirst();
        if (outcome.problem() != null) {
            throw new WasteRefused.RecordRefused(outcome.problem());
        }
        var isNew = transactions.execute(status ->
                store.insert(household.ref(), withFollowUp(visit, day), day, actor.account(), clock.instant(), origin));
        return !Boolean.TRUE.equals(isNew);
    }

    private static NewVisit withFollowUp(NewVisit visit, LocalDate day) {
        if (visit.outcome() != Outcome.ABSENT || visit.followUpOn() != null || !visit.mayReturn()) {
            return visit;
        }
        return new NewVisit(
                visit.id(),
                visit.household(),
                visit.round(),
                visit.at(),
                visit.outcome(),
                visit.explained(),
                visit.leaflet(),
                visit.kit(),
                visit.sorting(),
                true,
                day.plusDays(ABSENT_DAYS),
                visit.question(),
                visit.note());
    }

    private Submission submission(NewVisit visit, Household household) {
        var isMet = visit.outcome() == Outcome.MET;
        return new Submission(
                Ids.derived(visit.id(), "visit"),
                KIND,
                places.getCommunity(household.ref().community()).code(),
                isMet ? household.ref().id() : null,
                null,
                visit.at(),
                Map.of(
                        "visits", new Measured(BigDecimal.ONE, "1"),
                        "reached", new Measured(isMet ? BigDecimal.ONE : BigDecimal.ZERO, "1")),
                null,
                null,
                List.of(),
                null);
    }

    /** What was said and seen at a household before, the latest first; for the team, audited. */
    @Transactional
    public List<Visit> ofHousehold(Actor actor, HouseholdRef ref, int limit) {
        var household = householdOf(ref.id());
        actor.require(VisitPermissions.VISIT, household.path());
        var visits = store.ofHousehold(ref, limit);
        events.publishEvent(Audited.look(actor, ref.id(), household.path(), "visits " + visits.size()));
        return visits;
    }

    /** Doors to ring at again, due until a day; for the team, audited. */
    @Transactional
    public List<FollowUp> again(Actor actor, CommunityId community, LocalDate until) {
        var path = places.getCommunity(community).path();
        actor.require(VisitPermissions.VISIT, path);
        var due = store.due(community, until, MOST_DUE);
        var doors = places
                .findHouseholds(due.stream()
                        .map(row -> new HouseholdRef(community, row.householdId()))
                        .toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().label()));
        if (!due.isEmpty()) {
            events.publishEvent(new Audited(actor, "visit.list", path.value(), path, due.size() + " doors"));
        }
        return due.stream()
                .filter(row -> doors.containsKey(row.householdId()))
                .map(row -> new FollowUp(
                        new HouseholdRef(community, row.householdId()),
                        doors.getOrDefault(row.householdId(), ""),
                        row.followUpOn(),
                        Outcome.valueOf(row.outcome())))
                .toList();
    }

    private Household householdOf(UUID id) {
        var community = places.communitiesOfHouseholds(List.of(id)).get(id);
        if (community == null) {
            throw new WasteRefused.HouseholdUnknown(id.toString());
        }
        var household =
                places.findHouseholds(List.of(new HouseholdRef(community, id))).get(id);
        if (household == null) {
            throw new Refused.NotFound(id);
        }
        return household;
    }

    private static void requireWords(String field, String words) {
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new WasteRefused.Unreadable(field, "words-too-long", LONGEST);
        }
    }
}
