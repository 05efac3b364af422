package org.zhuxi.governance.internal.budget;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a budget vote decided.
 *
 * @param cost of all that won
 * @param moneyPerVoter with how much everybody began in the run that decided, rounded to hundredths
 * @param greedy what would have won by votes alone, in that order
 */
public record BudgetOutcome(
        List<Line> lines, long cost, BigDecimal moneyPerVoter, List<String> greedy, long greedyCost) {

    /** The winners, in the order in which they were bought. */
    public List<String> winners() {
        return lines.stream().filter(it -> it.how() != How.LOST).map(Line::id).toList();
    }

    /** How a project won, or did not. */
    public enum How {
        SHARES,
        COMPLETION,
        LOST
    }

    /**
     * One project.
     *
     * @param share the most that one backer pays, rounded to hundredths; 0 unless it won by shares
     * @param left what its backers have left at the end, rounded to hundredths
     * @param tied those with exactly the same price that went behind it
     */
    public record Line(
            String id,
            String name,
            long cost,
            long votes,
            long score,
            How how,
            BigDecimal share,
            BigDecimal left,
            List<String> tied) {}
}
