package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What changed between before and after. The change of a percentage is in percentage points and never printed with %.
 *
 * @param amount after less before
 * @param relative the same in percent of before, two decimals; null when it says nothing: for percentages, or from zero
 */
public record Delta(Kind kind, BigDecimal amount, @Nullable BigDecimal relative) {

    /** What the amount counts. */
    public enum Kind {
        /** 个百分点. */
        PERCENTAGE_POINTS,
        /** A change that is known only in percent of a base. */
        PERCENT,
        /** In the unit of the values. */
        ABSOLUTE
    }

    /** @param isPercentage whether both are percentages */
    public static Delta between(BigDecimal before, BigDecimal after, boolean isPercentage) {
        var amount = after.subtract(before);
        if (isPercentage) {
            return new Delta(Kind.PERCENTAGE_POINTS, amount, null);
        }
        return new Delta(
                Kind.ABSOLUTE,
                amount,
                before.signum() == 0
                        ? null
                        : amount.multiply(BigDecimal.valueOf(100)).divide(before.abs(), 2, RoundingMode.HALF_UP));
    }
}
