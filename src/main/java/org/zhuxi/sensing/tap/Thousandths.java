package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhuxi.kernel.Mistyped;

/** What counters show is kept to a thousandth of the unit. */
final class Thousandths {

    private static final int DECIMALS = 3;

    private Thousandths() {}

    /** @throws Mistyped.NoNumber when there is more behind the point */
    static BigDecimal of(String field, BigDecimal value) {
        if (value.stripTrailingZeros().scale() > DECIMALS) {
            throw new Mistyped.NoNumber(field);
        }
        return value.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}
