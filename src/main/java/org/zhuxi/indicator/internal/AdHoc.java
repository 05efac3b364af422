package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Direction;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.internal.Evaluation.Outcome;
import org.zhuxi.kernel.Names;

/** Expressions written down elsewhere, made ready to be reckoned like those of indicators. */
final class AdHoc {

    private static final int DECIMALS = 6;
    private static final Names NAMELESS = new Names("", "");

    private AdHoc() {}

    /** The same with indicators replaced by what they are reckoned from, once it is sure that no written zero divides. */
    static Expression putIn(Expression read, Map<String, Formula> formulas) {
        return switch (read) {
            case Expression.Constant constant -> constant;
            case Expression.Term term -> term;
            case Expression.Binary(var operator, var left, var right) -> {
                var divisor = putIn(right, formulas);
                if (operator == Expression.Operator.BY && isZero(divisor)) {
                    throw new IllegalArgumentException("divides by zero");
                }
                yield new Expression.Binary(operator, putIn(left, formulas), divisor);
            }
            case Expression.Call(var function, var arguments) ->
                new Expression.Call(
                        function,
                        arguments.stream().map(one -> putIn(one, formulas)).toList());
            case Expression.Other(var code) -> indicator(code, formulas);
        };
    }

    private static Expression indicator(String code, Map<String, Formula> formulas) {
        var formula = formulas.get(code);
        if (formula == null) {
            throw new IllegalArgumentException("no such indicator: " + code);
        }
        var above = new Expression.Binary(
                Expression.Operator.TIMES,
                formula.numerator(),
                new Expression.Constant(formula.definition().factor()));
        var below = formula.denominator();
        return below == null ? above : new Expression.Binary(Expression.Operator.BY, above, below);
    }

    /** Whether it is zero whatever the measures are. */
    private static boolean isZero(Expression expression) {
        if (expression.measures().findAny().isPresent()) {
            return false;
        }
        var outcome = new Evaluation(code -> Outcome.missing(Reckoned.Reason.MISSING, code)).of(expression);
        return outcome instanceof Outcome.Amount amount && amount.value().signum() == 0;
    }

    static void requireKnown(Collection<String> used, Collection<String> known) {
        used.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new IllegalArgumentException("no such measure: " + code);
        });
    }

    static IndicatorDefinition definition(String text, @Nullable String divisor, List<String> used) {
        return new IndicatorDefinition(
                "",
                0,
                "",
                NAMELESS,
                NAMELESS,
                DECIMALS,
                Direction.NEITHER,
                text,
                divisor,
                BigDecimal.ONE,
                NAMELESS,
                NAMELESS,
                NAMELESS,
                null,
                used);
    }
}
