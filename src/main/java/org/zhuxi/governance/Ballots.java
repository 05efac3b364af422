package org.zhuxi.governance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.BallotBox;
import org.zhuxi.governance.internal.BallotStore;
import org.zhuxi.governance.internal.Choices;
import org.zhuxi.governance.internal.DecisionStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.ElectorateStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** The ballot box: from the phone, on paper read by two people, with help, or from the official system. The last one counts. */
@Service
public class Ballots {

    private final DecisionStore decisions;
    private final ElectorateStore electorate;
    private final BallotStore store;
    private final BallotBox box;
    private final Desk desk;

    Ballots(DecisionStore decisions, ElectorateStore electorate, BallotStore store, BallotBox box, Desk desk) {
        this.decisions = decisions;
        this.electorate = electorate;
        this.store = store;
        this.box = box;
        this.desk = desk;
    }

    /**
     * Casts the ballot of the actor's own household. The same ballot id again is answered with the same receipt.
     *
     * @throws GovernanceRefused.NotEntitled when the right belongs to another household
     * @throws GovernanceRefused.Closed after the vote
     */
    @Transactional
    public BallotReceipt cast(Actor actor, UUID id, UUID entitlement, UUID ballot, @Nullable String choice) {
        var decision = decision(id);
        var right = right(decision, entitlement);
        var household = right.household();
        if (household == null
                || actor.households().stream().noneMatch(it -> it.id().equals(household))) {
            throw new GovernanceRefused.NotEntitled();
        }
        box.requireOpen(decision);
        return box.put(decision, right, ballot, Choices.read(decision, choice), Channel.WEB, actor.account(), "");
    }

    /** Casts a ballot for somebody who asked for help. @param helper why, and how the choice was checked */
    @Transactional
    public BallotReceipt assist(
            Actor actor, UUID id, UUID entitlement, UUID ballot, @Nullable String choice, @Nullable String helper) {
        var decision = teller(actor, id);
        box.requireOpen(decision);
        var words = Typed.words("helper", helper, NewIdea.SHORT);
        var receipt = box.put(
                decision,
                right(decision, entitlement),
                ballot,
                Choices.read(decision, choice),
                Channel.ASSISTED,
                actor.account(),
                words);
        desk.audit(actor, "ballot.assisted", entitlement, decision.path(), words);
        return receipt;
    }

    /**
     * Enters what one person reads from a ballot on paper. It is cast as soon as two different people read the same.
     *
     * @return whether it is cast now
     */
    @Transactional
    public boolean enter(Actor actor, UUID id, UUID entitlement, @Nullable String choice) {
        var decision = teller(actor, id);
        box.requireNotCounted(decision);
        var right = right(decision, entitlement);
        var read = Choices.read(decision, choice);
        store.enter(decision, right.id(), actor.account(), read, desk.now());
        desk.audit(actor, "ballot.entered", entitlement, decision.path(), "");
        var agree = store.entries(decision).stream()
                .filter(it ->
                        it.entitlementId().equals(entitlement) && it.choice().equals(read))
                .count();
        if (agree < 2) {
            return false;
        }
        store.clearEntries(decision, entitlement);
        box.put(decision, right, box.paper(decision, right), read, Channel.PAPER, actor.account(), "");
        return true;
    }

    /** Takes over the ballot that the recognised channel reports for a right. */
    @Transactional
    public void official(Actor actor, UUID id, UUID entitlement, UUID ballot, @Nullable String choice) {
        var decision = decision(id);
        actor.require(GovernancePermissions.DECIDE, decision.path());
        box.requireNotCounted(decision);
        box.put(
                decision,
                right(decision, entitlement),
                ballot,
                Choices.read(decision, choice),
                Channel.OFFICIAL,
                actor.account(),
                "");
    }

    /** Paper ballots that one person has read, or that two have read differently. */
    @Transactional(readOnly = true)
    public List<UUID> waiting(Actor actor, UUID id) {
        var decision = decisions.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(GovernancePermissions.READ, decision.path());
        return store.entries(decision).stream()
                .map(BallotStore.Entry::entitlementId)
                .distinct()
                .toList();
    }

    /** What became of a receipt. */
    public enum ReceiptState {
        IN_THE_BOX,
        REPLACED,
        COUNTED
    }

    /**
     * Whether the ballot with this receipt is in the box, was replaced by a later one, or was counted.
     *
     * @throws GovernanceRefused.NoSuchReceipt for a receipt of no ballot
     */
    @Transactional(readOnly = true)
    public ReceiptState check(UUID id, @Nullable String receipt) {
        var decision = decisions.find(id).orElseThrow(() -> new Refused.NotFound(id));
        return box.check(decision, Typed.words("receipt", receipt, 60));
    }

    private Decision teller(Actor actor, UUID id) {
        var decision = decision(id);
        actor.require(GovernancePermissions.TELLER, decision.path());
        return decision;
    }

    private Decision decision(UUID id) {
        return decisions.lock(id, false).orElseThrow(() -> new Refused.NotFound(id));
    }

    private Entitlement right(Decision decision, UUID entitlement) {
        return electorate
                .lock(decision, entitlement)
                .filter(it -> it.struck() == null)
                .orElseThrow(GovernanceRefused.NotEntitled::new);
    }
}
