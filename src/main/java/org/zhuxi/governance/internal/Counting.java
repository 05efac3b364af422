package org.zhuxi.governance.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.zhuxi.governance.Voting;
import org.zhuxi.governance.internal.assembly.AssemblyTally;
import org.zhuxi.governance.internal.budget.BudgetCount;
import org.zhuxi.governance.internal.budget.BudgetRule;
import org.zhuxi.governance.internal.owners.Consent;
import org.zhuxi.governance.internal.owners.OwnersCount;
import org.zhuxi.governance.internal.poll.PollTally;

/** Hands a file of ballots to the one rule that counts its kind of decision. */
public final class Counting {

    private Counting() {}

    public static Outcome count(BallotFile file) {
        return switch (file.kind()) {
            case POLL -> poll(file);
            case ASSEMBLY -> assembly(file);
            case OWNERS -> owners(file);
            case BUDGET -> budget(file);
        };
    }

    private static Outcome poll(BallotFile file) {
        var ballots =
                file.ballots().stream().map(it -> Choices.numbers(it.choice())).toList();
        var tally = PollTally.of(file.entitled(), file.options().size(), ballots);
        var numbers = new TreeMap<String, Long>();
        numbers.put("asked", (long) tally.asked());
        numbers.put("answered", (long) tally.answered());
        var lines = new ArrayList<Outcome.Line>();
        for (var option : file.options()) {
            var votes = tally.chosen().getOrDefault(option.number(), 0);
            lines.add(new Outcome.Line(
                    option.number(), option.name(), 0, votes, votes, "", BigDecimal.ZERO, BigDecimal.ZERO, List.of()));
        }
        lines.sort(Comparator.comparingLong(Outcome.Line::votes).reversed().thenComparing(Outcome.Line::number));
        return new Outcome(null, numbers, lines, List.of(), null);
    }

    private static Outcome assembly(BallotFile file) {
        var tally = new AssemblyTally(
                file.entitled(), said(file, Consent.YES), said(file, Consent.NO), said(file, Consent.ABSTAIN));
        var numbers = new TreeMap<String, Long>();
        numbers.put("entitled", (long) tally.entitled());
        numbers.put("attended", (long) tally.attended());
        numbers.put("yes", (long) tally.yes());
        numbers.put("no", (long) tally.no());
        numbers.put("abstain", (long) tally.abstain());
        numbers.put("quorum", tally.quorum() ? 1L : 0L);
        numbers.put("majority", tally.majority() ? 1L : 0L);
        return new Outcome(tally.adopted(), numbers, List.of(), List.of(), null);
    }

    private static int said(BallotFile file, Consent consent) {
        return (int) file.ballots().stream()
                .filter(it -> it.choice().equals(consent.name()))
                .count();
    }

    private static Outcome owners(BallotFile file) {
        var heads = file.ballots().stream()
                .map(it -> new OwnersCount.Head(it.areaCentiM2(), Consent.valueOf(it.choice())))
                .toList();
        var tally = OwnersCount.count(file.special(), file.totalAreaCentiM2(), file.entitled(), heads);
        var numbers = new TreeMap<String, Long>();
        numbers.put("totalArea", tally.totalArea());
        numbers.put("totalHeads", (long) tally.totalHeads());
        numbers.put("partArea", tally.partArea());
        numbers.put("partHeads", (long) tally.partHeads());
        numbers.put("yesArea", tally.yesArea());
        numbers.put("yesHeads", (long) tally.yesHeads());
        numbers.put("noArea", tally.noArea());
        numbers.put("noHeads", (long) tally.noHeads());
        numbers.put("abstainArea", tally.abstainArea());
        numbers.put("abstainHeads", (long) tally.abstainHeads());
        numbers.put("quorum", tally.quorum() ? 1L : 0L);
        numbers.put("majority", tally.majority() ? 1L : 0L);
        return new Outcome(tally.adopted(), numbers, List.of(), List.of(), null);
    }

    private static Outcome budget(BallotFile file) {
        var election = Elections.of(file);
        var outcome = BudgetCount.count(election, BudgetRule.usual(election));
        var numbers = new TreeMap<String, Long>();
        numbers.put("asked", (long) file.entitled());
        numbers.put("answered", (long) file.ballots().size());
        numbers.put("budget", election.budget());
        numbers.put("cost", outcome.cost());
        numbers.put("greedyCost", outcome.greedyCost());
        var lines = outcome.lines().stream()
                .map(it -> new Outcome.Line(
                        Integer.parseInt(it.id()),
                        it.name(),
                        it.cost(),
                        it.votes(),
                        it.score(),
                        it.how().name(),
                        it.share(),
                        it.left(),
                        it.tied().stream().map(Integer::valueOf).toList()))
                .toList();
        var greedy = outcome.greedy().stream().map(Integer::valueOf).toList();
        return new Outcome(null, numbers, lines, greedy, outcome.moneyPerVoter());
    }

    /** Whether this way of voting gives points. */
    static boolean hasPoints(Voting voting) {
        return voting == Voting.CUMULATIVE || voting == Voting.SCORING;
    }
}
