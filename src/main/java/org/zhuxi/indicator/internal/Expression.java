package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * An expression over measures, as {@link ExpressionParser} reads it. A missing term makes the whole missing, unless a function
 * asks for it.
 */
sealed interface Expression {

    /** A number as it is written. */
    record Constant(BigDecimal value) implements Expression {}

    /** {@code #{measure}}. */
    record Term(String measure) implements Expression {}

    /** {@code N{indicator}}: the value of another indicator. */
    record Other(String indicator) implements Expression {}

    /** Two sides and what is between them. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    /** A function with its arguments. */
    record Call(Function function, List<Expression> arguments) implements Expression {}

    /** What stands between two sides, the weakest first. */
    enum Operator {
        LESS("<", 1),
        LESS_OR_EQUAL("<=", 1),
        GREATER(">", 1),
        GREATER_OR_EQUAL(">=", 1),
        EQUAL("==", 1),
        PLUS("+", 2),
        MINUS("-", 2),
        TIMES("*", 3),
        BY("/", 3);

        private final String sign;
        private final int strength;

        Operator(String sign, int strength) {
            this.sign = sign;
            this.strength = strength;
        }

        String sign() {
            return sign;
        }

        int strength() {
            return strength;
        }
    }

    /** Functions with the number of their arguments. */
    enum Function {
        MIN("min", 2),
        MAX("max", 2),
        /** {@code if(condition, then, otherwise)}; a condition holds when it is not zero. */
        IF("if", 3),
        /** 1 when the argument has no value, else 0. */
        IS_NULL("isNull", 1),
        /** The first when it has a value, else the second. */
        FIRST_NON_NULL("firstNonNull", 2);

        private final String word;
        private final int arity;

        Function(String word, int arity) {
            this.word = word;
            this.arity = arity;
        }

        String word() {
            return word;
        }

        int arity() {
            return arity;
        }
    }

    /** Codes of all measures in it, in the order in which they stand. */
    default Stream<String> measures() {
        return switch (this) {
            case Constant constant -> Stream.empty();
            case Term term -> Stream.of(term.measure());
            case Other other -> Stream.empty();
            case Binary binary ->
                Stream.concat(binary.left().measures(), binary.right().measures());
            case Call call -> call.arguments().stream().flatMap(Expression::measures);
        };
    }

    /** Codes of all indicators in it. */
    default Stream<String> indicators() {
        return switch (this) {
            case Constant constant -> Stream.empty();
            case Term term -> Stream.empty();
            case Other other -> Stream.of(other.indicator());
            case Binary binary ->
                Stream.concat(binary.left().indicators(), binary.right().indicators());
            case Call call -> call.arguments().stream().flatMap(Expression::indicators);
        };
    }
}
