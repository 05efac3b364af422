package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.StatementDocument.Outcome;
import org.zhuxi.carbon.method.Spread;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.web.Page;

/** Amounts as people read them; rounded down, so that nothing is claimed that was not there. */
public final class Shown {

    private static final BigDecimal MANY_KILOGRAMS = new BigDecimal("10000");
    private static final int THOUSAND = 3;
    private static final int MOST_DECIMALS = 6;

    private Shown() {}

    /** With its unit: kilograms, tonnes from ten of them on. */
    public static String gas(Page page, BigDecimal kilograms) {
        return amount(page, kilograms, kilograms) + " " + unit(page, kilograms);
    }

    /** The number alone. @param like decides between kilograms and tonnes */
    public static String amount(Page page, BigDecimal kilograms, BigDecimal like) {
        var tonnes = like.abs().compareTo(MANY_KILOGRAMS) >= 0;
        var value = tonnes ? kilograms.movePointLeft(THOUSAND) : kilograms;
        var decimals = tonnes ? 2 : 1;
        return page.number(value.setScale(decimals, RoundingMode.FLOOR), decimals);
    }

    public static String unit(Page page, BigDecimal like) {
        return page.t(like.abs().compareTo(MANY_KILOGRAMS) >= 0 ? "carbon.unit.tonnes" : "carbon.unit.kilograms");
    }

    /** The 95 % interval, in the unit of the value. */
    public static String interval(Page page, Outcome outcome) {
        return page.t(
                "carbon.interval",
                amount(page, outcome.lowKg(), outcome.kg()),
                amount(page, outcome.highKg(), outcome.kg()),
                unit(page, outcome.kg()));
    }

    /** A number with the decimals it has. */
    public static String plain(Page page, BigDecimal value) {
        return page.number(value, Math.clamp(value.stripTrailingZeros().scale(), 0, MOST_DECIMALS));
    }

    public static String percent(Page page, BigDecimal share) {
        return plain(page, share.movePointRight(2)) + " %";
    }

    /** An uncertainty in words. */
    public static String spread(Page page, Spread spread) {
        return switch (spread) {
            case Spread.Exact exact -> page.t("carbon.spread.exact");
            case Spread.Normal normal -> page.t("carbon.spread.normal", number(page, normal.percent()));
            case Spread.Lognormal lognormal -> page.t("carbon.spread.lognormal", number(page, lognormal.percent()));
            case Spread.Triangular ends ->
                page.t("carbon.spread.triangular", number(page, ends.low()), number(page, ends.high()));
        };
    }

    /** The same as a document names it. */
    public static String spread(Page page, String printed) {
        return spread(page, Spreads.parse(printed));
    }

    private static String number(Page page, double value) {
        return plain(page, BigDecimal.valueOf(value));
    }

    /** A unit as people write it. */
    public static String unitOf(Line line) {
        return line.unit().replace("m3", "m³").replace("t.km", "t·km");
    }

    /** Words beside a field; empty when nothing is wrong with it. */
    public static String wrong(Page page, @Nullable Problem problem, String... fields) {
        return problem == null
                ? ""
                : List.of(fields).stream()
                        .map(field -> page.explain(problem.fields(), field))
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse("");
    }
}
