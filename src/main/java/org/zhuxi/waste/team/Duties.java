package org.zhuxi.waste.team;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.zhuxi.place.Places;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.team.DutyStore;
import org.zhuxi.waste.internal.team.TeamStore;

/**
 * Duties at stations: planned, taken, swapped, checked in and out. The time served is a record of the kind {@code waste.duty}
 * that somebody else verifies.
 */
@Service
public class Duties {

    public static final String KIND = "waste.duty";

    private static final int EARLY_MINUTES = 30;
    private static final int MOST_WEEKS = 26;
    private static final Duration LONGEST = Duration.ofHours(12);

    private final DutyStore store;
    private final TeamStore team;
    private final Activities activities;
    private final Places places;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Duties(
            DutyStore store,
            TeamStore team,
            Activities activities,
            Places places,
            TransactionOperations transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.team = team;
        this.activities = activities;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /** @param weeks how many weeks in a row, from 1 */
    public record Plan(LocalDate day, LocalTime from, LocalTime to, int weeks) {}

    /** Plans duties that are free to be taken: on a day, and on the same weekday of the following weeks. */
    @Transactional
    public List<Duty> plan(Actor actor, StationRef station, Plan plan) {
        var community = places.getCommunity(station.community());
        actor.require(TeamPermissions.LEAD, community.path());
        var length = Duration.between(plan.from(), plan.to());
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new WasteRefused.Unreadable("to", "duty-times");
        }
        if (plan.weeks() < 1 || plan.weeks() > MOST_WEEKS) {
            throw new WasteRefused.Unreadable("weeks", "whole-number", 1, MOST_WEEKS);
        }
        if (plan.day().isBefore(clock.instant().atZone(community.zone()).toLocalDate())) {
            throw new WasteRefused.Unreadable("day", "duty-past", plan.day().toString());
        }
        var duties = new ArrayList<Duty>();
        for (var week = 0; week < plan.weeks(); week++) {
            var day = plan.day().plusWeeks(week);
            var starts = day.atTime(plan.from()).atZone(community.zone()).toInstant();
            var ends = day.atTime(plan.to()).atZone(community.zone()).toInstant();
            duties.add(new Duty(
                    station.community(), Ids.next(), station.site(), starts, ends, null, "", false, null, null));
        }
        store.insert(duties, actor.account(), Origin.RECORDED);
        events.publishEvent(new Audited(
                actor,
                "duty.planned",
                station.site().toString(),
                community.path(),
                duties.size() + " from " + plan.day()));
        return duties;
    }

    /** Takes over a duty that was served on an earlier day; the importer needs the right to import records. */
    public void takeOver(Actor actor, Actor importer, Duty served, Origin origin) {
        transactions.executeWithoutResult(status -> store.insert(List.of(served), importer.account(), origin));
        var outcome = activities
                .takeOver(actorWhoRecords(actor, importer), List.of(submission(actor, served)), origin)
                .getFirst();
        if (outcome.problem() != null) {
            throw new WasteRefused.RecordRefused(outcome.problem());
        }
    }

    private static Actor actorWhoRecords(Actor actor, Actor importer) {
        return new Actor(actor.accountId(), actor.name(), importer.grants(), actor.households(), null);
    }

    /** Duties of the communities in whose teams this person is, from a moment on; free ones among them. */
    @Transactional(readOnly = true)
    public List<Duty> ahead(Actor actor, Instant from, Instant to) {
        return team.membershipsOf(actor.account()).stream()
                .flatMap(member -> store.between(member.community(), from, to).stream())
                .toList();
    }

    /** A community's duties, for those who lead the team. */
    @Transactional(readOnly = true)
    public List<Duty> list(Actor actor, CommunityId community, Instant from, Instant to) {
        actor.require(TeamPermissions.LEAD, places.getCommunity(community).path());
        return store.between(community, from, to);
    }

    /** Takes a duty that is free, or that its holder offers. */
    @Transactional
    public void take(Actor actor, UUID id) {
        var duty = forMember(actor, id);
        team.lockMember(duty.community(), actor.account());
        if (store.isBusy(actor.account(), duty)) {
            throw new TeamRefused.Overlaps();
        }
        if (!store.take(duty, actor.account())) {
            throw new TeamRefused.NotFree();
        }
        audit(actor, "duty.taken", duty);
    }

