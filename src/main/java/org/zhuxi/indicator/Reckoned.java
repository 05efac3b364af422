package org.zhuxi.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The outcome of reckoning an indicator: a value, or why there is none. */
public sealed interface Reckoned {

    /**
     * A value.
     *
     * @param value rounded half up to the decimals of its indicator
     * @param numerator exact
     * @param denominator exact, or null for a plain amount
     */
    record Known(
            BigDecimal value,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Qualifier qualifier) implements Reckoned {}

    /**
     * No value, which is not zero.
     *
     * @param term the measure that is missing or too small to tell, or empty
     */
    record None(Reason reason, String term) implements Reckoned {}

    /** Why there is no value. */
    enum Reason {
        /** A measure has no value there. */
        MISSING,
        /** Fewer places have given one measure of a ratio than another. */
        INCOMPLETE,
        /** The denominator is zero. */
        DIVISION_BY_ZERO,
        /** It does not speak of communities of this kind, or of any below. */
        NOT_APPLICABLE,
        /** Fewer than five households or persons are behind it, or could be found out from it. */
        WITHHELD
    }

    /** The value, or null. */
    default @Nullable BigDecimal orNull() {
        return switch (this) {
            case Known known -> known.value();
            case None none -> null;
        };
    }
}
