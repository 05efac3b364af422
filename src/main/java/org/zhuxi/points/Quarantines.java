package org.zhuxi.points;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.platform.job.JobRefused;
import org.zhuxi.platform.job.Jobs;
import org.zhuxi.points.Quarantine.Decision;
import org.zhuxi.points.Quarantine.State;
import org.zhuxi.points.internal.QuarantinePreviews;
import org.zhuxi.points.internal.QuarantineStore;
import org.zhuxi.points.internal.QuarantineWork;
import org.zhuxi.points.internal.SourceStore;

/**
 * What a source recorded is withheld by one person and released or reversed by another (隔离). A job does the work in
 * batches; whoever started it may leave.
 */
@Service
public class Quarantines {

    private static final int MOST_SOURCES = 50;

    private final QuarantineStore store;
    private final SourceStore sources;
    private final QuarantinePreviews previews;
    private final Places places;
    private final Accounts accounts;
    private final Jobs jobs;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Quarantines(
            QuarantineStore store,
            SourceStore sources,
            QuarantinePreviews previews,
            Places places,
            Accounts accounts,
            Jobs jobs,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.sources = sources;
        this.previews = previews;
        this.places = places;
        this.accounts = accounts;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Who recorded in a community in that time, those with the most records first; at most fifty. */
    @Transactional(readOnly = true)
    public List<RecordingSource> sources(Actor actor, String community, Instant from, Instant to) {
        var place = required(actor, community);
        var range = range(place, Objects.requireNonNull(actor.account()), from, to);
        return sources.sources(range, place.zone(), MOST_SOURCES).stream()
                .map(source -> new RecordingSource(
                        source.recorder(),
                        nameOf(source.recorder()),
                        source.records(),
                        source.households(),
                        source.latest()))
                .toList();
    }

    /** What reversing the records of one source would take, reckoned now. */
    @Transactional(readOnly = true)
    public QuarantinePreview preview(Actor actor, String community, UUID recorder, Instant from, Instant to) {
        var place = required(actor, community);
        return previews.of(range(place, recorder, from, to), place.zone());
    }

    /**
     * Withholds the points of what the source recorded, as far as they are still there. Sent again, it answers what there is.
     *
     * @throws PointsRefused.NothingToWithhold when no record of it counts in that time
     * @throws PointsRefused.TooManyRecords when there are more than {@link NewQuarantine#MOST_RECORDS}
     */
    public Quarantine open(Actor actor, NewQuarantine wish) {
        var place = required(actor, wish.community());
        Words.require("reason", wish.reason(), NewQuarantine.LONGEST_REASON);
        var range = range(place, wish.recorder(), wish.from(), wish.to());
        var made = new Quarantine(
                wish.id(),
                place.id(),
                wish.recorder(),
                range.from(),
                range.to(),
                wish.reason().strip(),
                State.WITHHOLDING,
                actor.account(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null);
        var opened = transactions.execute(status -> open(actor, made, wish, place));
        hasten();
        return Objects.requireNonNull(opened);
    }

    private Quarantine open(Actor actor, Quarantine made, NewQuarantine wish, Community place) {
        var there = store.find(made.id());
        if (there.isPresent()) {
            return same(there.get(), made);
        }
        if (!store.insert(made, wish.origin())) {
            throw new PointsRefused.KeyReused(made.id());
        }
        var records = sources.take(made, place.zone());
        if (records == 0) {
            throw new PointsRefused.NothingToWithhold();
        }
        if (records > NewQuarantine.MOST_RECORDS) {
            throw new PointsRefused.TooManyRecords(NewQuarantine.MOST_RECORDS);
        }
        audit(actor, "points.quarantine-opened", made, place.path(), records + " records, " + made.reason());
        return made;
    }

    private static Quarantine same(Quarantine there, Quarantine wish) {
        if (!there.community().equals(wish.community())
                || !there.recorder().equals(wish.recorder())
                || !there.openedBy().equals(wish.openedBy())) {
            throw new PointsRefused.KeyReused(wish.id());
        }
        return there;
    }

    /**
     * The second person decides; a job then reverses or releases, batch by batch. Sent again, it answers what there is.
     *
     * @throws PointsRefused.SamePerson when it is the person who withheld, or whose records are in question
     * @throws PointsRefused.NothingToDecide when not all is withheld yet, or it was decided otherwise
     */
    public Quarantine decide(Actor actor, UUID id, Decision decision, String note) {
        var known = get(actor, id);
        Words.require("note", note, NewQuarantine.LONGEST_REASON);
        if (!known.mayBeDecidedBy(actor.account())) {
            throw new PointsRefused.SamePerson();
        }
        var decided = transactions.execute(status -> decide(actor, store.lock(known), decision, note.strip()));
        hasten();
        return Objects.requireNonNull(decided);
    }

    private Quarantine decide(Actor actor, Quarantine known, Decision decision, String note) {
        var next = decision == Decision.REVERSE ? State.REVERSING : State.RELEASING;
        var end = decision == Decision.REVERSE ? State.REVERSED : State.RELEASED;
        if (known.state() == next || known.state() == end) {
            return known;
        }
        if (known.state() != State.WITHHELD) {
            throw new PointsRefused.NothingToDecide();
        }
        var decided = new Quarantine(
                known.id(),
                known.community(),
                known.recorder(),
                known.from(),
                known.to(),
                known.reason(),
                next,
                known.openedBy(),
                known.openedAt(),
                actor.account(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                note,
                null);
        store.decide(decided);
        var path = places.getCommunity(known.community()).path();
        audit(actor, "points.quarantine-decided", decided, path, decision + ", " + note);
        return decided;
    }

    /** Quarantines at or below a place, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Quarantine> list(Actor actor, PlacePath place, int limit, @Nullable UUID after) {
        actor.require(PointsPermissions.QUARANTINE, place);
        var communities = place.equals(PlacePath.NATION)
                ? null
                : places.communitiesAt(place).stream()
                        .map(community -> community.id().value())
                        .toArray(Integer[]::new);
        return Slice.of(
                store.list(communities, limit + 1, after),
                limit,
                one -> one.id().toString());
    }

    @Transactional(readOnly = true)
    public Quarantine get(Actor actor, UUID id) {
        var found = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(
                PointsPermissions.QUARANTINE,
                places.getCommunity(found.community()).path());
        return found;
    }

    @Transactional(readOnly = true)
    public Quarantine.Counts counts(Actor actor, UUID id) {
        return store.counts(get(actor, id));
    }

    /** The records in it, one by one; each look is audited. */
    @Transactional
    public Slice<QuarantineItem> items(Actor actor, UUID id, int limit, @Nullable UUID after) {
        var found = get(actor, id);
        var path = places.getCommunity(found.community()).path();
        audit(actor, "points.quarantine-read", found, path, after == null ? "" : after.toString());
        return Slice.of(
                store.list(found, limit + 1, after),
                limit,
                one -> one.activity().toString());
    }

    /** The name of an account, empty when there is none any more. */
    @Transactional(readOnly = true)
    public String nameOf(UUID account) {
        return accounts.findActor(account).map(Actor::name).orElse("");
    }

    private Community required(Actor actor, String code) {
        var place = places.findByCode(code).orElseThrow(() -> new Refused.NotFound(code));
        CommunityId community = place.community();
        if (community == null) {
            throw new Refused.NotFound(code);
        }
        var found = places.getCommunity(community);
        actor.require(PointsPermissions.QUARANTINE, found.path());
        return found;
    }

    private Quarantine range(Community place, UUID recorder, Instant from, Instant to) {
        var now = clock.instant();
        var end = to.isAfter(now) ? now : to;
        if (!from.isBefore(end)
                || Duration.between(from, end).compareTo(Duration.ofDays(NewQuarantine.MOST_DAYS)) > 0) {
            throw new PointsRefused.BadRange("to", NewQuarantine.MOST_DAYS);
        }
        return new Quarantine(
                new UUID(0, 0),
                place.id(),
                recorder,
                from.truncatedTo(ChronoUnit.MICROS),
                end.truncatedTo(ChronoUnit.MICROS),
                "",
                State.WITHHOLDING,
                recorder,
                now,
                null,
                null,
                null,
                null);
    }

    /** The job looks by itself each minute; this only makes it quicker. */
    private void hasten() {
        try {
            jobs.hasten(QuarantineWork.JOB);
        } catch (JobRefused | Refused.NotFound e) {
            // it runs already, or another program runs the jobs
            return;
        }
    }

    private void audit(Actor actor, String action, Quarantine quarantine, PlacePath path, String detail) {
        events.publishEvent(new Audited(actor, action, quarantine.id().toString(), path, detail));
    }
}
