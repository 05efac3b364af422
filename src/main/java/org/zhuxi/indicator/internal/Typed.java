package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.ReportPeriod;

/** Reads what somebody typed into the fields of this module's forms. */
public final class Typed {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 6;

    private Typed() {}

    /** @throws IndicatorRefused.Length unless there are between 1 and so many characters */
    public static String words(String field, @Nullable String typed, int most) {
        var words = typed == null ? "" : typed.strip();
        if (words.isEmpty() || words.length() > most || words.indexOf('\0') >= 0) {
            throw new IndicatorRefused.Length(field, most);
        }
        return words;
    }

    /** @throws IndicatorRefused.NoNumber when it is too long to be kept exactly */
    public static BigDecimal number(String field, BigDecimal number) {
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new IndicatorRefused.NoNumber(field);
        }
        return number;
    }

    /** A number with the words around it. @throws IndicatorRefused.NoNumber when it is none */
    public static QualifiedNumber qualified(String field, @Nullable String typed) {
        var number = QualifiedNumber.parse(typed == null ? "" : typed)
                .orElseThrow(() -> new IndicatorRefused.NoNumber(field));
        number(field, number.value());
        return number;
    }

    /** @throws IndicatorRefused.NoPeriod when it is neither a year nor a month */
    public static ReportPeriod period(@Nullable String typed) {
        return ReportPeriod.parse(typed).orElseThrow(IndicatorRefused.NoPeriod::new);
    }
}
