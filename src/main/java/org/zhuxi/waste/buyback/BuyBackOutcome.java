package org.zhuxi.waste.buyback;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Problem;

/**
 * What became of one item of a batch.
 *
 * @param number printed number of the receipt, or null when there is none
 * @param amountFen fen that were paid, or null
 */
public record BuyBackOutcome(
        UUID id,
        Outcome.Status status,
        @Nullable Problem problem,
        @Nullable String number,
        @Nullable Long amountFen) {

    static BuyBackOutcome refused(UUID id, Problem problem) {
        var status = problem.kind() == Problem.Kind.CONFLICT ? Outcome.Status.CONFLICT : Outcome.Status.REJECTED;
        return new BuyBackOutcome(id, status, problem, null, null);
    }

    static BuyBackOutcome kept(Outcome.Status status, Receipt receipt) {
        return new BuyBackOutcome(receipt.id(), status, null, receipt.printedNumber(), receipt.amountFen());
    }
}
