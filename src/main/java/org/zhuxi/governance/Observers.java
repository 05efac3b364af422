package org.zhuxi.governance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.DecisionStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.ObserverStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** Observers of votes: named before the count, heard afterwards; everybody reads what they say. */
@Service
public class Observers {

    private static final int MOST = 20;

    private final ObserverStore store;
    private final DecisionStore decisions;
    private final Desk desk;

    Observers(ObserverStore store, DecisionStore decisions, Desk desk) {
        this.store = store;
        this.decisions = decisions;
        this.desk = desk;
    }

    /**
     * Names an observer while nobody has counted. The same id again changes nothing.
     *
     * @throws GovernanceRefused.WrongPhase after the count
     */
    @Transactional
    public void add(Actor actor, UUID id, UUID observer, @Nullable String name) {
        var decision = locked(actor, id);
        var phase = decision.phase(desk.now());
        if (phase == DecisionPhase.COUNTED || phase == DecisionPhase.ANNULLED) {
            throw new GovernanceRefused.WrongPhase(phase);
        }
        var named = Typed.words("name", name, NewIdea.TITLE);
        Typed.within("name", store.list(decision).size(), 0, MOST);
        store.insert(decision, observer, named, actor.account(), desk.now());
        desk.audit(actor, "observer.added", id, decision.path(), named);
    }

    /**
     * Takes down what an observer says, once, after the vote has closed.
     *
     * @throws GovernanceRefused.Answered when he has said something before
     */
    @Transactional
    public void state(Actor actor, UUID id, UUID observer, @Nullable String words) {
        var decision = locked(actor, id);
        var phase = decision.phase(desk.now());
        if (phase != DecisionPhase.CLOSED && phase != DecisionPhase.COUNTED) {
            throw new GovernanceRefused.WrongPhase(phase);
        }
        var said = Typed.words("statement", words, NewIdea.WORDS);
        if (store.list(decision).stream().noneMatch(it -> it.id().equals(observer))) {
            throw new Refused.NotFound(observer);
        }
        if (!store.state(decision, observer, said)) {
            throw new GovernanceRefused.Answered();
        }
        desk.audit(actor, "observer.heard", id, decision.path(), "");
    }

    private Decision locked(Actor actor, UUID id) {
        var decision = decisions.lock(id, true).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(GovernancePermissions.DECIDE, decision.path());
        return decision;
    }

    /** Observers of a decision, the earliest first. */
    @Transactional(readOnly = true)
    public List<Observer> list(Decision decision) {
        return store.list(decision);
    }
}
