package org.zhuxi.governance.internal.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One run of the Method of Equal Shares (Peters, Pierczyński, Skowron): everybody has the same money; again and again that
 * project is bought whose backers pay the lowest price for what it is worth to them. Floating-point numbers sort out what is
 * far apart; whatever lies nearer than a hundred millionth is decided in exact fractions.
 */
final class EqualShares {

    private static final double NEAR = 1e-8;

    private final Electorate electorate;
    private final BigFraction endowment;
    private final double[] left;
    private final double[] price;
    private final List<Integer> open;
    private final List<Integer> bought = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private @Nullable ExactPurses exact;

    /**
     * A purchase.
     *
     * @param price of one unit of worth
     * @param tied those whose price was exactly the same and that went behind
     */
    record Step(int project, double price, List<Integer> tied) {}

    /** @param left what one voter of each group has left */
    record Run(List<Step> steps, double[] left) {

        List<Integer> bought() {
            return steps.stream().map(Step::project).toList();
        }
    }

    private EqualShares(Electorate electorate, BigFraction endowment) {
        this.electorate = electorate;
        this.endowment = endowment;
        this.left = new double[electorate.sizes.length];
        Arrays.fill(left, endowment.doubleValue());
        this.price = new double[electorate.projects()];
        this.open = new ArrayList<>(IntStream.range(0, electorate.projects())
                .filter(it -> electorate.backers[it].totalWorth() > 0)
                .boxed()
                .toList());
    }

    static Run run(Electorate electorate, BigFraction endowment) {
        return new EqualShares(electorate, endowment).run();
    }

    private Run run() {
        while (true) {
            var nearest = nearest();
            if (nearest.isEmpty()) {
                return new Run(steps, left);
            }
            var tied = nearest.size() == 1 ? nearest : cheapest(nearest);
            var chosen = tied.getFirst();
            steps.add(new Step(chosen, price[chosen], List.copyOf(tied.subList(1, tied.size()))));
            pay(chosen);
            open.remove(chosen);
            bought.add(chosen);
        }
    }

    /** Those that can be paid and whose price is the lowest, or so near that it has to be looked at exactly. */
    private List<Integer> nearest() {
        // a price never falls while money is spent: the one of an earlier round is a lower bound
        open.sort(Comparator.comparingDouble(project -> price[project]));
        var least = Double.POSITIVE_INFINITY;
        var found = new ArrayList<Integer>();
        var gone = new ArrayList<Integer>();
        for (var project : open) {
            if (price[project] > least * (1 + NEAR)) {
                break;
            }
            if (!canPay(project)) {
                gone.add(project);
                continue;
            }
            price[project] = price(project);
            least = Math.min(least, price[project]);
            found.add(project);
        }
        open.removeAll(gone);
        var bound = least * (1 + NEAR);
        found.removeIf(project -> price[project] > bound);
        return found;
    }

    private boolean canPay(int project) {
        var money = 0.0;
        for (var group : electorate.backers[project].groups()) {
            money += left[group] * electorate.sizes[group];
        }
        var cost = electorate.cost(project);
        return Math.abs(money - cost) <= NEAR * cost ? exact().canPay(project) : money > cost;
    }

    private double price(int project) {
        var backers = electorate.backers[project];
        var groups = backers.groups();
        var worth = backers.worth();
        var capped = new boolean[groups.length];
        var rest = (double) electorate.cost(project);
        var total = backers.totalWorth();
        while (true) {
            var tried = rest / total;
            var isSettled = true;
            for (var i = 0; i < groups.length; i++) {
                if (!capped[i] && left[groups[i]] < tried * worth[i]) {
                    var size = electorate.sizes[groups[i]];
                    if (total == worth[i] * size) {
                        // everybody gives all: rounding alone made the last one look poorer than he is
                        return tried;
                    }
                    capped[i] = true;
                    isSettled = false;
                    rest -= left[groups[i]] * size;
                    total -= worth[i] * size;
                }
            }
            if (isSettled) {
                return tried;
            }
        }
    }

    /** Of some that are near, those whose exact price is the lowest, as the rule for ties orders them. */
    private List<Integer> cheapest(List<Integer> nearest) {
        var purses = exact();
        var prices = nearest.stream().map(purses::price).toList();
        var least = prices.stream().min(Comparator.naturalOrder()).orElseThrow();
        return IntStream.range(0, prices.size())
                .filter(i -> prices.get(i).equals(least))
                .mapToObj(nearest::get)
                .sorted(electorate.ties())
                .toList();
    }

    private void pay(int project) {
        var backers = electorate.backers[project];
        for (var i = 0; i < backers.groups().length; i++) {
            var group = backers.groups()[i];
            left[group] = Math.max(0, left[group] - price[project] * backers.worth()[i]);
        }
    }

    private ExactPurses exact() {
        if (exact == null) {
            exact = new ExactPurses(electorate, endowment);
        }
        return exact.after(bought);
    }
}
