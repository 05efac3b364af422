package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Reckoned.Reason;
import org.zhuxi.indicator.internal.Evaluation.Outcome;

/**
 * An indicator with its expressions read and the indicators in them put in.
 *
 * @param applicability all that must hold of a community for the indicator to speak of it
 */
record Formula(
        IndicatorDefinition definition,
        Expression numerator,
        @Nullable Expression denominator,
        List<Applicability> applicability) {

    /**
     * The value from summed measures.
     *
     * @param tallies what is known, by code of the measure
     * @param measures declarations of the measures, by code
     * @param withWaiting whether what still waits for verification counts as well
     */
    Reckoned reckon(Map<String, Tally> tallies, Map<String, Measure> measures, boolean withWaiting) {
        var evaluation = new Evaluation(code -> term(code, tallies, measures, withWaiting));
        var above = evaluation.of(numerator);
        if (!(above instanceof Outcome.Amount part)) {
            return why(above);
        }
        if (denominator == null) {
            return new Reckoned.Known(
                    rounded(part.value().multiply(definition.factor())), part.value(), null, part.qualifier());
        }
        var below = evaluation.of(denominator);
        if (!(below instanceof Outcome.Amount whole)) {
            return why(below);
        }
        if (whole.value().signum() == 0) {
            return new Reckoned.None(Reason.DIVISION_BY_ZERO, "");
        }
        var lacking = lacking(tallies, measures);
        if (lacking.isPresent()) {
            return new Reckoned.None(Reason.INCOMPLETE, lacking.get());
        }
        return new Reckoned.Known(
                new Ratio(part.value(), whole.value()).times(definition.factor(), definition.decimals()),
                part.value(),
                whole.value(),
                part.qualifier().dividedBy(whole.qualifier()));
    }

    /**
     * The measure that fewer places have given than another one of this ratio: dividing would set some places against others.
     * What comes from records is not asked, for a place without records has none.
     */
    private Optional<String> lacking(Map<String, Tally> tallies, Map<String, Measure> measures) {
        var places = measures()
                .filter(code -> measures.containsKey(code) && measures.get(code).source() != Measure.Source.ACTIVITY)
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> tallies.getOrDefault(code, Tally.NOTHING).places()));
        return new HashSet<>(places.values()).size() < 2
                ? Optional.empty()
                : places.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private BigDecimal rounded(BigDecimal value) {
        return value.setScale(definition.decimals(), RoundingMode.HALF_UP);
    }

    private static Reckoned why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Missing missing -> missing.why();
            case Outcome.Amount amount -> throw new IllegalStateException("Not missing: " + amount);
        };
    }

    private static Outcome term(
            String code, Map<String, Tally> tallies, Map<String, Measure> measures, boolean withWaiting) {
        var tally = tallies.getOrDefault(code, Tally.NOTHING);
        if (tally.isMissing(withWaiting)) {
            return Outcome.missing(Reason.MISSING, code);
        }
        var measure = measures.get(code);
        if (measure != null && isSmall(measure, tally, tallies)) {
            return Outcome.missing(Reason.WITHHELD, code);
        }
        return new Outcome.Amount(tally.amount(withWaiting), tally.qualifier());
    }

    /** Whether fewer than five households or persons are behind a value. */
    private static boolean isSmall(Measure measure, Tally tally, Map<String, Tally> tallies) {
        var cell = measure.cell();
        if (cell == null) {
            return false;
        }
        return Suppression.isSmall(
                cell.equals(measure.code())
                        ? Math.max(tally.cell(), tally.verified().longValue())
                        : tallies.getOrDefault(cell, Tally.NOTHING).cell());
    }

    /** How many households or persons are behind it; zero when nobody needs protection. */
    long cell(Map<String, Tally> tallies, Map<String, Measure> measures) {
        return measures()
                .map(measures::get)
                .filter(java.util.Objects::nonNull)
                .filter(measure -> measure.cell() != null)
                .mapToLong(measure ->
                        tallies.getOrDefault(measure.cell(), Tally.NOTHING).cell())
                .filter(cell -> cell > 0)
                .min()
                .orElse(0);
    }

    /** Codes of the measures, and of those that say how many are behind them. */
    Stream<String> measures() {
        return Stream.concat(numerator.measures(), denominator == null ? Stream.empty() : denominator.measures())
                .distinct();
    }
}
