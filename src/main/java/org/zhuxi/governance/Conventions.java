package org.zhuxi.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.Convention.Clause;
import org.zhuxi.governance.Convention.State;
import org.zhuxi.governance.Convention.Version;
import org.zhuxi.governance.internal.ClauseDiff;
import org.zhuxi.governance.internal.ClauseText;
import org.zhuxi.governance.internal.ConventionStore;
import org.zhuxi.governance.internal.DecisionStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.ResultStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Conventions: drafted clause by clause, talked over, adopted, and superseded by the next version. Everybody may read them. */
@Service
public class Conventions {

    private static final int FIRST_YEAR = 1949;

    private final ConventionStore store;
    private final DecisionStore decisions;
    private final ResultStore results;
    private final Desk desk;

    Conventions(ConventionStore store, DecisionStore decisions, ResultStore results, Desk desk) {
        this.store = store;
        this.decisions = decisions;
        this.results = results;
        this.desk = desk;
    }

    /** Begins a convention. The same id again is answered with what is there. @param source empty when it is written here */
    @Transactional
    public Convention begin(
            Actor actor,
            UUID id,
            @Nullable String place,
            Convention.@Nullable Kind kind,
            @Nullable String title,
            Origin origin,
            String source) {
        var at = desk.place(place);
        actor.require(
                origin == Origin.SEED ? GovernancePermissions.TAKE_OVER : GovernancePermissions.MANAGE, at.path());
        var convention = new Convention(
                desk.community(at),
                id,
                at.code(),
                at.path(),
                Typed.required("kind", kind),
                Typed.words("title", title, NewIdea.TITLE),
                origin,
                Typed.optional("source", source, NewIdea.SHORT));
        if (!store.insert(convention, actor.account(), desk.now())) {
            return Desk.known(store.find(id), convention, convention::equals);
        }
        desk.audit(actor, "convention.begun", id, at.path(), convention.title());
        return convention;
    }

    /**
     * Writes the draft of the next version, in place of what the draft said before.
     *
     * @param text one clause a line: its topic, a colon, its words
     * @return number of the version
     * @throws GovernanceRefused.BadClause for the first line that cannot be read
     */
    @Transactional
    public int draft(Actor actor, UUID id, @Nullable String text) {
        managed(actor, id);
        return draft(actor, id, ClauseText.read(text));
    }

    /** The same with clauses one by one; their numbers follow from their order. */
    @Transactional
    public int draft(Actor actor, UUID id, List<Clause> typed) {
        var convention = managed(actor, id);
        var clauses = ClauseText.numbered(typed);
        store.lock(convention);
        var versions = store.versions(convention);
        var version = versions.isEmpty()
                ? 1
                : versions.getFirst().number() + (versions.getFirst().state() == State.DRAFT ? 0 : 1);
        store.draft(convention, version, clauses, actor.account(), desk.now());
        desk.audit(actor, "convention.drafted", id, convention.path(), version + ", " + clauses.size() + " clauses");
        return version;
    }

    /** Says something to a clause of the draft. The same remark id again changes nothing. */
    @Transactional
    public void remark(Actor actor, UUID id, UUID remark, int clause, @Nullable String words) {
        var convention = get(id);
        var account = desk.member(actor, convention.community(), convention.path());
        var draft = draft(convention).orElseThrow(GovernanceRefused.NoDraft::new);
        var clauses = store.clauses(convention, draft.number());
        Typed.within("clause", clause, 1, clauses.size());
        store.remark(
                convention,
                draft.number(),
                clauses.get(clause - 1),
                remark,
                Typed.words("words", words, NewIdea.WORDS),
                account,
                desk.now());
    }

