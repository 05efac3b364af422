package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What an indicator says and how it is reckoned, in one version; declared in a file under {@code indicator/}.
 *
 * @param topic code of the subject it is listed under, such as {@code waste}
 * @param numerator expression over measures
 * @param denominator expression over measures, or null for a plain amount
 * @param factor what the ratio is multiplied by, such as 100 for percent
 * @param formula how it is reckoned, in plain words
 * @param source who defined it so
 * @param example a worked example
 * @param applicability of which communities it speaks, or null for all
 * @param measures codes of the measures it is reckoned from, in the order in which they are named
 */
public record IndicatorDefinition(
        String code,
        int version,
        String topic,
        Names names,
        Names unit,
        int decimals,
        Direction direction,
        String numerator,
        @Nullable String denominator,
        BigDecimal factor,
        Names formula,
        Names source,
        Names example,
        @Nullable Applicability applicability,
        List<String> measures) {

    public IndicatorDefinition {
        measures = List.copyOf(measures);
    }

    /** Whether it is a percentage, whose changes are percentage points. */
    public boolean isPercentage() {
        return unit.en().equals("%");
    }
}
