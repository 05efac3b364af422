package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.FigureSource.Value;

/** The change of a sum against the same days a year before, in percent of then; missing while there was nothing then. */
record YearOnYear(FigureSource sum) implements DerivedFigure.Reckoning {

    @Override
    public Value value(PlacePath place, Period period) {
        var now = sum.value(place, period);
        var then = sum.value(place, before(period));
        if (then.verified().signum() == 0 || now.records() == 0) {
            return DerivedFigure.MISSING;
        }
        return new Value(
                Ratio.percent(now.verified().subtract(then.verified()), then.verified()),
                BigDecimal.ZERO,
                now.records());
    }

    @Override
    public BigDecimal contribution(BigDecimal amount, PlacePath place, Period period) {
        return Ratio.percent(amount, sum.value(place, before(period)).verified());
    }

    private static Period before(Period period) {
        var from = period.from().minusYears(1);
        var to = period.to().minusYears(1);
        return new Period(from, from.isBefore(to) ? to : from.plusDays(1));
    }
}
