package org.zhuxi.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.SharedWork.Consent;
import org.zhuxi.governance.SharedWork.Share;
import org.zhuxi.governance.SharedWork.State;
import org.zhuxi.governance.internal.DecisionStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.ResultStore;
import org.zhuxi.governance.internal.SharedWorkStore;
import org.zhuxi.governance.internal.WorkRows;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Works whose cost owners share: worked out to the fen, publicised, objected to, signed, agreed to by a vote. */
@Service
public class SharedWorks {

    /** Days for which a scheme hangs out before it can be agreed to. */
    public static final int DAYS = 15;

    /** Most that anything costs. */
    public static final long MOST_FEN = 100_000_000_000L;

    private final SharedWorkStore store;
    private final DecisionStore decisions;
    private final ResultStore results;
    private final WorkRows rows;
    private final Desk desk;

    SharedWorks(SharedWorkStore store, DecisionStore decisions, ResultStore results, WorkRows rows, Desk desk) {
        this.store = store;
        this.decisions = decisions;
        this.results = results;
        this.rows = rows;
        this.desk = desk;
    }

    /**
     * Works out what each dwelling pays. The same id again is answered with what is there.
     *
     * @throws GovernanceRefused.BadRow for a dwelling that cannot be read
     * @throws GovernanceRefused.BadFloors when a coefficient is missing
     */
    @Transactional
    public SharedWork prepare(Actor actor, UUID id, NewSharedWork typed, Origin origin) {
        var at = desk.place(typed.place());
        actor.require(GovernancePermissions.MANAGE, at.path());
        var cost = Typed.within("costYuan", typed.costFen(), 1, MOST_FEN);
        var work = new SharedWork(
                desk.community(at),
                id,
                at.code(),
                at.path(),
                Typed.required("kind", typed.kind()),
                Typed.words("title", typed.title(), NewIdea.TITLE),
                Typed.optional("words", typed.words(), NewIdea.WORDS),
                cost,
                Typed.within("subsidyYuan", typed.subsidyFen(), 0, cost),
                Typed.within("runningYuan", typed.runningFen(), 0, MOST_FEN),
                State.DRAFT,
                null,
                null,
                null,
                origin);
        var shares = rows.shares(at, typed);
        if (!store.insert(work, shares, actor.account(), desk.now())) {
            return Desk.known(store.find(id), work, it -> it.isLike(work) && Share.areLike(store.shares(it), shares));
        }
        desk.audit(actor, "work.prepared", id, at.path(), shares.size() + " dwellings, " + work.sharedFen() + " fen");
        return work;
    }

    /** Hangs it out for {@link #DAYS} days; from now on nothing in it changes. */
    @Transactional
    public void publicise(Actor actor, UUID id) {
        var work = locked(actor, GovernancePermissions.MANAGE, id, State.DRAFT);
        store.publicise(work, desk.today().plusDays(DAYS));
        desk.audit(actor, "work.publicised", id, work.path(), "");
    }

    /** Enters what a dwelling signed on the sheet; a later signature replaces an earlier one until it is agreed to. */
    @Transactional
    public void sign(
            Actor actor, UUID id, @Nullable String place, @Nullable Consent consent, @Nullable LocalDate signedOn) {
        var work = locked(actor, GovernancePermissions.TELLER, id, State.PUBLICISED);
        var on = signedOn == null ? desk.today() : signedOn;
        var said = Typed.required("consent", consent);
        if (on.isAfter(desk.today()) || said == Consent.OPEN) {
            throw new GovernanceRefused.NotAgreed("signature");
        }
        var dwelling = Typed.words("dwelling", place, 40);
        if (!store.sign(work, dwelling, said, on, actor.account())) {
            throw new GovernanceRefused.NoPlace();
        }
        desk.audit(actor, "work.signed", id, work.path(), dwelling + " " + said);
    }

    /** Objects to it while it hangs out. The same objection id again changes nothing. */
    @Transactional
    public void object(Actor actor, UUID id, UUID objection, @Nullable String words) {
        var work = get(id);
        var account = desk.member(actor, work.community(), work.path());
        store.lock(work);
        work = get(id);
        var until = work.objectionsUntil();
        if (work.state() != State.PUBLICISED || until == null || desk.today().isAfter(until)) {
            throw new GovernanceRefused.WrongState(work.state());
        }
        store.object(work, objection, Typed.words("words", words, NewIdea.WORDS), account, desk.now());
    }

    /** Answers an objection, once. */
    @Transactional
    public void answer(Actor actor, UUID id, UUID objection, @Nullable String words) {
        var work = locked(actor, GovernancePermissions.MANAGE, id, State.PUBLICISED);
        if (store.objections(work).stream().noneMatch(it -> it.id().equals(objection))) {
            throw new Refused.NotFound(objection);
        }
        if (!store.answer(work, objection, Typed.words("answer", words, NewIdea.WORDS), actor.account(), desk.now())) {
            throw new GovernanceRefused.Answered();
        }
        desk.audit(actor, "work.answered", id, work.path(), "");
    }

