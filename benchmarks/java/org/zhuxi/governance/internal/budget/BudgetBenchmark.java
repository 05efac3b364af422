package org.zhuxi.governance.internal.budget;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How long official votes on budgets, and one of few households with much money, take to be counted with all of their growing shares,
 * and one run of it beside the exact reference; on one thread.
 */
public final class BudgetBenchmark {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final double NANOSECONDS = 1e6;

    private BudgetBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println("| file | voters | count, ms, median (range) of " + ROUNDS
                + " | last run, ms | the same in exact fractions, ms |");
        System.out.println("|---|---|---|---|---|");
        for (var name : List.of(
                "Netherlands_Assen_2024.pb", "Poland_Swiecie_2023.pb", "Poland_Wieliczka_2023_Green_Budget.pb")) {
            measure(name, Instances.read(name).election(), new BudgetRule(Worth.COST, true, true, false, false, 1));
        }
        var few = fewWithMuch();
        measure("40 households, 1,000,000 yuan, made up, by a two-thousandth", few, BudgetRule.usual(few));
        measure("the same, by one yuan", few, new BudgetRule(Worth.COST, true, true, false, true, 1));
    }

    /** Forty households that each approve some of twenty projects; the same every time. */
    private static Election fewWithMuch() {
        var random = new Random(40);
        var projects = IntStream.rangeClosed(1, 20)
                .mapToObj(id -> new BudgetProject(String.valueOf(id), 20_000 + 1_000L * random.nextInt(180), ""))
                .toList();
        var ballots = IntStream.range(0, 40)
                .mapToObj(voter -> BudgetBallot.approving(projects.stream()
                        .map(BudgetProject::id)
                        .filter(id -> random.nextInt(5) == 0)
                        .toList()))
                .toList();
        return new Election(1_000_000, BallotType.APPROVAL, projects, ballots);
    }

    private static void measure(String name, Election election, BudgetRule rule) {
        var outcome = BudgetCount.count(election, rule);
        var endowment = BigFraction.of(outcome.moneyPerVoter().longValueExact());
        var electorate = Electorate.of(election, Worth.COST);
        var whole = times(() -> BudgetCount.count(election, rule), ROUNDS);
        var one = times(() -> EqualShares.run(electorate, endowment), ROUNDS);
        var exact = times(() -> ExactShares.run(electorate, endowment), 1);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f (%.1f–%.1f) | %.2f | %.1f |%n",
                name,
                election.ballots().size(),
                whole[whole.length / 2],
                whole[0],
                whole[whole.length - 1],
                one[one.length / 2],
                exact[0]);
    }

    private static double[] times(Runnable work, int rounds) {
        for (var i = 0; i < Math.min(WARM_UP, rounds - 1); i++) {
            work.run();
        }
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++) {
            var start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / NANOSECONDS;
        }
        Arrays.sort(times);
        return times;
    }
}
