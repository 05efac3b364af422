package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other homes of the community with as many people used per person and day; never a single one of them.
 *
 * @param homes how many there are
 * @param median of them; null below {@link #FEWEST}
 */
public record Neighbours(int homes, @Nullable BigDecimal median) {

    /** With fewer homes nothing is told. */
    public static final int FEWEST = 5;

    /** @param perPersonDay one for each other home, in any order */
    public static Neighbours of(List<BigDecimal> perPersonDay) {
        var sorted = perPersonDay.stream().sorted().toList();
        var size = sorted.size();
        if (size < FEWEST) {
            return new Neighbours(size, null);
        }
        var upper = sorted.get(size / 2);
        return new Neighbours(
                size,
                size % 2 == 1
                        ? upper
                        : upper.add(sorted.get(size / 2 - 1))
                                .divide(BigDecimal.TWO, upper.scale(), RoundingMode.HALF_UP));
    }
}
