package org.zhuxi.indicator.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Withholds small cells of a row whose total is shown. A cell of one to four is withheld; then the smallest others are, until
 * at least two are and what they share is more than one each, so that none follows from the total.
 */
final class Suppression {

    /** A smaller number could point at single households or persons. */
    static final long FEWEST = 5;

    private Suppression() {}

    static boolean isSmall(long cell) {
        return cell > 0 && cell < FEWEST;
    }

    /** For each cell, in the same order, whether it is withheld; all are when nothing else protects a small one. */
    static List<Boolean> of(List<Long> cells) {
        var withheld = new ArrayList<>(cells.stream().map(Suppression::isSmall).toList());
        if (!withheld.contains(true)) {
            return List.copyOf(withheld);
        }
        var others = IntStream.range(0, cells.size())
                .filter(i -> !withheld.get(i))
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> cells.get(i) == 0).thenComparing(cells::get))
                .iterator();
        while (others.hasNext() && isOpen(cells, withheld)) {
            withheld.set(others.next(), true);
        }
        return List.copyOf(withheld);
    }

    /** Whether a withheld cell follows from the total and the cells that are shown. */
    static boolean isOpen(List<Long> cells, List<Boolean> withheld) {
        var count = 0;
        var sum = 0L;
        for (var i = 0; i < cells.size(); i++) {
            if (withheld.get(i)) {
                count++;
                sum += cells.get(i);
            }
        }
        return count > 0 && (count < 2 || sum <= count);
    }
}
