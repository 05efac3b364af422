package org.zhuxi.governance.internal.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The Method of Equal Shares in exact fractions throughout, slow and plain: what {@link EqualShares} is held against. */
final class ExactShares {

    private ExactShares() {}

    /** Projects in the order in which they are bought. */
    static List<Integer> run(Electorate electorate, BigFraction endowment) {
        var purses = new ExactPurses(electorate, endowment);
        var bought = new ArrayList<Integer>();
        var open = new ArrayList<>(IntStream.range(0, electorate.projects())
                .filter(it -> electorate.backers[it].totalWorth() > 0)
                .boxed()
                .sorted(electorate.ties())
                .toList());
        while (true) {
            open.removeIf(project -> !purses.canPay(project));
            @Nullable Integer best = null;
            @Nullable BigFraction least = null;
            for (var project : open) {
                var price = purses.price(project);
                if (least == null || price.compareTo(least) < 0) {
                    best = project;
                    least = price;
                }
            }
            if (best == null) {
                return bought;
            }
            purses.buy(best);
            bought.add(best);
            open.remove(best);
        }
    }
}
