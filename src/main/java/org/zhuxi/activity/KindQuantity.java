package org.zhuxi.activity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A quantity that records of a kind carry. All numbers are in the base unit.
 *
 * @param code such as {@code mass}
 * @param unit base unit: kg, kWh, m3, h or 1
 * @param above what a value must exceed, or null
 * @param atLeast what a value must reach, or null
 * @param whole whether only whole numbers make sense
 * @param unusualAbove what sends a record to review, or null
 * @param householdMaximum what no household brings in one record, or null
 * @param maximum what no record at all carries
 */
public record KindQuantity(
        String code,
        Names names,
        String unit,
        boolean required,
        @Nullable BigDecimal above,
        @Nullable BigDecimal atLeast,
        boolean whole,
        @Nullable BigDecimal unusualAbove,
        @Nullable BigDecimal householdMaximum,
        BigDecimal maximum) {

    /** The largest value a record may carry. */
    public BigDecimal maximumFor(boolean household) {
        return household && householdMaximum != null ? householdMaximum : maximum;
    }

    /** The unit as it stands after a number; a count has none. */
    public String shownUnit() {
        return unit.equals("1") ? "" : unit;
    }

    public boolean isUnusual(BigDecimal value) {
        return unusualAbove != null && value.compareTo(unusualAbove) > 0;
    }
}
