package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;

/**
 * A figure reckoned anew from sums at each place and period, never from the figures of its parts: a ratio, a change, a mass per
 * person. It opens along the steps of one of its sums; the records of a day show what each contributes.
 *
 * @param base whose steps and records it opens along
 * @param reckoning how the value follows from sums
 */
record DerivedFigure(
        String code, Names names, Names formula, Names unit, int decimals, FigureSource base, Reckoning reckoning)
        implements FigureSource {

    /** Nobody knows the value; missing is not zero. */
    static final Value MISSING = new Value(BigDecimal.ZERO, BigDecimal.ZERO, 0, true);

    /** How a value follows from sums. */
    interface Reckoning {

        Value value(PlacePath place, Period period);

        /** What a mass of a record adds to the value. */
        BigDecimal contribution(BigDecimal amount, PlacePath place, Period period);
    }

    @Override
    public boolean additive() {
        return false;
    }

    @Override
    public Value value(PlacePath place, Period period) {
        return reckoning.value(place, period);
    }

    @Override
    public Trail trail(PlacePath place, Period period, @Nullable String after) {
        var way = base.trail(place, period, after);
        var total = value(place, period);
        var steps = way.steps().stream()
                .map(step -> new Step(step.label(), step.place(), step.period(), value(step.place(), step.period())))
                .toList();
        var records = way.records().stream()
                .filter(entry -> !total.suppressed())
                .map(entry -> new Entry(
                        entry.id(),
                        entry.kind(),
                        entry.day(),
                        entry.place(),
                        reckoning.contribution(entry.amount(), place, period),
                        entry.verifiedBy()))
                .toList();
        return new Trail(total, steps, records, way.next());
    }
}
