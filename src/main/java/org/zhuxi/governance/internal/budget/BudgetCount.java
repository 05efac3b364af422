package org.zhuxi.governance.internal.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Counts a vote on a budget. The same ballots give the same outcome, in whatever order they come. */
public final class BudgetCount {

    /** A guard against files nobody could count: far more than any real vote needs. */
    private static final int MOST_RUNS = 100_000;

    private final Electorate electorate;
    private final BudgetRule rule;
    private final long budget;

    private BudgetCount(Election election, BudgetRule rule) {
        this.electorate = Electorate.of(election, rule.worth());
        this.rule = rule;
        this.budget = election.budget();
    }

    public static BudgetOutcome count(Election election, BudgetRule rule) {
        return new BudgetCount(election, rule).outcome();
    }

    private BudgetOutcome outcome() {
        var growth = electorate.voters == 0
                ? new Growth(BigFraction.ZERO, new EqualShares.Run(List.of(), new double[0]))
                : grow();
        var bought = growth.run().bought();
        var chosen = new LinkedHashSet<>(bought);
        if (rule.completes()) {
            chosen.addAll(greedy(bought));
        }
        var greedy = greedy(List.of());
        return new BudgetOutcome(
                lines(growth.run(), chosen),
                electorate.cost(chosen),
                round(growth.endowment().doubleValue()),
                ids(greedy),
                electorate.cost(greedy));
    }

    private record Growth(BigFraction endowment, EqualShares.Run run) {}

    private Growth grow() {
        var start = rule.isIntegral()
                ? BigFraction.of(budget / (electorate.voters * rule.step()) * rule.step())
                : BigFraction.of(budget).divide(electorate.voters);
        var kept = new Growth(start, EqualShares.run(electorate, start));
        var most = BigFraction.of(budget);
        while (rule.addsOne()
                && !isEnough(kept.run().bought())
                && kept.endowment().compareTo(most) < 0) {
            var next = kept.endowment().add(BigFraction.of(rule.step()));
            var run = EqualShares.run(electorate, next);
            if (electorate.cost(run.bought()) > budget) {
                break;
            }
            kept = new Growth(next, run);
        }
        return kept;
    }

    /** Whether growing cannot or shall not add anything. */
    private boolean isEnough(List<Integer> bought) {
        var left = budget - electorate.cost(bought);
        var rest = IntStream.range(0, electorate.projects())
                .filter(it -> !bought.contains(it) && electorate.backers[it].totalWorth() > 0);
        return rule.stopsWhenFull()
                ? rest.noneMatch(it -> electorate.cost(it) <= left)
                : rest.noneMatch(it -> electorate.cost(it) <= budget);
    }

    /** What still fits, by votes or points, beyond what is chosen. */
    private List<Integer> greedy(Collection<Integer> chosen) {
        var left = budget - electorate.cost(chosen);
        var added = new ArrayList<Integer>();
        var order = IntStream.range(0, electorate.projects())
                .boxed()
                .filter(it -> !chosen.contains(it) && electorate.backers[it].score() > 0)
                .sorted(Comparator.comparingLong((Integer it) -> electorate.backers[it].score())
                        .reversed()
                        .thenComparing(electorate.ties()))
                .toList();
        for (var project : order) {
            if (electorate.cost(project) <= left) {
                added.add(project);
                left -= electorate.cost(project);
            }
        }
        return added;
    }

    private List<BudgetOutcome.Line> lines(EqualShares.Run run, LinkedHashSet<Integer> chosen) {
        var lines = new ArrayList<BudgetOutcome.Line>();
        for (var step : run.steps()) {
            var most = Arrays.stream(electorate.backers[step.project()].worth())
                    .max()
                    .orElse(0);
            lines.add(
                    line(step.project(), BudgetOutcome.How.SHARES, step.price() * most, run.left(), ids(step.tied())));
        }
        chosen.stream()
                .skip(run.steps().size())
                .forEach(it -> lines.add(line(it, BudgetOutcome.How.COMPLETION, 0, run.left(), List.of())));
        IntStream.range(0, electorate.projects())
                .boxed()
                .filter(it -> !chosen.contains(it))
                .sorted(Comparator.comparingLong((Integer it) -> electorate.backers[it].score())
                        .reversed()
                        .thenComparing(electorate.ties()))
                .forEach(it -> lines.add(line(it, BudgetOutcome.How.LOST, 0, run.left(), List.of())));
        return lines;
    }

    private BudgetOutcome.Line line(
            int project, BudgetOutcome.How how, double share, double[] left, List<String> tied) {
        var it = electorate.election.projects().get(project);
        var backers = electorate.backers[project];
        var money = left.length == 0
                ? 0
                : Arrays.stream(backers.groups())
                        .mapToDouble(group -> left[group] * electorate.sizes[group])
                        .sum();
        return new BudgetOutcome.Line(
                it.id(), it.name(), it.cost(), backers.votes(), backers.score(), how, round(share), round(money), tied);
    }

    private List<String> ids(Collection<Integer> projects) {
        return projects.stream()
                .map(it -> electorate.election.projects().get(it).id())
                .toList();
    }

    private static BigDecimal round(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
