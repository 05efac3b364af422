package org.zhuxi.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A small cell is withheld and cannot be found out from what is shown. */
class SuppressionTests {

    @Test
    void o43_aCellOfThreeIsWithheldWithItsSmallestNeighbour() {
        assertThat(Suppression.of(List.of(3L, 40L, 12L))).containsExactly(true, false, true);
        assertThat(Suppression.of(List.of(6L, 40L, 12L))).containsOnly(false);
        assertThat(Suppression.of(List.of(0L, 40L))).containsOnly(false);
    }

    @Test
    void twoCellsOfOneNeedAThird() {
        assertThat(Suppression.of(List.of(1L, 1L, 40L, 12L))).containsExactly(true, true, false, true);
    }

    /** Tries every way in which the withheld cells could make up the total. */
    @Property(tries = 300)
    void noWithheldCellFollowsFromTheTotal(@ForAll @Size(min = 2, max = 4) List<@IntRange(max = 12) Integer> numbers) {
        var cells = numbers.stream().map(Integer::longValue).toList();
        var withheld = Suppression.of(cells);
        var hidden =
                IntStream.range(0, cells.size()).filter(withheld::get).boxed().toList();
        if (hidden.size() == cells.size() || hidden.isEmpty()) {
            return;
        }
        var known = hidden.stream().mapToLong(cells::get).sum();
        var possible = new ArrayList<Set<Long>>();
        hidden.forEach(any -> possible.add(new HashSet<>()));
        spread(known, new long[hidden.size()], 0, possible);

        for (var i = 0; i < hidden.size(); i++) {
            if (Suppression.isSmall(cells.get(hidden.get(i)))) {
                assertThat(possible.get(i)).hasSizeGreaterThan(1);
            }
        }
    }

    private static void spread(long rest, long[] taken, int at, List<Set<Long>> possible) {
        if (at == taken.length - 1) {
            taken[at] = rest;
            if (rest > 0) {
                IntStream.range(0, taken.length).forEach(i -> possible.get(i).add(taken[i]));
            }
            return;
        }
        for (var value = 1L; value < rest; value++) {
            taken[at] = value;
            spread(rest - value, taken, at + 1, possible);
        }
    }
}
