package org.zhuxi.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Annulments;
import org.zhuxi.governance.internal.Census;
import org.zhuxi.governance.internal.Codes;
import org.zhuxi.governance.internal.DecisionStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.ElectorateStore;
import org.zhuxi.governance.internal.ElectorateStore.Turnout;
import org.zhuxi.governance.internal.ResultStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Decisions: prepared, announced with a frozen list of who may vote, opened and closed by the clock, annulled if need be. */
@Service
public class Decisions {

    private static final int MOST_OPTIONS = 200;
    private static final long MOST_YUAN = 1_000_000_000L;
    private static final int OWN = 100;

    private final DecisionStore store;
    private final ElectorateStore electorate;
    private final ResultStore results;
    private final Census census;
    private final Annulments annulments;
    private final Desk desk;

    Decisions(
            DecisionStore store,
            ElectorateStore electorate,
            ResultStore results,
            Census census,
            Annulments annulments,
            Desk desk) {
        this.store = store;
        this.electorate = electorate;
        this.results = results;
        this.census = census;
        this.annulments = annulments;
        this.desk = desk;
    }

    /**
     * Prepares a decision. The same id with the same title again is answered with what is there.
     *
     * @throws GovernanceRefused when options are missing or the days are not those of the rule
     */
    @Transactional
    public Decision prepare(Actor actor, UUID id, NewDecision typed, Origin origin) {
        var place = desk.place(typed.place());
        actor.require(GovernancePermissions.DECIDE, place.path());
        var kind = Typed.required("kind", typed.kind());
        var rule = results.rule(place.path(), kind);
        var decision = new Decision(
                desk.community(place),
                id,
                place.code(),
                place.path(),
                kind,
                kind == DecisionKind.OWNERS
                        ? (Integer) (int) Typed.within("matter", Typed.required("matter", typed.matter()), 1, 9)
                        : null,
                Typed.words("title", typed.title(), NewIdea.TITLE),
                Typed.optional("words", typed.words(), NewIdea.WORDS),
                typed.idea(),
                most(kind, typed),
                kind == DecisionKind.BUDGET ? Typed.required("voting", typed.voting()) : null,
                kind == DecisionKind.BUDGET
                        ? (Long) Typed.within(
                                "budgetYuan", Typed.required("budgetYuan", typed.budgetYuan()), 1, MOST_YUAN)
                        : null,
                points(typed),
                rule.isRecognised() && kind != DecisionKind.POLL,
                Typed.required("opensAt", typed.opensAt()),
                Typed.required("closesAt", typed.closesAt()),
                null,
                null,
                null,
                null,
                actor.account(),
                origin,
                options(kind, typed));
        rule.check(decision, origin == Origin.RECORDED ? desk.now() : Instant.EPOCH);
        if (!store.insert(decision, Codes.salt(), desk.now())) {
            return store.find(id)
                    .filter(it ->
                            it.title().equals(decision.title()) && it.path().equals(decision.path()))
                    .orElseThrow(() -> new GovernanceRefused.Conflict(id));
        }
        desk.audit(actor, "decision.prepared", id, place.path(), decision.title());
        return decision;
    }

    private static int most(DecisionKind kind, NewDecision typed) {
        var options = typed.options() == null ? 0 : typed.options().size();
        var most = Objects.requireNonNullElse(typed.mostChoices(), kind == DecisionKind.BUDGET ? options : 1);
        return (int) Typed.within("mostChoices", Math.max(1, most), 1, 100);
    }

    private static @Nullable Integer points(NewDecision typed) {
        var isNeeded = typed.kind() == DecisionKind.BUDGET
                && (typed.voting() == Voting.CUMULATIVE || typed.voting() == Voting.SCORING);
        return isNeeded
                ? (Integer) (int) Typed.within("points", Typed.required("points", typed.points()), 1, 1_000)
                : null;
    }

    private static List<Option> options(DecisionKind kind, NewDecision typed) {
        var wanted = Objects.requireNonNullElse(typed.options(), List.<NewDecision.NewOption>of());
        if (kind == DecisionKind.ASSEMBLY || kind == DecisionKind.OWNERS) {
            return List.of();
        }
        if (wanted.size() < 2 || wanted.size() > MOST_OPTIONS) {
            throw new GovernanceRefused.NoOptions();
        }
        var options = new ArrayList<Option>();
        for (var it : wanted) {
            var number = options.size() + 1;
            var name = Typed.text(it.name());
            var cost = it.costYuan();
            if (name.isEmpty()
                    || name.length() > NewIdea.TITLE
                    || kind == DecisionKind.BUDGET && (cost == null || cost < 0 || cost > MOST_YUAN)) {
                throw new GovernanceRefused.BadOption(number);
            }
            options.add(new Option(number, name, kind == DecisionKind.BUDGET ? cost : null));
        }
        return options;
    }

