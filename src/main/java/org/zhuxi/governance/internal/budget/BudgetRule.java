package org.zhuxi.governance.internal.budget;

/**
 * How a budget is counted, published before the vote.
 *
 * @param worth what a project is worth to its backers
 * @param isIntegral whether everybody begins with whole units of money
 * @param addsOne whether everybody's money grows by one unit a time until the projects would cost more than there is (Add1)
 * @param stopsWhenFull whether growing stops as soon as nothing more would fit
 * @param step by how much everybody's money grows, and of what it is a multiple when it is whole: one unit of the currency
 * @param completes whether money left is given to what has the most votes and fits
 */
public record BudgetRule(
        Worth worth, boolean isIntegral, boolean addsOne, boolean stopsWhenFull, boolean completes, long step) {

    private static final long RUNS_A_SHARE = 2_000;

    /**
     * The usual rule: whole units, Add1, then by votes. One unit a time; where a share is above 2,000 units, a two-thousandth of
     * it, so that few voters with much money are counted in time too.
     */
    public static BudgetRule usual(Election election) {
        var voters = Math.max(1, election.ballots().size());
        var step = Math.max(1, election.budget() / voters / RUNS_A_SHARE);
        return new BudgetRule(Worth.usual(election.type()), true, true, false, true, step);
    }
}
