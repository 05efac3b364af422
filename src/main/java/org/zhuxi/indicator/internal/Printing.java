package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Comparison;
import org.zhuxi.indicator.Delta;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.PublishedFigure;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.TermValue;
import org.zhuxi.indicator.Trend;
import org.zhuxi.platform.web.Page;

/** Numbers as people read them: with what they claim, in points where they are points, and never zero for missing. */
public final class Printing {

    private static final int MOST_DECIMALS = 6;

    private Printing() {}

    public static String value(Page page, IndicatorDefinition definition, Reckoned.Known known) {
        return qualified(page, page.number(known.value(), definition.decimals()), known.qualifier());
    }

    public static String value(Page page, IndicatorDefinition definition, PublishedFigure figure) {
        return qualified(page, page.number(figure.value(), definition.decimals()), figure.qualifier());
    }

    static String qualified(Page page, String number, Qualifier qualifier) {
        return qualifier == Qualifier.EXACT ? number : page.t("indicator.qualifier." + qualifier.name(), number);
    }

    /** Why there is no value. */
    public static String why(Page page, Reckoned.None none) {
        return page.t("indicator.none." + none.reason().name());
    }

    /** A number with the decimals it has. */
    public static String plain(Page page, @Nullable BigDecimal value) {
        if (value == null) {
            return page.t("indicator.not-given");
        }
        var scale = value.stripTrailingZeros().scale();
        return page.number(value, Math.clamp(scale, 0, MOST_DECIMALS));
    }

    public static String term(Page page, TermValue term) {
        return term(page, term, true);
    }

    public static String term(Page page, TermValue term, boolean unit) {
        if (term.withheld()) {
            return page.t("indicator.none.WITHHELD");
        }
        var verified = term.verified();
        if (verified == null) {
            return page.t("indicator.none.MISSING");
        }
        var number = qualified(page, page.number(verified, term.measure().decimals()), term.qualifier());
        return unit ? number + " " + page.name(term.measure().unit()) : number;
    }

    public static String termOf(Page page, IndicatorView.Part part, Measure measure) {
        return part.terms().stream()
                .filter(term -> term.measure().code().equals(measure.code()))
                .findFirst()
                .map(term -> term(page, term, false))
                .orElse("");
    }

    public static String period(Page page, ReportPeriod period) {
        var month = period.month();
        return month == null
                ? page.t("indicator.year", String.valueOf(period.year()))
                : page.t("indicator.month", String.valueOf(period.year()), String.valueOf(month), period.code());
    }

    /** A change with its sign: percentage points of percentages, otherwise the unit and percent. */
    public static String delta(Page page, Delta delta, IndicatorDefinition definition) {
        return delta(page, delta, page.name(definition.unit()));
    }

    /** @param unit of the values */
    public static String delta(Page page, Delta delta, String unit) {
        var amount = (delta.amount().signum() > 0 ? "+" : "") + plain(page, delta.amount());
        return switch (delta.kind()) {
            case PERCENTAGE_POINTS -> page.t("indicator.delta.points", amount);
            case PERCENT -> page.t("indicator.delta.percent", amount);
            case ABSOLUTE -> {
                var relative = delta.relative();
                yield relative == null
                        ? page.t("indicator.delta.absolute", amount, unit)
                        : page.t(
                                "indicator.delta.both",
                                amount,
                                unit,
                                (relative.signum() > 0 ? "+" : "") + plain(page, relative));
            }
        };
    }

    /** The change of a line of a before/after table; a qualified side makes it a bound and not a difference. */
    public static String change(Page page, Comparison line) {
        return line.delta()
                .map(delta -> {
                    var printed = line.change();
                    var words = delta(page, delta, page.name(line.unit()));
                    return printed == null ? words : qualified(page, words, printed.qualifier());
                })
                .orElse(page.t("indicator.no-change"));
    }

    public static String finding(Page page, Trend trend, IndicatorDefinition definition) {
        var change = trend.change();
        return page.t(
                "indicator.finding." + trend.finding().name(), change == null ? "" : delta(page, change, definition));
    }
}
