package org.zhuxi.governance;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.ResultStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Typed;

/** What jurisdictions recognise of each kind of decision, and how long it lasts there. */
@Service
public class VotingRules {

    private final ResultStore store;
    private final Desk desk;

    VotingRules(ResultStore store, Desk desk) {
        this.store = store;
        this.desk = desk;
    }

    /** Says what a jurisdiction recognises, for this place and all below. */
    @Transactional
    public void set(Actor actor, VotingRule rule) {
        actor.require(GovernancePermissions.RULE, rule.place());
        Typed.within("noticeDays", rule.noticeDays(), 0, 365);
        Typed.within("leastDays", rule.leastDays(), 0, 365);
        Typed.within("mostDays", rule.mostDays(), rule.leastDays(), 730);
        Typed.optional("channel", rule.channel(), NewIdea.SHORT);
        Typed.words("source", rule.source(), NewIdea.SHORT);
        store.set(rule, actor.account(), desk.now());
        desk.audit(actor, "rule.set", Ids.next(), rule.place(), rule.kind() + " " + rule.isRecognised());
    }

    /** Takes back what was said for this place alone, so that the rule above holds again; without one nothing happens. */
    @Transactional
    public void withdraw(Actor actor, PlacePath place, DecisionKind kind) {
        actor.require(GovernancePermissions.RULE, place);
        if (store.withdrawRule(place, kind)) {
            desk.audit(actor, "rule.withdraw", Ids.next(), place, kind.name());
        }
    }

    /** What holds in a place, one rule for each kind. */
    @Transactional(readOnly = true)
    public List<VotingRule> list(PlacePath at) {
        return store.rules(at);
    }

    @Transactional(readOnly = true)
    public VotingRule of(Decision decision) {
        return store.rule(decision.path(), decision.kind());
    }
}
