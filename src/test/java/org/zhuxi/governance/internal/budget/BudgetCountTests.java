package org.zhuxi.governance.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BudgetCountTests {

    private static final Set<String> OFFICIAL =
            Set.of("Netherlands_Assen_2024.pb", "Poland_Swiecie_2023.pb", "Poland_Wieliczka_2023_Green_Budget.pb");

    @TestFactory
    Stream<DynamicTest> reproducesTheExpectedOutcomes() throws IOException {
        try (var file = getClass().getResourceAsStream("/governance/pb/expected.json")) {
            var tests = new ArrayList<DynamicTest>();
            new ObjectMapper()
                    .readTree(file)
                    .forEachEntry(
                            (name, expected) -> tests.add(DynamicTest.dynamicTest(name, () -> check(name, expected))));
            assertThat(tests).hasSize(19);
            return tests.stream();
        }
    }

    private static void check(String name, JsonNode expected) {
        var file = Instances.read(name);
        var election = file.election();
        var step = file.centsPerUnit();
        compare(election, expected, "mes_cost", new BudgetRule(Worth.COST, false, false, false, false, step));
        compare(election, expected, "mes_card", new BudgetRule(Worth.ONE, false, false, false, false, step));
        compare(election, expected, "mes_points", new BudgetRule(Worth.POINTS, false, false, false, false, step));
        for (var worth : List.of(Worth.COST, Worth.ONE, Worth.POINTS)) {
            var kind = worth == Worth.COST ? "mes_cost" : worth == Worth.ONE ? "mes_card" : "mes_points";
            compare(election, expected, kind + "_add1_integral", new BudgetRule(worth, true, true, false, false, step));
            compare(election, expected, kind + "_add1e_integral", new BudgetRule(worth, true, true, true, false, step));
        }
        var greedy = expected.get("greedy_by_votes_or_score");
        if (greedy != null) {
            var outcome = BudgetCount.count(election, BudgetRule.usual(election));
            assertThat(new TreeSet<>(outcome.greedy())).isEqualTo(ids(greedy));
        }
    }

    private static void compare(Election election, JsonNode expected, String kind, BudgetRule rule) {
        if (expected.has(kind)) {
            var outcome = BudgetCount.count(election, rule);
            assertThat(new TreeSet<>(outcome.winners())).as(kind).isEqualTo(ids(expected.get(kind)));
        }
    }

    private static Set<String> ids(JsonNode outcome) {
        var ids = new TreeSet<String>();
        outcome.get("winners").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    @Test
    void reproducesTheThreeOfficialElections() {
        for (var name : OFFICIAL) {
            var file = Instances.read(name);
            var outcome = BudgetCount.count(file.election(), new BudgetRule(Worth.COST, true, true, false, false, 1));
            assertThat(outcome.winners()).as(name).containsExactlyInAnyOrderElementsOf(file.selected());
        }
        assertThat(official("Netherlands_Assen_2024.pb")).isEqualTo("9 76700 2033.00");
        assertThat(official("Poland_Swiecie_2023.pb")).isEqualTo("17 1040337 662.00");
        assertThat(official("Poland_Wieliczka_2023_Green_Budget.pb")).isEqualTo("30 995079 315.00");
    }

    private static String official(String name) {
        var outcome = BudgetCount.count(
                Instances.read(name).election(), new BudgetRule(Worth.COST, true, true, false, false, 1));
        return outcome.winners().size() + " " + outcome.cost() + " " + outcome.moneyPerVoter();
    }

    @Test
    void saysInWhichOrderProjectsWonAndWhy() {
        var election = Instances.read("doc_equalshares_example2.pb").election();
        var plain = BudgetCount.count(election, new BudgetRule(Worth.COST, false, false, false, false, 1));
        assertThat(plain.winners()).containsExactly("gym", "park", "playground");
        var usual = BudgetCount.count(election, BudgetRule.usual(election));
        assertThat(usual.winners()).containsExactlyInAnyOrder("gym", "park", "playground", "library");
        assertThat(usual.lines().getLast().id()).isEqualTo("bike");
        assertThat(usual.lines().getLast().how()).isEqualTo(BudgetOutcome.How.LOST);
        assertThat(usual.lines().getFirst().share()).isPositive();
    }

    @Property(tries = 150)
    void countsAsTheExactReferenceDoes(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 12) Integer> costs,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 511) Integer> ballots,
            @ForAll @IntRange(min = 1, max = 60) int money,
            @ForAll boolean byCost) {
        var projects = new ArrayList<BudgetProject>();
        costs.forEach(cost -> projects.add(new BudgetProject("p" + projects.size(), cost * 100L, "")));
        var approved = ballots.stream()
                .map(bits -> BudgetBallot.approving(projects.stream()
                        .map(BudgetProject::id)
                        .filter(id -> (bits >> Integer.parseInt(id.substring(1)) & 1) == 1)
                        .toList()))
                .toList();
        var election = new Election(money * 100L, BallotType.APPROVAL, projects, approved);
        var electorate = Electorate.of(election, byCost ? Worth.COST : Worth.ONE);
        var endowment = BigFraction.of(election.budget()).divide(approved.size());
        assertThat(EqualShares.run(electorate, endowment).bought()).isEqualTo(ExactShares.run(electorate, endowment));
        var outcome = BudgetCount.count(election, BudgetRule.usual(election));
        assertThat(outcome.cost()).isLessThanOrEqualTo(election.budget());
        var mixed = new ArrayList<>(approved);
        java.util.Collections.reverse(mixed);
        assertThat(BudgetCount.count(
                        new Election(election.budget(), election.type(), projects, mixed), BudgetRule.usual(election)))
                .isEqualTo(outcome);
    }

    @Test
    void countsNobodysBallotsAsNothing() {
        var election = new Election(100, BallotType.APPROVAL, List.of(new BudgetProject("1", 50, "")), List.of());
        assertThat(BudgetCount.count(election, BudgetRule.usual(election)).winners())
                .isEmpty();
    }

    /** One voter who wants only A and one who wants only B; each begins with half of the budget. */
    private static Election two(long budget, long a, long b) {
        return new Election(
                budget,
                BallotType.APPROVAL,
                List.of(new BudgetProject("A", a, ""), new BudgetProject("B", b, "")),
                List.of(BudgetBallot.approving(List.of("A")), BudgetBallot.approving(List.of("B"))));
    }

    private static String usual(Election election) {
        var rule = BudgetRule.usual(election);
        var outcome = BudgetCount.count(election, rule);
        return rule.step() + " " + new TreeSet<>(outcome.winners()) + " " + outcome.moneyPerVoter();
    }

    @Test
    void growsByATwoThousandthOfAShareAboveTwoThousand() {
        // shares of 3,999 and 4,000: one unit a time, then two
        assertThat(BudgetRule.usual(two(7_998, 1, 1)).step()).isEqualTo(1);
        assertThat(BudgetRule.usual(two(8_000, 1, 1)).step()).isEqualTo(2);
        // a share of 10,000 grows by 5: B at once; A at the first multiple of 5 that pays it
        assertThat(usual(two(20_000, 13_000, 7_000))).isEqualTo("5 [A, B] 13000.00");
        assertThat(usual(two(20_000, 12_996, 7_000))).isEqualTo("5 [A, B] 13000.00");
        // A and B would cost too much at 13,005: the growth stops at 13,000, and A does not fit into what is left
        assertThat(usual(two(20_000, 13_001, 7_000))).isEqualTo("5 [B] 13000.00");
        // a share that is no multiple of the step begins at the multiple below: 10,003 at 10,000
        assertThat(usual(two(20_006, 10_000, 10_000))).isEqualTo("5 [A, B] 10000.00");
        assertThat(usual(two(20_006, 10_003, 10_003))).isEqualTo("5 [A, B] 10005.00");
    }

    @Property(tries = 15)
    void growsInLargeStepsAsTheExactReferenceDoes(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 30_000) Integer> costs,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 15) Integer> ballots,
            @ForAll @IntRange(min = 12_000, max = 60_000) int budget) {
        var projects = new ArrayList<BudgetProject>();
        costs.forEach(cost -> projects.add(new BudgetProject("p" + projects.size(), cost, "")));
        var approved = ballots.stream()
                .map(bits -> BudgetBallot.approving(projects.stream()
                        .map(BudgetProject::id)
                        .filter(id -> (bits >> Integer.parseInt(id.substring(1)) & 1) == 1)
                        .toList()))
                .toList();
        var election = new Election(budget, BallotType.APPROVAL, projects, approved);
        var step = BudgetRule.usual(election).step();
        assertThat(step).isEqualTo(budget / approved.size() / 2_000).isGreaterThan(1);
        var outcome = BudgetCount.count(election, new BudgetRule(Worth.COST, true, true, false, false, step));
        var electorate = Electorate.of(election, Worth.COST);
        var money = budget / (approved.size() * step) * step;
        var kept = ExactShares.run(electorate, BigFraction.of(money));
        while (money < budget && wantsMore(electorate, kept, budget)) {
            var next = ExactShares.run(electorate, BigFraction.of(money + step));
            if (electorate.cost(next) > budget) {
                break;
            }
            kept = next;
            money += step;
        }
        assertThat(outcome.winners())
                .isEqualTo(kept.stream().map(it -> projects.get(it).id()).toList());
        assertThat(outcome.moneyPerVoter()).isEqualByComparingTo(java.math.BigDecimal.valueOf(money));
    }

    private static boolean wantsMore(Electorate electorate, List<Integer> bought, long budget) {
        return java.util.stream.IntStream.range(0, electorate.projects())
                .anyMatch(it ->
                        !bought.contains(it) && electorate.backers[it].votes() > 0 && electorate.cost(it) <= budget);
    }
}
