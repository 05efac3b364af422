package org.zhuxi.governance.internal.budget;

import java.util.List;

/**
 * A vote on a budget.
 *
 * @param budget whole units of money
 * @param projects in the order of the lot that was published before the count
 */
public record Election(long budget, BallotType type, List<BudgetProject> projects, List<BudgetBallot> ballots) {

    public Election {
        projects = List.copyOf(projects);
        ballots = List.copyOf(ballots);
    }
}
