package org.zhuxi.governance.internal;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.BallotReceipt;
import org.zhuxi.governance.Ballots.ReceiptState;
import org.zhuxi.governance.Channel;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionPhase;
import org.zhuxi.governance.Entitlement;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.kernel.Ids;

/** Puts ballots where they are counted, and finds them again by their receipts. */
@Component
public class BallotBox {

    private final BallotStore store;
    private final DecisionStore decisions;
    private final Desk desk;

    BallotBox(BallotStore store, DecisionStore decisions, Desk desk) {
        this.store = store;
        this.decisions = decisions;
        this.desk = desk;
    }

    public void requireOpen(Decision decision) {
        var phase = decision.phase(desk.now());
        if (phase == DecisionPhase.CLOSED || phase == DecisionPhase.COUNTED) {
            throw new GovernanceRefused.Closed(decision.closesAt());
        }
        if (phase != DecisionPhase.OPEN) {
            throw new GovernanceRefused.WrongPhase(phase);
        }
    }

    /** Paper and official ballots may be entered after the hour too, as long as nobody has counted. */
    public void requireNotCounted(Decision decision) {
        var phase = decision.phase(desk.now());
        if (phase != DecisionPhase.OPEN && phase != DecisionPhase.CLOSED) {
            throw new GovernanceRefused.WrongPhase(phase);
        }
    }

    /** The id of the next ballot on paper of a right. */
    public UUID paper(Decision decision, Entitlement right) {
        return Ids.derived(right.id(), "paper/" + store.last(decision, right.id()));
    }

    /**
     * Puts a ballot; the right is locked by the caller.
     *
     * @throws GovernanceRefused.Conflict when the id is that of another ballot, or of one that says something else
     */
    public BallotReceipt put(
            Decision decision, Entitlement right, UUID id, String choice, Channel channel, UUID by, String helper) {
        var code = Codes.receipt(decisions.salt(decision), id);
        var known = store.find(decision, id);
        if (known.isPresent()) {
            if (!known.get().entitlementId().equals(right.id())
                    || !choice.equals(known.get().choice())) {
                throw new GovernanceRefused.Conflict(id);
            }
            return new BallotReceipt(
                    code,
                    known.get().receiptHash(),
                    known.get().number(),
                    known.get().castAt());
        }
        var hash = Codes.hash(code);
        var now = desk.now();
        var number = store.insert(decision, right.id(), id, choice, hash, channel, by, helper, now);
        return new BallotReceipt(code, hash, number, now);
    }

    public ReceiptState check(Decision decision, String receipt) {
        var hash = Codes.hash(receipt);
        if (decision.countedAt() != null) {
            return store.counted(decision).stream()
                    .filter(it -> it.receipt().equals(hash))
                    .findFirst()
                    .map(it -> ReceiptState.COUNTED)
                    .orElseThrow(GovernanceRefused.NoSuchReceipt::new);
        }
        var cast = store.findReceipt(decision, hash).orElseThrow(GovernanceRefused.NoSuchReceipt::new);
        return Objects.equals(cast.number(), store.last(decision, cast.entitlementId()))
                ? ReceiptState.IN_THE_BOX
                : ReceiptState.REPLACED;
    }
}
