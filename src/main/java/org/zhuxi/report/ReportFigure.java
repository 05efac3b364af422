package org.zhuxi.report;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.kernel.Names;

/**
 * A number of a report; texts cite it by its code, as in {@code {F02}}.
 *
 * @param value null when there is none, which is not zero
 * @param numerator of a rate, exact; otherwise null
 * @param denominator of a rate, exact; otherwise null
 * @param reason why there is no value; empty when there is one
 * @param indicator code of the indicator behind it, or empty when it follows from other figures
 * @param published the published figure that it is, or null
 * @param hash SHA-256 of what it stands on, in hex; empty before the report is handed in
 */
public record ReportFigure(
        String code,
        Names names,
        Names unit,
        int decimals,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        Qualifier qualifier,
        String reason,
        String indicator,
        @Nullable UUID published,
        String hash) {

    /** The same with a published figure behind it and a hash over it. */
    public ReportFigure kept(@Nullable UUID figure, String sha256) {
        return new ReportFigure(
                code,
                names,
                unit,
                decimals,
                value,
                numerator,
                denominator,
                qualifier,
                reason,
                indicator,
                figure,
                sha256);
    }
}
