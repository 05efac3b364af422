package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Reckoned.Reason;
import org.zhuxi.indicator.internal.Expression.Binary;
import org.zhuxi.indicator.internal.Expression.Operator;

/** Reckons an expression from the values of its measures. Additions and products are exact. */
final class Evaluation {

    private final Function<String, Outcome> terms;

    /** @param terms what is known of a measure */
    Evaluation(Function<String, Outcome> terms) {
        this.terms = terms;
    }

    /** An amount, or why there is none. */
    sealed interface Outcome {

        /** Something is known. */
        record Amount(BigDecimal value, Qualifier qualifier) implements Outcome {}

        /** Nothing is known, which is not zero. */
        record Missing(Reckoned.None why) implements Outcome {}

        static Outcome missing(Reason reason, String term) {
            return new Missing(new Reckoned.None(reason, term));
        }
    }

    Outcome of(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> new Outcome.Amount(constant.value(), Qualifier.EXACT);
            case Expression.Term term -> terms.apply(term.measure());
            case Expression.Other other -> throw new IllegalStateException("Not put in: " + other.indicator());
            case Binary binary -> both(binary);
            case Expression.Call call -> call(call);
        };
    }

    private Outcome both(Binary binary) {
        var left = of(binary.left());
        if (!(left instanceof Outcome.Amount first)) {
            return left;
        }
        var right = of(binary.right());
        if (!(right instanceof Outcome.Amount second)) {
            return right;
        }
        if (binary.operator() == Operator.BY && second.value().signum() == 0) {
            return Outcome.missing(Reason.DIVISION_BY_ZERO, "");
        }
        return new Outcome.Amount(
                reckon(binary.operator(), first.value(), second.value()),
                qualifier(binary.operator(), first.qualifier(), second.qualifier()));
    }

    private static BigDecimal reckon(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case BY -> left.divide(right, MathContext.DECIMAL128);
            case LESS -> truth(left.compareTo(right) < 0);
            case LESS_OR_EQUAL -> truth(left.compareTo(right) <= 0);
            case GREATER -> truth(left.compareTo(right) > 0);
            case GREATER_OR_EQUAL -> truth(left.compareTo(right) >= 0);
            case EQUAL -> truth(left.compareTo(right) == 0);
        };
    }

    /** Subtracting works as dividing does: what is taken away the more leaves the less. */
    private static Qualifier qualifier(Operator operator, Qualifier left, Qualifier right) {
        return switch (operator) {
            case PLUS, TIMES -> left.plus(right);
            case MINUS, BY, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL -> left.dividedBy(right);
        };
    }

    private static BigDecimal truth(boolean holds) {
        return holds ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private Outcome call(Expression.Call call) {
        var first = of(call.arguments().getFirst());
        return switch (call.function()) {
            case IS_NULL -> new Outcome.Amount(truth(first instanceof Outcome.Missing), Qualifier.EXACT);
            case FIRST_NON_NULL ->
                first instanceof Outcome.Amount ? first : of(call.arguments().get(1));
            case IF ->
                first instanceof Outcome.Amount condition
                        ? of(call.arguments().get(condition.value().signum() != 0 ? 1 : 2))
                        : first;
            case MIN -> chosen(first, of(call.arguments().get(1)), -1);
            case MAX -> chosen(first, of(call.arguments().get(1)), 1);
        };
    }

    private static Outcome chosen(Outcome first, Outcome second, int wanted) {
        if (!(first instanceof Outcome.Amount one)) {
            return first;
        }
        if (!(second instanceof Outcome.Amount other)) {
            return second;
        }
        return new Outcome.Amount(
                Integer.signum(one.value().compareTo(other.value())) * wanted >= 0 ? one.value() : other.value(),
                one.qualifier().plus(other.qualifier()));
    }
}