    /**
     * The draft comes into force.
     *
     * @param decision the vote that adopted it, or null; one that was announced when these words stood, and adopted nothing else
     * @param resolution how it was adopted, when there is no vote here
     * @throws GovernanceRefused.NotAdopted when the vote did not adopt it
     */
    @Transactional
    public void adopt(
            Actor actor, UUID id, @Nullable UUID decision, @Nullable String resolution, @Nullable LocalDate on) {
        var convention = managed(actor, id);
        // before the convention, as annulling does
        var vote = Optional.ofNullable(decision).flatMap(it -> decisions.lock(it, true));
        store.lock(convention);
        var draft = draft(convention).orElseThrow(GovernanceRefused.NoDraft::new);
        var words = Typed.optional("resolution", resolution, NewIdea.WORDS);
        if (decision == null) {
            Typed.words("resolution", words, NewIdea.WORDS);
        } else if (vote.filter(it -> isAdopted(convention, draft, it)).isEmpty()) {
            throw new GovernanceRefused.NotAdopted();
        }
        var day = on == null ? desk.today() : on;
        store.adopt(convention, draft.number(), decision, words, day);
        var clauses = store.clauses(convention, draft.number()).size();
        desk.acts().adopted(actor, convention, draft.number(), clauses, desk.start(day));
        desk.audit(actor, "convention.adopted", id, convention.path(), "version " + draft.number());
    }

    private boolean isAdopted(Convention convention, Version draft, Decision vote) {
        var wanted = convention.kind() == Convention.Kind.OWNERS ? DecisionKind.OWNERS : DecisionKind.ASSEMBLY;
        return vote.kind() == wanted
                && vote.annulledAt() == null
                && vote.path().equals(convention.path())
                && isAsked(vote, draft)
                && !decisions.isUsed(vote)
                && results.find(vote)
                        .map(it -> Boolean.TRUE.equals(it.adopted()))
                        .orElse(false);
    }

    /** Whether the words were the same when the vote was announced. */
    private static boolean isAsked(Decision decision, Version draft) {
        var announced = decision.announcedAt();
        return announced != null && !draft.draftedAt().isAfter(announced);
    }

    /** Says how a year went with what is in force; said again for the same year, it takes the place of what was said. */
    @Transactional
    public void appraise(Actor actor, UUID id, int year, @Nullable String words) {
        var convention = managed(actor, id);
        Typed.within("year", year, FIRST_YEAR, desk.today().getYear());
        if (store.versions(convention).stream().noneMatch(it -> it.state() == State.IN_FORCE)) {
            throw new GovernanceRefused.NotInForce();
        }
        var said = Typed.words("appraisal", words, NewIdea.WORDS);
        store.appraise(convention, new Convention.Appraisal(year, said), actor.account(), desk.now());
        desk.audit(actor, "convention.appraised", id, convention.path(), String.valueOf(year));
    }

    private Optional<Version> draft(Convention convention) {
        return store.versions(convention).stream()
                .filter(it -> it.state() == State.DRAFT)
                .findFirst();
    }

    private Convention managed(Actor actor, UUID id) {
        var convention = get(id);
        actor.require(
                convention.origin() == Origin.SEED && actor.may(GovernancePermissions.TAKE_OVER, convention.path())
                        ? GovernancePermissions.TAKE_OVER
                        : GovernancePermissions.MANAGE,
                convention.path());
        return convention;
    }

    @Transactional(readOnly = true)
    public Convention get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /**
     * A version with its clauses and what changed.
     *
     * @param version its number, or null for the latest whose vote was not annulled
     * @return empty when there is none
     */
    @Transactional(readOnly = true)
    public Optional<Convention.Story> story(UUID id, @Nullable Integer version) {
        var convention = get(id);
        var versions = store.versions(convention);
        return versions.stream()
                .filter(it -> version == null ? it.state() != State.ANNULLED : it.number() == version)
                .findFirst()
                .map(it -> {
                    var clauses = store.clauses(convention, it.number());
                    return new Convention.Story(
                            convention,
                            it,
                            versions,
                            clauses,
                            store.remarks(convention, it.number()),
                            ClauseDiff.between(store.clauses(convention, it.number() - 1), clauses),
                            store.appraisals(convention));
                });
    }

    /** Clauses in force; empty when nothing is. */
    @Transactional(readOnly = true)
    public List<Clause> inForce(Convention convention) {
        return store.versions(convention).stream()
                .filter(it -> it.state() == State.IN_FORCE)
                .findFirst()
                .map(it -> store.clauses(convention, it.number()))
                .orElse(List.of());
    }

    /** Conventions at or below a place, the latest first. @param words part of a title, or empty */
    @Transactional(readOnly = true)
    public Slice<Convention> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return store.list(at, words, limit, after);
    }
}