    /** Announces it: from now on the list of who may vote is frozen, and everybody may check his place in it. */
    @Transactional
    public Decision announce(Actor actor, UUID id) {
        var decision = locked(actor, id, DecisionPhase.DRAFT);
        results.rule(decision.path(), decision.kind())
                .check(decision, decision.origin() == Origin.RECORDED ? desk.now() : Instant.EPOCH);
        var seats = census.of(actor, decision);
        if (seats.isEmpty()) {
            throw new GovernanceRefused.NobodyEntitled();
        }
        electorate.freeze(decision, seats);
        store.announce(decision, desk.now());
        desk.audit(actor, "decision.announced", id, decision.path(), seats.size() + " rights");
        return get(id);
    }

    /** Strikes a right from the list, with the reason, while nobody has counted; its ballot does not count. */
    @Transactional
    public void strike(Actor actor, UUID id, UUID entitlement, @Nullable String reason) {
        var decision = locked(actor, id, DecisionPhase.ANNOUNCED, DecisionPhase.OPEN, DecisionPhase.CLOSED);
        if (electorate.lock(decision, entitlement).isEmpty()) {
            throw new Refused.NotFound(entitlement);
        }
        var why = Typed.words("reason", reason, NewIdea.SHORT);
        electorate.strike(decision, entitlement, why, actor.account());
        desk.audit(actor, "decision.struck", entitlement, decision.path(), why);
    }

    /**
     * Annuls a decision, before or after the count; what was published stays readable. A convention that it adopted is in force
     * no more, works that it agreed to and that are not built hang out again.
     */
    @Transactional
    public Decision annul(Actor actor, UUID id, @Nullable String reason) {
        var decision = locked(
                actor,
                id,
                DecisionPhase.DRAFT,
                DecisionPhase.ANNOUNCED,
                DecisionPhase.OPEN,
                DecisionPhase.CLOSED,
                DecisionPhase.COUNTED);
        var why = Typed.words("reason", reason, NewIdea.SHORT);
        store.annul(decision, desk.now(), why);
        annulments.follow(actor, decision, why);
        desk.audit(actor, "decision.annulled", id, decision.path(), why);
        return get(id);
    }

    private Decision locked(Actor actor, UUID id, DecisionPhase... phases) {
        var decision = store.lock(id, true).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(GovernancePermissions.DECIDE, decision.path());
        var now = decision.phase(desk.now());
        if (!List.of(phases).contains(now)) {
            throw new GovernanceRefused.WrongPhase(now);
        }
        return decision;
    }

    /** A decision. @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public Decision get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** A decision that is no draft. */
    @Transactional(readOnly = true)
    public Decision published(UUID id) {
        var decision = get(id);
        if (decision.announcedAt() == null) {
            throw new Refused.NotFound(id);
        }
        return decision;
    }

    /** Announced decisions at or below a place, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Decision> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return store.list(at, words, false, limit, after);
    }

    /** All decisions at or below a place, drafts too, for the desk. */
    @Transactional(readOnly = true)
    public Slice<Decision> work(Actor actor, PlacePath at, String words, int limit, @Nullable UUID after) {
        actor.require(GovernancePermissions.READ, at);
        return store.list(at, words, true, limit, after);
    }

    /** Decisions in which the households of somebody may vote, the latest first. */
    @Transactional(readOnly = true)
    public List<Decision> own(Actor actor) {
        return store.ofHouseholds(actor.households().stream().map(it -> it.id()).toList(), OWN);
    }

    /** How many may vote and how many have. */
    @Transactional(readOnly = true)
    public Turnout turnout(Decision decision) {
        return electorate.turnout(decision);
    }

    /** The frozen list, for the desk. @param words part of a door */
    @Transactional(readOnly = true)
    public Slice<Entitlement> electorate(Actor actor, UUID id, String words, int limit, @Nullable UUID after) {
        var decision = get(id);
        actor.require(GovernancePermissions.READ, decision.path());
        return Slice.of(
                electorate.list(decision, words, limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /** What somebody himself may use in a decision. */
    @Transactional(readOnly = true)
    public List<Entitlement> own(Actor actor, Decision decision) {
        return electorate.ofHouseholds(
                decision, actor.households().stream().map(it -> it.id()).toList());
    }
}
