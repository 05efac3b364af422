package org.zhuxi.carbon;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.carbon.Statement.State;
import org.zhuxi.carbon.internal.Checking;
import org.zhuxi.carbon.internal.Documents;
import org.zhuxi.carbon.internal.Reckoner;
import org.zhuxi.carbon.internal.StatementPlaces;
import org.zhuxi.carbon.internal.StatementStore;
import org.zhuxi.carbon.internal.StatementStore.Filter;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;

/** Statements of what was avoided and emitted: drafted, verified by somebody else, published; superseded, never rewritten. */
@Service
public class Statements {

    private static final long TRIAL_SEED = 1;

    private final StatementStore store;
    private final StatementPlaces places;
    private final Checking checking;
    private final Reckoner reckoner;
    private final Rollups rollups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Statements(
            StatementStore store,
            StatementPlaces places,
            Checking checking,
            Reckoner reckoner,
            Rollups rollups,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.checking = checking;
        this.reckoner = reckoner;
        this.rollups = rollups;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a statement would say, for everybody; nothing is kept. It reads typed amounts only, never records.
     *
     * @throws CarbonRefused when anything is wrong with it
     */
    public StatementDocument whatIf(NewStatement wanted) {
        for (var i = 0; i < wanted.inputs().size(); i++) {
            if (wanted.inputs().get(i).amount() == null) {
                throw new CarbonRefused.NoRecords("inputs[%d].amount".formatted(i));
            }
        }
        return reckoner.reckon(checking.check(wanted, places.typed(wanted.place())), TRIAL_SEED);
    }

    /** What the verified records of a place and period add up to, line by line; those without records are missing. */
    @Transactional(readOnly = true)
    public List<NewInput> proposed(Actor actor, String code, Line.Scope scope, String period) {
        var place = places.typed(code);
        actor.require(CarbonPermissions.DRAFT, place.path());
        return checking.proposed(scope, place, checking.period(period)).stream()
                .map(sum -> new NewInput(
                        sum.line(), sum.amount(), sum.line().unit(), Quality.RECORDED, "", java.util.Map.of()))
                .toList();
    }

    /**
     * Reckons a statement and keeps it as a draft. The same id again is answered with what is there.
     *
     * @throws CarbonRefused when anything is wrong with it
     */
    @Transactional
    public Statement draft(Actor actor, UUID id, NewStatement wanted, Origin origin) {
        var place = places.typed(wanted.place());
        actor.require(CarbonPermissions.DRAFT, place.path());
        var known = store.find(id);
        if (known.isPresent()) {
            var same = known.get();
            if (!same.path().equals(place.path()) || !same.madeBy().equals(actor.account())) {
                throw new CarbonRefused.IdTaken();
            }
            return same;
        }
        var seed = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        var document = reckoner.reckon(checking.check(wanted, place), seed);
        var json = Documents.write(document);
        var statement = new Statement(
                places.communityOf(place),
                id,
                place.path(),
                document,
                json,
                Documents.hash(json),
                State.DRAFT,
                actor.account(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                replaceable(wanted.supersedes(), place.path(), document),
                null,
                "",
                origin);
        store.insert(statement, places.communityCode(place));
        audit(actor, "carbon.drafted", statement, statement.hash());
        return get(statement.id());
    }

    private @Nullable UUID replaceable(@Nullable UUID former, PlacePath path, StatementDocument document) {
        if (former != null
                && store.find(former).filter(it -> replaces(it, path, document)).isEmpty()) {
            throw new CarbonRefused.NotReplaceable();
        }
        return former;
    }

    private static boolean replaces(Statement former, PlacePath path, StatementDocument document) {
        return former.state() == State.PUBLISHED
                && former.path().equals(path)
                && former.document().scope() == document.scope()
                && former.document().period().equals(document.period());
    }

    /**
     * Finds somebody else's draft right.
     *
     * @throws CarbonRefused.OwnStatement for whoever made it
     */
    @Transactional
    public Statement verify(Actor actor, UUID id) {
        var statement = decidable(actor, id);
        actor.require(CarbonPermissions.VERIFY, statement.path());
        requireOther(actor, statement);
        requireMoved(store.verify(statement, actor.account(), clock.instant()));
        audit(actor, "carbon.verified", statement, statement.hash());
        return get(id);
    }

    /** Finds somebody else's draft wrong; it never counted and never will. */
    @Transactional
    public Statement reject(Actor actor, UUID id, String reason) {
        var statement = decidable(actor, id);
        actor.require(CarbonPermissions.VERIFY, statement.path());
        requireOther(actor, statement);
        var words = Checking.reason(reason);
        requireMoved(store.end(
                statement, List.of(State.DRAFT), State.REJECTED, words, null, actor.account(), clock.instant()));
        audit(actor, "carbon.rejected", statement, words);
        return get(id);
    }

    /**
     * Publishes a verified statement; from now on it counts in the indicators. The one it replaces counts no more and stays readable.
     *
     * @throws CarbonRefused.CountedTwice when another published one counts part of the same
     */
    @Transactional
    public Statement publish(Actor actor, UUID id) {
        var statement = decidable(actor, id);
        actor.require(CarbonPermissions.PUBLISH, statement.path());
        requireOther(actor, statement);
        store.lock(statement.community());
        var former = statement.supersedes();
        store.findOverlapping(statement, former).ifPresent(other -> {
            throw new CarbonRefused.CountedTwice(
                    other.document().placeName(), other.document().period());
        });
        var now = clock.instant();
        if (former != null) {
            requireMoved(
                    store.end(get(former), List.of(State.PUBLISHED), State.SUPERSEDED, "", id, actor.account(), now));
        }
        requireMoved(store.publish(statement, actor.account(), now));
        note(statement);
        audit(actor, "carbon.published", statement, statement.hash());
        return get(id);
    }

    /** Takes back an own draft, or a verified or published statement for those who may publish. */
    @Transactional
    public Statement withdraw(Actor actor, UUID id, String reason) {
        var statement = decidable(actor, id);
        var isOwnDraft = statement.state() == State.DRAFT && statement.madeBy().equals(actor.account());
        actor.require(isOwnDraft ? CarbonPermissions.DRAFT : CarbonPermissions.PUBLISH, statement.path());
        var words = Checking.reason(reason);
        store.lock(statement.community());
        requireMoved(store.end(
                statement,
                List.of(State.DRAFT, State.VERIFIED, State.PUBLISHED),
                State.WITHDRAWN,
                words,
                null,
                actor.account(),
                clock.instant()));
        if (statement.state() == State.PUBLISHED) {
            note(statement);
        }
        audit(actor, "carbon.withdrawn", statement, words);
        return get(id);
    }

    private Statement decidable(Actor actor, UUID id) {
        var statement = get(id);
        actor.require(CarbonPermissions.READ, statement.path());
        return statement;
    }

    private static void requireOther(Actor actor, Statement statement) {
        if (statement.madeBy().equals(actor.account())) {
            throw new CarbonRefused.OwnStatement();
        }
    }

    private static void requireMoved(boolean moved) {
        if (!moved) {
            throw new CarbonRefused.Decided();
        }
    }

    private void note(Statement statement) {
        var period = ReportPeriod.parse(statement.document().period()).orElseThrow();
        rollups.note(List.of(statement.community()), period);
        if (!period.isYear()) {
            rollups.note(List.of(statement.community()), period.wholeYear());
        }
    }

    private Statement get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** A statement: for everybody once it was published, before for those who may see drafts there. */
    @Transactional(readOnly = true)
    public Statement get(Actor actor, UUID id) {
        var statement = get(id);
        if (!statement.isPublic() && !actor.may(CarbonPermissions.READ, statement.path())) {
            throw new Refused.NotFound(id);
        }
        return statement;
    }

    /** Whether a document is what was hashed, and comes out the same when reckoned again from its inputs, factors and seed. */
    public boolean isReproducible(Statement statement) {
        return Documents.hash(statement.json()).equals(statement.hash())
                && Documents.hash(Documents.write(reckoner.again(statement.document())))
                        .equals(statement.hash());
    }

    /**
     * Statements everybody may read at or below a place, the latest first.
     *
     * @param scope null for both
     * @param words part of a place's name, its code or the period; empty for all
     */
    @Transactional(readOnly = true)
    public Slice<Statement> published(
            PlacePath at, Line.@Nullable Scope scope, String words, int limit, @Nullable UUID after) {
        return slice(new Filter(at, true, null, scope, plain(words)), limit, after);
    }

    /** All statements at or below a place, for those who may see drafts there. @param state null for all */
    @Transactional(readOnly = true)
    public Slice<Statement> list(
            Actor actor,
            PlacePath at,
            @Nullable State state,
            Line.@Nullable Scope scope,
            String words,
            int limit,
            @Nullable UUID after) {
        actor.require(CarbonPermissions.READ, at);
        return slice(new Filter(at, false, state, scope, plain(words)), limit, after);
    }

    private static String plain(String words) {
        return words.replace("\0", "").strip();
    }

    private Slice<Statement> slice(Filter filter, int limit, @Nullable UUID after) {
        return Slice.of(
                store.list(filter, limit + 1, after), limit, it -> it.id().toString());
    }

    /** How many statements others made wait for this person: to be verified, or to be published. */
    @Transactional(readOnly = true)
    public long countWaiting(Actor actor) {
        var verify = placesOf(actor, CarbonPermissions.VERIFY);
        var publish = placesOf(actor, CarbonPermissions.PUBLISH);
        return store.countWaiting(verify, State.DRAFT, actor.account())
                + store.countWaiting(publish, State.VERIFIED, actor.account());
    }

    private static List<PlacePath> placesOf(Actor actor, org.zhuxi.kernel.Permission permission) {
        return actor.grants().stream()
                .filter(grant -> actor.may(permission, grant.place()))
                .map(org.zhuxi.kernel.Grant::place)
                .distinct()
                .toList();
    }

    private void audit(Actor actor, String action, Statement statement, String detail) {
        events.publishEvent(new Audited(actor, action, statement.id().toString(), statement.path(), detail));
    }
}
