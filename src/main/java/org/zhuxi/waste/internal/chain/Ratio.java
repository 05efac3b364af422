package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.FigureSource.Value;

/** A part of a whole in percent: the sum of the parts by the sum of the wholes; missing while the whole is nothing. */
record Ratio(FigureSource part, FigureSource whole) implements DerivedFigure.Reckoning {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 6;

    @Override
    public Value value(PlacePath place, Period period) {
        var above = part.value(place, period);
        var below = whole.value(place, period);
        if (below.verified().signum() == 0) {
            return DerivedFigure.MISSING;
        }
        return new Value(
                percent(above.verified(), below.verified()),
                percent(above.provisional(), below.provisional()),
                below.records());
    }

    @Override
    public BigDecimal contribution(BigDecimal amount, PlacePath place, Period period) {
        return percent(amount, whole.value(place, period).verified());
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : part.multiply(HUNDRED).divide(whole, SCALE, RoundingMode.HALF_UP);
    }
}
