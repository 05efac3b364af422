package org.zhuxi.governance.internal;

import java.util.LinkedHashMap;
import java.util.Objects;
import org.zhuxi.governance.Voting;
import org.zhuxi.governance.internal.budget.BallotType;
import org.zhuxi.governance.internal.budget.BudgetBallot;
import org.zhuxi.governance.internal.budget.BudgetProject;
import org.zhuxi.governance.internal.budget.Election;

/** Turns a file of ballots on a budget into the election that is counted. */
final class Elections {

    private Elections() {}

    static Election of(BallotFile file) {
        var voting = Objects.requireNonNullElse(file.voting(), Voting.APPROVAL);
        var projects = file.options().stream()
                .map(it -> new BudgetProject(
                        String.valueOf(it.number()), Objects.requireNonNullElse(it.costYuan(), 0L), it.name()))
                .toList();
        var ballots =
                file.ballots().stream().map(it -> ballot(voting, it.choice())).toList();
        return new Election(
                Objects.requireNonNullElse(file.budgetYuan(), 0L),
                BallotType.valueOf(voting.name()),
                projects,
                ballots);
    }

    private static BudgetBallot ballot(Voting voting, String choice) {
        if (Counting.hasPoints(voting)) {
            var worth = new LinkedHashMap<String, Long>();
            Choices.points(choice).forEach((number, points) -> worth.put(String.valueOf(number), points));
            return new BudgetBallot(worth);
        }
        var named = Choices.numbers(choice).stream().map(String::valueOf).toList();
        return voting == Voting.ORDINAL ? BudgetBallot.ranking(named) : BudgetBallot.approving(named);
    }
}
