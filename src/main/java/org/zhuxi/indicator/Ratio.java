package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A part of a whole, exact. It is compared on the exact numbers and rounded (half up) only when it is printed: 59,999 of
 * 99,999 prints 60.00 % and does not reach 60 %.
 *
 * @param whole not zero
 */
public record Ratio(BigDecimal part, BigDecimal whole) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Ratio {
        if (whole.signum() == 0) {
            throw new ArithmeticException("A ratio of nothing is no number");
        }
    }

    public static Ratio of(long part, long whole) {
        return new Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** In percent, as printed. */
    public BigDecimal percent(int decimals) {
        return times(HUNDRED, decimals);
    }

    /** The ratio times a factor, as printed. */
    public BigDecimal times(BigDecimal factor, int decimals) {
        return part.multiply(factor).divide(whole, decimals, RoundingMode.HALF_UP);
    }

    /** Whether it is at least so many percent, on the exact numbers. */
    public boolean reaches(BigDecimal percent) {
        return Integer.signum(part.multiply(HUNDRED).compareTo(percent.multiply(whole))) * whole.signum() >= 0;
    }

    /** How many more of the part it takes to reach a percentage; negative for what is there beyond it. Whole things only. */
    public long missingTo(BigDecimal percent) {
        return percent.multiply(whole)
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .subtract(part)
                .longValueExact();
    }

    /**
     * Every whole number of which so many would print as that percentage: an importer takes a printed rate only with one of
     * these.
     *
     * @param printed in percent; its scale says how many decimals were printed; more than zero
     */
    public static List<Long> wholesOf(long part, BigDecimal printed) {
        var half = BigDecimal.valueOf(5, printed.scale() + 1);
        var hundredParts = BigDecimal.valueOf(part).multiply(HUNDRED);
        var least =
                hundredParts.divide(printed.add(half), 0, RoundingMode.FLOOR).longValueExact();
        var most = printed.compareTo(half) > 0
                ? hundredParts
                        .divide(printed.subtract(half), 0, RoundingMode.CEILING)
                        .longValueExact()
                : least + 1;
        return LongStream.rangeClosed(Math.max(1, least), most)
                .filter(whole -> Ratio.of(part, whole).percent(printed.scale()).compareTo(printed) == 0)
                .boxed()
                .toList();
    }
}
