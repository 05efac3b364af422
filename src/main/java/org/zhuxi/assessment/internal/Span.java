package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Ratio;

/**
 * All that a number can be, exact at both ends: more than 2,000 reaches from 2,000 to further than any standard asks.
 *
 * @param low included
 * @param high included
 */
record Span(Ratio low, Ratio high) {

    private static final Ratio FAR = new Ratio(BigDecimal.TEN.pow(30), BigDecimal.ONE);
    private static final Ratio FAR_BELOW = new Ratio(BigDecimal.TEN.pow(30).negate(), BigDecimal.ONE);

    /** Nothing is known of it. */
    static final Span ANY = new Span(FAR_BELOW, FAR);

    static Span of(Ratio number, Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> new Span(number, number);
            case AT_LEAST -> new Span(number, FAR);
            case AT_MOST -> new Span(FAR_BELOW, number);
            case ABOUT -> ANY;
        };
    }

    static Span of(long low, long high) {
        return new Span(Ratio.of(low, 1), Ratio.of(high, 1));
    }

    static int compare(Ratio number, BigDecimal other) {
        return Integer.signum(number.part().compareTo(other.multiply(number.whole())))
                * number.whole().signum();
    }
}
