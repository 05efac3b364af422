package org.zhuxi.request.help;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Act;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.internal.Acts;
import org.zhuxi.request.internal.Phones;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.help.DutyBell;
import org.zhuxi.request.internal.help.HelpStore;

/**
 * Calls for help. Anybody calls; those on duty acknowledge; what nobody acknowledges is raised to the next level by time. It never
 * stands for 110, 119 and 120, and says so.
 */
@Service
public class HelpCalls {

    private static final int MOST_WAITING = 50;

    private final HelpStore store;
    private final DutyBell bell;
    private final Acts acts;
    private final Placing placing;
    private final RequestGate gate;

    HelpCalls(HelpStore store, DutyBell bell, Acts acts, Placing placing, RequestGate gate) {
        this.store = store;
        this.bell = bell;
        this.acts = acts;
        this.placing = placing;
        this.gate = gate;
    }

    /** Calls for help from a place. The same id again is the same call. */
    @Transactional
    public HelpCall call(
            Actor actor,
            UUID id,
            @Nullable String place,
            @Nullable String phone,
            @Nullable String words,
            Origin origin) {
        var at = placing.exact(place);
        var number = Phones.read(phone);
        var call = new HelpCall(
                Objects.requireNonNull(at.community()),
                id,
                at.code(),
                at.path(),
                number,
                Typed.optional("words", words, HelpCall.WORDS),
                actor.accountId(),
                gate.now(),
                1,
                null,
                null,
                null,
                "",
                origin);
        if (store.insert(call)) {
            bell.ring(call);
        }
        return get(id);
    }

    /** How a call stands, for whoever made it: its id is the right to ask. */
    @Transactional(readOnly = true)
    public HelpCall get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Calls at or below a place, the latest first; the look is audited. */
    @Transactional
    public Slice<HelpCall> list(Actor actor, PlacePath at, boolean waiting, int limit, @Nullable UUID after) {
        actor.require(HelpPermissions.ANSWER, at);
        var found = Slice.of(
                store.list(at, waiting, limit + 1, after), limit, it -> it.id().toString());
        gate.audit(actor, "request.help-read", at.value(), at, found.items().size() + " calls");
        return found;
    }

    /** Calls at or below a place that nobody has acknowledged, the longest waiting first; the look is audited. */
    @Transactional
    public List<HelpCall> waiting(Actor actor, PlacePath at) {
        actor.require(HelpPermissions.ANSWER, at);
        var found = store.unanswered(at, MOST_WAITING);
        if (!found.isEmpty()) {
            gate.audit(actor, "request.help-read", at.value(), at, found.size() + " waiting");
        }
        return found;
    }

    /** A few letters that change when other calls wait than before, and say nothing about them. */
    @Transactional(readOnly = true)
    public String markOfWaiting(Actor actor, PlacePath at) {
        actor.require(HelpPermissions.ANSWER, at);
        return Integer.toHexString(store.unanswered(at, MOST_WAITING).stream()
                .map(call -> call.id() + "/" + call.level())
                .toList()
                .hashCode());
    }

    /** "I am coming." @throws HelpRefused.Taken when somebody else said so first */
    @Transactional
    public void acknowledge(Actor actor, UUID id) {
        var call = get(id);
        actor.require(HelpPermissions.ANSWER, call.path());
        if (!store.acknowledge(call, actor.account(), gate.now())) {
            throw new HelpRefused.Taken();
        }
        gate.audit(actor, "request.help-acknowledged", id, call.path(), "level " + call.level());
    }

    /** Says how it ended. @throws HelpRefused.NotTaken before anybody acknowledged it */
    @Transactional
    public void end(Actor actor, UUID id, @Nullable String outcome) {
        var call = get(id);
        actor.require(HelpPermissions.ANSWER, call.path());
        var words = Typed.words("outcome", outcome, HelpCall.WORDS);
        if (!store.end(call, words, actor.account(), gate.now())) {
            throw new HelpRefused.NotTaken();
        }
        acts.keep(new Act(
                call.community(),
                id,
                "help.answered",
                0,
                placing.get(call.place()).code(),
                gate.now(),
                actor.account(),
                "calls=1 1",
                call.origin()));
        gate.audit(actor, "request.help-ended", id, call.path(), "");
    }

    /** How many wait at or below a place. */
    @Transactional(readOnly = true)
    public long countWaiting(PlacePath at) {
        return store.countWaiting(at, 1);
    }
}
