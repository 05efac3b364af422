package org.zhuxi.project;

/**
 * What one payer gives from one source, in fen.
 *
 * @param isGiven whether any amount is known; a source may name a payer and no amount
 */
public record FundLine(
        FundSource source, String payer, long plannedFen, long allocatedFen, long paidFen, boolean isGiven) {

    /** How much more of a kind there is room for: to plan there is no limit. */
    long roomFen(FundKind kind) {
        return switch (kind) {
            case PLAN -> Long.MAX_VALUE;
            case ALLOCATE -> plannedFen - allocatedFen;
            case PAY -> allocatedFen - paidFen;
        };
    }

    /** Whether nothing is negative, and nobody paid more than allocated or allocated more than planned. */
    boolean isSound() {
        return paidFen >= 0 && paidFen <= allocatedFen && allocatedFen <= plannedFen;
    }

    FundLine plus(FundMovement movement) {
        var amount = movement.amountFen();
        if (amount == null) {
            return this;
        }
        return switch (movement.kind()) {
            case PLAN -> new FundLine(source, payer, Math.addExact(plannedFen, amount), allocatedFen, paidFen, true);
            case ALLOCATE ->
                new FundLine(source, payer, plannedFen, Math.addExact(allocatedFen, amount), paidFen, true);
            case PAY -> new FundLine(source, payer, plannedFen, allocatedFen, Math.addExact(paidFen, amount), true);
        };
    }
}
