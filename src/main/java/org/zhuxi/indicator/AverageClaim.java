package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Holds a printed average against the total it was made from. A booklet says "1.2 t of water saved a month" of 50 households
 * that saved 62 t in eight months: that is the average of a household over all eight months, not of a month.
 *
 * @param total what was saved or used altogether
 * @param households by how many
 * @param months in how many months
 */
public record AverageClaim(BigDecimal total, int households, int months) {

    private static final int SCALE = 6;

    /** What a printed average turns out to be. */
    public enum Finding {
        /** A household's average of a month. */
        PER_HOUSEHOLD_AND_MONTH,
        /** A household's total of the whole time. */
        PER_HOUSEHOLD,
        /** All households' average of a month. */
        PER_MONTH,
        /** None of these. */
        NOTHING
    }

    public BigDecimal perHousehold() {
        return total.divide(BigDecimal.valueOf(households), SCALE, RoundingMode.HALF_UP);
    }

    public BigDecimal perHouseholdAndMonth() {
        return total.divide(BigDecimal.valueOf((long) households * months), SCALE, RoundingMode.HALF_UP);
    }

    public BigDecimal perMonth() {
        return total.divide(BigDecimal.valueOf(months), SCALE, RoundingMode.HALF_UP);
    }

    /** Which average a printed number is; it was cut or rounded to its decimals. */
    public Finding of(BigDecimal printed) {
        if (isPrintedAs(perHouseholdAndMonth(), printed)) {
            return Finding.PER_HOUSEHOLD_AND_MONTH;
        }
        if (isPrintedAs(perHousehold(), printed)) {
            return Finding.PER_HOUSEHOLD;
        }
        return isPrintedAs(perMonth(), printed) ? Finding.PER_MONTH : Finding.NOTHING;
    }

    private static boolean isPrintedAs(BigDecimal exact, BigDecimal printed) {
        return exact.setScale(printed.scale(), RoundingMode.HALF_UP).compareTo(printed) == 0
                || exact.setScale(printed.scale(), RoundingMode.DOWN).compareTo(printed) == 0;
    }
}
