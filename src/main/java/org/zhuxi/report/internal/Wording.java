package org.zhuxi.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportTable.Cell;
import org.zhuxi.report.ReportTable.Column;

/** Words and numbers of reports in both languages at once, for what is kept must read the same in either for ever. */
@Component
public class Wording {

    private final Messages messages;

    Wording(Messages messages) {
        this.messages = messages;
    }

    Names t(String key, Object... arguments) {
        return new Names(
                messages.get(Locale.SIMPLIFIED_CHINESE, key, arguments), messages.get(Locale.ENGLISH, key, arguments));
    }

    Column column(String key, boolean number) {
        return new Column(t(key), number);
    }

    static String number(BigDecimal value, int decimals) {
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    static String number(long value) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
    }

    /** A number with what it claims, or that there is none. */
    Names value(@Nullable BigDecimal value, int decimals, Qualifier qualifier, String reason) {
        if (value == null) {
            return t("report.none." + reason);
        }
        var number = number(value, decimals);
        return qualifier == Qualifier.EXACT
                ? new Names(number, number)
                : t("indicator.qualifier." + qualifier.name(), number);
    }

    /** A figure as it stands in a sentence: with % where it is a percentage, without the unit of what is counted. */
    public Names printed(ReportFigure figure) {
        if (figure.code().equals("Y") && figure.value() != null) {
            var year = figure.value().toPlainString();
            return new Names(year, year);
        }
        var value = value(figure.value(), figure.decimals(), figure.qualifier(), figure.reason());
        if (figure.value() == null || figure.decimals() == 0) {
            return value;
        }
        return new Names(
                value.zh() + " " + figure.unit().zh(),
                value.en() + " " + figure.unit().en());
    }

    /** A figure in a table, without its unit. */
    Cell cell(ReportFigure figure, String link) {
        return new Cell(
                value(figure.value(), figure.decimals(), figure.qualifier(), figure.reason()),
                link.isEmpty() ? null : link);
    }

    /** A number that may be missing. */
    Cell cell(@Nullable BigDecimal value, int decimals) {
        return value == null ? Cell.of("—") : Cell.of(number(value, decimals));
    }
}
