package org.zhuxi.platform.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row of values rose or fell: the Mann–Kendall test says whether it did at all (5 %, two-sided), the Theil–Sen slope says
 * by how much. Both use ranks and medians, so one strange month changes little. Sources: Mann (1945), Econometrica 13, 245–259;
 * Kendall (1975), Rank Correlation Methods; Sen (1968), JASA 63, 1379–1389; Gilbert (1987), Statistical Methods for Environmental
 * Pollution Monitoring, chapters 16 and 17.
 */
public sealed interface Trend {

    /** With fewer values no order of them is rare enough: of the 24 orders of four, two (8 %) only rise or only fall. */
    int FEWEST = 5;

    /** @param known how many values there are */
    record TooFew(int known) implements Trend {}

    /**
     * Up and down, or hardly at all.
     *
     * @param first index of the first known value
     * @param last index of the last known value
     */
    record Steady(int first, int last) implements Trend {}

    /**
     * @param first index of the first known value
     * @param last index of the last known value
     * @param change from first to last along the Theil–Sen slope, in the unit of the values; never zero
     */
    record Moved(int first, int last, BigDecimal change) implements Trend {

        public boolean rose() {
            return change.signum() > 0;
        }
    }

    /** @param values in even steps of time; null where nothing is known */
    static Trend of(List<@Nullable BigDecimal> values) {
        var known = IntStream.range(0, values.size())
                .filter(at -> values.get(at) != null)
                .toArray();
        if (known.length < FEWEST) {
            return new TooFew(known.length);
        }
        var numbers = Arrays.stream(known)
                .mapToDouble(at -> Objects.requireNonNull(values.get(at)).doubleValue())
                .toArray();
        var first = known[0];
        var last = known[known.length - 1];
        var test = MannKendall.of(numbers);
        var change = slope(known, numbers) * (last - first);
        return test.isSignificant() && Math.signum(change) == test.direction()
                ? new Moved(first, last, BigDecimal.valueOf(change))
                : new Steady(first, last);
    }

    /** The median of the slopes between every two values. */
    private static double slope(int[] at, double[] values) {
        var slopes = IntStream.range(0, at.length)
                .boxed()
                .flatMapToDouble(i ->
                        IntStream.range(i + 1, at.length).mapToDouble(j -> (values[j] - values[i]) / (at[j] - at[i])))
                .sorted()
                .toArray();
        var middle = slopes.length / 2;
        return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }
}
