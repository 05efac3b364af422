package org.zhuxi.request.mediation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Act;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.internal.Acts;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.mediation.MediationFileStore;
import org.zhuxi.request.internal.mediation.MediationStore;
import org.zhuxi.request.mediation.Mediation.Form;
import org.zhuxi.request.mediation.MediationStep.Kind;

/** The course of a mediation: accepted, sessions, an agreement that is printed and signed or none, and whether it was kept. */
@Service
public class MediationTable {

    private static final int COMMUNITY = 12;

    private final MediationStore store;
    private final MediationFileStore files;
    private final Acts acts;
    private final RequestGate gate;

    MediationTable(MediationStore store, MediationFileStore files, Acts acts, RequestGate gate) {
        this.store = store;
        this.files = files;
        this.acts = acts;
        this.gate = gate;
    }

    /**
     * Moves a mediation by hand: accepted or not, withdrawn, terminated, kept or not, taken up again.
     *
     * @param words why; needed where {@link MediationState#needsWords} says so
     * @throws MediationRefused.NoWay when it cannot go there
     * @throws MediationRefused.HasSession when it is withdrawn after a session, which counts as terminated
     */
    @Transactional
    public Mediation move(Actor actor, UUID id, @Nullable MediationState to, @Nullable String words) {
        var it = open(actor, id);
        var target = Typed.required("to", to);
        if (!it.state().next().contains(target)) {
            throw new MediationRefused.NoWay();
        }
        if (target == MediationState.WITHDRAWN && hasSession(it)) {
            throw new MediationRefused.HasSession();
        }
        var said = it.state().needsWords(target)
                ? Typed.words("words", words, Mediation.WORDS)
                : Typed.optional("words", words, Mediation.WORDS);
        var moved = Course.move(it, target, gate.today());
        return keep(actor, it, moved, Kind.MOVED, said, gate.today());
    }

    private boolean hasSession(Mediation it) {
        return files.steps(it).stream().anyMatch(step -> step.kind() == Kind.SESSION);
    }

    /** Notes that the parties sat together, and what was said. */
    @Transactional
    public Mediation sit(Actor actor, UUID id, @Nullable LocalDate day, @Nullable String minutes) {
        var it = mediating(actor, id);
        var on = between("heldOn", it, day);
        return keep(actor, it, it, Kind.SESSION, Typed.words("minutes", minutes, Mediation.WORDS), on);
    }

    /** Gives a second month, once, when both sides agree. */
    @Transactional
    public Mediation extend(Actor actor, UUID id, @Nullable String words) {
        var it = mediating(actor, id);
        if (it.extended()) {
            throw new MediationRefused.ExtendedBefore();
        }
        var said = Typed.words("words", words, Mediation.WORDS);
        return keep(actor, it, Course.extend(it), Kind.EXTENDED, said, gate.today());
    }

    /**
     * Writes what they agree on, to be printed and signed; again it replaces the draft.
     *
     * @param performOn last day on which it has to be kept; not before today
     */
    @Transactional
    public Mediation draft(
            Actor actor, UUID id, @Nullable Form form, @Nullable String terms, @Nullable LocalDate performOn) {
        var it = mediating(actor, id);
        if (!hasSession(it)) {
            throw new MediationRefused.NoSession();
        }
        var last = Typed.required("performOn", performOn);
        if (last.isBefore(gate.today()) || last.isAfter(gate.today().plusYears(10))) {
            throw new MediationRefused.WrongDay("performOn");
        }
        var drafted =
                Course.draft(it, Typed.required("form", form), Typed.words("terms", terms, Mediation.WORDS), last);
        return keep(actor, it, drafted, Kind.DRAFTED, "", gate.today());
    }

    /**
     * Says that all have signed the draft, or agreed to it by word, on a day: the agreement holds from then on, and is recorded.
     *
     * @throws MediationRefused.NoDraft when there is none
     */
    @Transactional
    public Mediation sign(Actor actor, UUID id, @Nullable LocalDate day) {
        var it = mediating(actor, id);
        if (it.form() == null) {
            throw new MediationRefused.NoDraft();
        }
        var on = between("signedOn", it, day);
        var signed = Course.sign(it, on);
        acts.keep(new Act(
                it.community(),
                id,
                "mediation.agreed",
                0,
                it.place().substring(0, COMMUNITY),
                gate.now(),
                actor.account(),
                "agreements=1 1",
                it.origin()));
        return keep(actor, it, signed, Kind.SIGNED, "", on);
    }

    /** Notes a visit or call after the agreement. */
    @Transactional
    public Mediation follow(Actor actor, UUID id, @Nullable LocalDate day, @Nullable String words) {
        var it = open(actor, id);
        if (!it.state().isAgreed()) {
            throw new MediationRefused.NoWay();
        }
        var on = between("followedOn", it, day);
        return keep(actor, it, it, Kind.FOLLOWED_UP, Typed.words("words", words, Mediation.WORDS), on);
    }

    private Mediation mediating(Actor actor, UUID id) {
        var it = open(actor, id);
        if (it.state() != MediationState.MEDIATING) {
            throw new MediationRefused.NoWay();
        }
        return it;
    }

    private Mediation open(Actor actor, UUID id) {
        var found = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(MediationPermissions.MEDIATE, found.path());
        return store.lock(found).orElseThrow(() -> new Refused.NotFound(id));
    }

    private LocalDate between(String field, Mediation it, @Nullable LocalDate day) {
        var on = day == null ? gate.today() : day;
        if (on.isBefore(it.appliedOn()) || on.isAfter(gate.today())) {
            throw new MediationRefused.WrongDay(field);
        }
        return on;
    }

    private Mediation keep(Actor actor, Mediation from, Mediation to, Kind kind, String words, LocalDate on) {
        store.update(to);
        var state = from.state() == to.state() ? null : to.state();
        files.insert(to, new MediationStep(Ids.next(), kind, state, words, on, actor.account(), gate.now()));
        noteYears(from, to);
        gate.audit(actor, "mediation.changed", to.id(), to.path(), kind + " " + to.state());
        return to;
    }

    /** Figures of the years in which it was and is concluded have to be added up again. */
    private void noteYears(Mediation from, Mediation to) {
        if (from.concludedOn() != null) {
            gate.note(from.community(), from.concludedOn());
        }
        if (to.concludedOn() != null) {
            gate.note(to.community(), to.concludedOn());
        }
    }
}