    /**
     * It is agreed to: the days are over, objections are answered, everybody who pays has signed, and the owners have
     * adopted it, a lift as a special matter (Civil Code, article 278), by a vote announced when it was drawn up and used for
     * nothing else.
     *
     * @throws GovernanceRefused.NotAgreed with what is missing
     */
    @Transactional
    public void agree(Actor actor, UUID id, @Nullable UUID decision) {
        // before the work, as annulling does
        var vote = Optional.ofNullable(decision).flatMap(it -> decisions.lock(it, true));
        var work = locked(actor, GovernancePermissions.DECIDE, id, State.PUBLICISED);
        var until = work.objectionsUntil();
        if (until == null || !desk.today().isAfter(until)) {
            throw new GovernanceRefused.NotAgreed("days");
        }
        if (store.objections(work).stream().anyMatch(it -> it.answer() == null)) {
            throw new GovernanceRefused.NotAgreed("objections");
        }
        var paying = store.shares(work).stream().filter(Share::pays).toList();
        if (paying.stream().anyMatch(it -> it.consent() != Consent.AGREES)) {
            throw new GovernanceRefused.NotAgreed("signatures");
        }
        var agreeing =
                vote.filter(it -> isAdopted(work, it)).orElseThrow(() -> new GovernanceRefused.NotAgreed("vote"));
        store.agree(work, agreeing.id());
        desk.acts().agreed(actor, work, paying.size());
        desk.audit(actor, "work.agreed", id, work.path(), agreeing.id().toString());
    }

    private boolean isAdopted(SharedWork work, Decision vote) {
        return vote.kind() == DecisionKind.OWNERS
                && vote.annulledAt() == null
                && vote.path().equals(work.path())
                && (work.kind() != SharedWork.Kind.LIFT || vote.isSpecial())
                && isAsked(work, vote)
                && !decisions.isUsed(vote)
                && results.find(vote)
                        .map(it -> Boolean.TRUE.equals(it.adopted()))
                        .orElse(false);
    }

    /** Whether these works were there when the vote was announced. */
    private boolean isAsked(SharedWork work, Decision vote) {
        var announced = vote.announcedAt();
        return announced != null && !store.preparedAt(work).isAfter(announced);
    }

    /** It is built. */
    @Transactional
    public void finish(Actor actor, UUID id) {
        var work = locked(actor, GovernancePermissions.MANAGE, id, State.AGREED);
        store.finish(work);
        desk.audit(actor, "work.done", id, work.path(), "");
    }

    /** Gives it up, with the reason; it stays readable. */
    @Transactional
    public void withdraw(Actor actor, UUID id, @Nullable String reason) {
        var work = locked(actor, GovernancePermissions.MANAGE, id, State.DRAFT, State.PUBLICISED, State.AGREED);
        var why = Typed.words("reason", reason, NewIdea.SHORT);
        store.withdraw(work, why);
        desk.acts().givenUp(actor, work.community(), work.id(), why);
        desk.audit(actor, "work.withdrawn", id, work.path(), why);
    }

    private SharedWork locked(Actor actor, Permission permission, UUID id, State... states) {
        var found = get(id);
        actor.require(permission, found.path());
        store.lock(found);
        var work = get(id);
        if (!Set.of(states).contains(work.state())) {
            throw new GovernanceRefused.WrongState(work.state());
        }
        return work;
    }

    @Transactional(readOnly = true)
    public SharedWork get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** A work that is no draft, for everybody; what each dwelling pays is told to those who belong there alone. */
    @Transactional(readOnly = true)
    public SharedWork.Story published(Actor actor, UUID id) {
        var work = get(id);
        var isDesk = actor.may(GovernancePermissions.READ, work.path());
        if (work.state() == State.DRAFT && !isDesk) {
            throw new Refused.NotFound(id);
        }
        var belongs = isDesk || actor.isSignedIn() && desk.belongs(actor, work.community(), work.path());
        return new SharedWork.Story(work, belongs ? store.shares(work) : List.<Share>of(), store.objections(work));
    }

    /** Everything, for the desk. */
    @Transactional(readOnly = true)
    public SharedWork.Story story(Actor actor, UUID id) {
        var work = get(id);
        actor.require(GovernancePermissions.READ, work.path());
        return new SharedWork.Story(work, store.shares(work), store.objections(work));
    }

    /** Works at or below a place, the latest first, without drafts. */
    @Transactional(readOnly = true)
    public Slice<SharedWork> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return store.list(at, words, false, limit, after);
    }

    /** The same with drafts, for the desk. */
    @Transactional(readOnly = true)
    public Slice<SharedWork> work(Actor actor, PlacePath at, String words, int limit, @Nullable UUID after) {
        actor.require(GovernancePermissions.READ, at);
        return store.list(at, words, true, limit, after);
    }
}
