package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.PointRule;
import org.zhuxi.indicator.Ratio;

/** What a number is worth under the rule of a criterion; every rule rises or falls all the way, so its ends tell the whole span. */
final class Points {

    private static final int DECIMALS = 2;

    private final Criterion criterion;

    Points(Criterion criterion) {
        this.criterion = criterion;
    }

    /** The most it can bring. */
    BigDecimal most() {
        var cap = criterion.cap();
        var most = cap == null ? criterion.maxPoints() : cap.min(criterion.maxPoints());
        return most.setScale(DECIMALS, RoundingMode.DOWN);
    }

    BigDecimal least() {
        return criterion.floor().min(most()).setScale(DECIMALS, RoundingMode.DOWN);
    }

    /** The points, when they are the same all over the span. */
    Optional<BigDecimal> of(boolean isMet, Span number) {
        var low = within(at(isMet, number.low()));
        var high = within(at(isMet, number.high()));
        return low.compareTo(high) == 0 ? Optional.of(low) : Optional.empty();
    }

    private BigDecimal within(BigDecimal points) {
        return points.max(least()).min(most()).setScale(DECIMALS, RoundingMode.DOWN);
    }

    private BigDecimal at(boolean isMet, Ratio number) {
        var max = criterion.maxPoints();
        return switch (criterion.points()) {
            case PointRule.AllOrNothing() -> isMet ? max : BigDecimal.ZERO;
            case PointRule.Proportional(var from, var to) -> proportion(number, from, to, max);
            case PointRule.Steps steps -> step(number, steps);
            case PointRule.PerDefect(var each) -> max.subtract(each.multiply(whole(number)));
            case PointRule.PanelMean() -> proportion(number, BigDecimal.ZERO, BigDecimal.ONE, max);
        };
    }

    private static BigDecimal proportion(Ratio number, BigDecimal from, BigDecimal to, BigDecimal max) {
        var above = number.part().subtract(from.multiply(number.whole()));
        var all = to.subtract(from).multiply(number.whole());
        return above.multiply(max).divide(all, DECIMALS, RoundingMode.DOWN);
    }

    private static BigDecimal step(Ratio number, PointRule.Steps steps) {
        return steps.steps().stream()
                .filter(step -> Span.compare(number, step.from()) >= 0)
                .map(PointRule.Step::points)
                .reduce(BigDecimal.ZERO, (before, last) -> last);
    }

    /** Defects are whole and never fewer than none. */
    private static BigDecimal whole(Ratio number) {
        return number.part().divide(number.whole(), 0, RoundingMode.CEILING).max(BigDecimal.ZERO);
    }
}