    /** Offers one's duty to the others, or keeps it after all. */
    @Transactional
    public void offer(Actor actor, UUID id, boolean offered) {
        var duty = forMember(actor, id);
        if (!store.offer(duty, actor.account(), offered)) {
            throw new TeamRefused.NotYours();
        }
        audit(actor, offered ? "duty.offered" : "duty.kept", duty);
    }

    /** Begins one's duty, from half an hour before its start until its end. */
    @Transactional
    public void checkIn(Actor actor, UUID id) {
        var duty = forMember(actor, id);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(duty.startsAt().minus(Duration.ofMinutes(EARLY_MINUTES))) || !now.isBefore(duty.endsAt())) {
            throw new TeamRefused.NotNow(EARLY_MINUTES);
        }
        if (!store.checkIn(duty, actor.account(), now)) {
            throw new TeamRefused.NotYours();
        }
    }

    /**
     * Ends one's duty; at most half an hour after its planned end counts. Not to be called inside a transaction. Again, it
     * changes nothing.
     *
     * @return hours, waiting to be verified by somebody else
     */
    public BigDecimal checkOut(Actor actor, UUID id) {
        var duty = forMember(actor, id);
        var in = duty.checkedInAt();
        if (in == null || !actor.account().equals(duty.account())) {
            throw new TeamRefused.NotYours();
        }
        var out = duty.checkedOutAt() == null ? endOf(duty, in) : duty.checkedOutAt();
        transactions.executeWithoutResult(status -> store.checkOut(duty, out));
        var ended = store.find(id).orElse(duty);
        var submission = submission(actor, ended);
        var outcome = activities.record(actor, List.of(submission)).getFirst();
        if (outcome.problem() != null) {
            throw new WasteRefused.RecordRefused(outcome.problem());
        }
        return hours(ended);
    }

    private Instant endOf(Duty duty, Instant in) {
        var latest = duty.endsAt().plus(Duration.ofMinutes(EARLY_MINUTES));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var out = now.isAfter(latest) ? latest : now;
        return out.isAfter(in.plusSeconds(60)) ? out : in.plusSeconds(60);
    }

    private Submission submission(Actor actor, Duty duty) {
        var household = actor.households().stream()
                .filter(ref -> ref.community().equals(duty.community()))
                .map(HouseholdRef::id)
                .findFirst();
        return new Submission(
                Ids.derived(duty.id(), "duty"),
                KIND,
                places.getCommunity(duty.community()).code(),
                household.orElse(null),
                duty.site(),
                startOf(duty),
                Map.of("duration", new Measured(hours(duty), "h")),
                null,
                null,
                List.of(),
                null);
    }

    private static Instant startOf(Duty duty) {
        @Nullable Instant in = duty.checkedInAt();
        return in == null ? duty.startsAt() : in;
    }

    /** Hours served to two decimals, half up, at least 0.01. */
    static BigDecimal hours(Duty duty) {
        var hours = BigDecimal.valueOf(duty.served().toSeconds())
                .divide(BigDecimal.valueOf(3_600), 2, RoundingMode.HALF_UP);
        return hours.max(new BigDecimal("0.01"));
    }

    /** Takes a planned duty off the plan; one that has begun stays. */
    @Transactional
    public void cancel(Actor actor, UUID id) {
        var duty = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(
                TeamPermissions.LEAD, places.getCommunity(duty.community()).path());
        if (!store.cancel(duty, clock.instant())) {
            throw new TeamRefused.NotFree();
        }
        audit(actor, "duty.cancelled", duty);
    }

    private Duty forMember(Actor actor, UUID id) {
        var duty = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(
                TeamPermissions.SERVE, places.getCommunity(duty.community()).path());
        if (team.membershipsOf(actor.account()).stream()
                .noneMatch(member -> member.community().equals(duty.community()))) {
            throw new TeamRefused.NoMember();
        }
        return duty;
    }

    private void audit(Actor actor, String action, Duty duty) {
        var path = places.getCommunity(duty.community()).path();
        events.publishEvent(new Audited(
                actor, action, duty.id().toString(), path, duty.startsAt().toString()));
    }
}
