package org.zhuxi.platform.web;

import java.math.BigDecimal;
import org.zhuxi.kernel.Names;

/**
 * What the values of a chart count.
 *
 * @param unit as people read it, such as kg; empty for a plain count
 * @param decimals shown
 * @param share whether the values are shares, whose changes are told in percentage points and never in percent
 */
public record Measure(Names unit, int decimals, boolean share) {

    public static final Measure KILOGRAM = new Measure(new Names("kg", "kg"), 1, false);
    public static final Measure PERCENT = new Measure(new Names("%", "%"), 1, true);

    /** A value with its unit. */
    public String amount(Page page, BigDecimal value) {
        return with(page.number(value, decimals), page.name(unit));
    }

    /** How far a value moved, without its sign. */
    String change(Page page, BigDecimal change) {
        var number = page.number(change.abs(), decimals);
        return share ? page.t("chart.percentage-points", number) : with(number, page.name(unit));
    }

    private static String with(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
