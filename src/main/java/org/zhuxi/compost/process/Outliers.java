package org.zhuxi.compost.process;

import java.util.List;
import java.util.OptionalDouble;

/** Numbers that do not look like their neighbours: the robust z of Iglewicz and Hoaglin, 0.6745·(x − median) ÷ MAD. */
public final class Outliers {

    /** Fewer numbers say nothing about what is usual. */
    public static final int ENOUGH = 7;

    /** Above this somebody looks at it; above {@link #HOLD} it does not count until somebody did. */
    public static final double REVIEW = 3.5;

    public static final double HOLD = 10;

    private static final double CONSISTENCY = 0.6745;
    private static final double LEAST_SPREAD = 0.05;
    private static final int DIGIT_ENTRIES = 30;
    private static final double ROUND_SHARE = 0.6;

    private Outliers() {}

    /** How far a number is from the middle of the others; empty when there are too few to tell. */
    public static OptionalDouble robustZ(List<Double> numbers, double x) {
        if (numbers.size() < ENOUGH) {
            return OptionalDouble.empty();
        }
        var middle = median(numbers);
        var deviation = median(numbers.stream().map(it -> Math.abs(it - middle)).toList());
        var spread = deviation > 0 ? deviation : LEAST_SPREAD * middle;
        return spread > 0 ? OptionalDouble.of(CONSISTENCY * (x - middle) / spread) : OptionalDouble.empty();
    }

    public static double median(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Whether more than 60 % of at least 30 weights end in 0 or 5: then they were probably not read from a scale. */
    public static boolean looksRounded(List<java.math.BigDecimal> weights) {
        var round = weights.stream()
                .filter(it -> it.remainder(new java.math.BigDecimal("0.5")).signum() == 0)
                .count();
        return weights.size() >= DIGIT_ENTRIES && round > ROUND_SHARE * weights.size();
    }

    /** The longest run of one and the same weight. */
    public static int longestRepeat(List<java.math.BigDecimal> weights) {
        var run = 0;
        var longest = 0;
        for (var i = 0; i < weights.size(); i++) {
            run = i > 0 && weights.get(i).compareTo(weights.get(i - 1)) == 0 ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
