package org.zhuxi.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.BreachNote.ClauseCount;
import org.zhuxi.governance.BreachNote.State;
import org.zhuxi.governance.BreachNote.Step;
import org.zhuxi.governance.internal.BreachStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/**
 * Breaches of conventions, talked over and noted by the desk of the community alone. Nobody is named, nothing is published or
 * exported, and a note is forgotten a year after the last word about it.
 */
@Service
public class BreachNotes {

    /** Longest words, in characters. */
    public static final int WORDS = 500;

    /** How long a note is kept after the last word about it. */
    public static final int YEARS = 1;

    private final BreachStore store;
    private final Conventions conventions;
    private final Desk desk;

    BreachNotes(BreachStore store, Conventions conventions, Desk desk) {
        this.store = store;
        this.conventions = conventions;
        this.desk = desk;
    }

    /**
     * Notes a breach. The same id again is answered with what is there.
     *
     * @throws GovernanceRefused.NotInForce while no version of the convention is in force
     * @throws GovernanceRefused.NoPlace when the place does not lie where the convention holds
     */
    @Transactional
    public BreachNote note(Actor actor, UUID convention, UUID id, BreachNote.Typed typed, Origin origin) {
        var broken = educated(actor, convention);
        var clauses = conventions.inForce(broken);
        if (clauses.isEmpty()) {
            throw new GovernanceRefused.NotInForce();
        }
        var at = desk.place(typed.place());
        if (!broken.path().contains(at.path())) {
            throw new GovernanceRefused.NoPlace();
        }
        var number = (int) Typed.within("clause", Typed.required("clause", typed.clause()), 1, clauses.size());
        var note = new BreachNote(
                broken.community(),
                id,
                at.code(),
                at.path(),
                broken.id(),
                number,
                clauses.get(number - 1).topic(),
                day("seenOn", typed.seenOn(), desk.today().minusYears(YEARS)),
                Typed.words("words", typed.words(), WORDS),
                State.NOTED,
                origin);
        if (!store.insert(note, actor.account(), desk.now())) {
            return Desk.known(
                    store.find(id), note, it -> it.convention().equals(note.convention()) && it.clause() == number);
        }
        desk.audit(actor, "breach.noted", id, at.path(), note.topic());
        return note;
    }

    /**
     * Says what was done about it. What was said wrongly is followed by a step that says it right.
     *
     * @param on the day; today when it is left out
     */
    @Transactional
    public BreachNote follow(
            Actor actor,
            UUID convention,
            UUID id,
            @Nullable State state,
            @Nullable LocalDate on,
            @Nullable String words) {
        var note = get(actor, convention, id);
        store.lock(note);
        var now = Typed.required("state", state);
        var day = day("on", on, note.seenOn());
        store.follow(note, now, day, Typed.words("words", words, WORDS), actor.account(), desk.now());
        desk.audit(actor, "breach.followed", id, note.path(), now.name());
        return get(actor, convention, id);
    }

    /** Removes a note that should not have been made, with all that was said about it. */
    @Transactional
    public void remove(Actor actor, UUID convention, UUID id) {
        var note = get(actor, convention, id);
        store.remove(note);
        desk.audit(actor, "breach.removed", id, note.path(), note.topic());
    }

    private LocalDate day(String field, @Nullable LocalDate typed, LocalDate first) {
        var day = Objects.requireNonNullElseGet(typed, desk::today);
        if (day.isBefore(first) || day.isAfter(desk.today())) {
            throw new Mistyped.OutOfRange(field, first, desk.today());
        }
        return day;
    }

    private Convention educated(Actor actor, UUID convention) {
        var found = conventions.get(convention);
        actor.require(GovernancePermissions.EDUCATE, found.path());
        return found;
    }

    @Transactional(readOnly = true)
    public BreachNote get(Actor actor, UUID convention, UUID id) {
        educated(actor, convention);
        return store.find(id)
                .filter(it -> it.convention().equals(convention))
                .orElseThrow(() -> new Refused.NotFound(id));
    }

    /** What was done about it, the first step first. */
    @Transactional(readOnly = true)
    public List<Step> steps(BreachNote note) {
        return store.steps(note);
    }

    /** Notes of a convention, the latest first. @param state of which; null for all */
    @Transactional(readOnly = true)
    public Slice<BreachNote> list(
            Actor actor, UUID convention, @Nullable State state, int limit, @Nullable UUID after) {
        return store.list(educated(actor, convention), state, limit, after);
    }

    /** Which clauses were noted how often in the notes that are there; for the next appraisal. */
    @Transactional(readOnly = true)
    public List<ClauseCount> counts(Actor actor, UUID convention) {
        return store.counts(educated(actor, convention));
    }
}
