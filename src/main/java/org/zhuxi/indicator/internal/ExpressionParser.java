package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhuxi.indicator.internal.Expression.Function;
import org.zhuxi.indicator.internal.Expression.Operator;

/**
 * Reads expressions such as {@code 100 * (#{a} - #{b}) / max(#{c}, 1)}. Nothing but numbers, measures, indicators, four
 * operations, comparisons and five functions can be written, so an expression can do no harm.
 */
final class ExpressionParser {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern TERM = Pattern.compile("(?<sign>#|N)\\{(?<code>[a-z][a-z0-9.-]{0,80})}");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z]+");
    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 30;

    private final String text;
    private int at;
    private int depth;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is no expression; the message says where */
    static Expression parse(String typed) {
        var parser =
                new ExpressionParser(typed.replace('×', '*').replace('÷', '/').replace('−', '-'));
        if (typed.length() > LONGEST) {
            throw parser.wrong("too long");
        }
        var expression = parser.expression(1);
        parser.skipBlanks();
        if (parser.at < parser.text.length()) {
            throw parser.wrong("not expected");
        }
        return expression;
    }

    /** Everything that holds together at least as strongly as that. */
    private Expression expression(int strength) {
        if (++depth > DEEPEST) {
            throw wrong("too deep");
        }
        var left = operand();
        for (var next = operator(strength); next.isPresent(); next = operator(strength)) {
            var operator = next.get();
            left = new Expression.Binary(operator, left, expression(operator.strength() + 1));
        }
        depth--;
        return left;
    }

    private Optional<Operator> operator(int strength) {
        skipBlanks();
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.strength() >= strength && text.startsWith(operator.sign(), at))
                .max(Comparator.comparingInt(operator -> operator.sign().length()))
                .filter(operator -> take(operator.sign()));
    }

    private Expression operand() {
        skipBlanks();
        if (take("(")) {
            var inner = expression(1);
            require(")");
            return inner;
        }
        if (take("-")) {
            var zero = new Expression.Constant(BigDecimal.ZERO);
            return new Expression.Binary(Operator.MINUS, zero, expression(Operator.TIMES.strength()));
        }
        var number = found(NUMBER);
        if (number.isPresent()) {
            return new Expression.Constant(new BigDecimal(number.get().group()));
        }
        var term = found(TERM);
        if (term.isPresent()) {
            var code = term.get().group("code");
            return term.get().group("sign").equals("#") ? new Expression.Term(code) : new Expression.Other(code);
        }
        return call();
    }

    private Expression call() {
        var word =
                found(WORD).map(Matcher::group).orElseThrow(() -> wrong("a number, #{measure} or function expected"));
        var function = Arrays.stream(Function.values())
                .filter(one -> one.word().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong("no such function: " + word));
        require("(");
        var arguments = new ArrayList<Expression>();
        do {
            arguments.add(expression(1));
            skipBlanks();
        } while (take(","));
        require(")");
        if (arguments.size() != function.arity()) {
            throw wrong(word + " takes " + function.arity());
        }
        return new Expression.Call(function, java.util.List.copyOf(arguments));
    }

    private Optional<Matcher> found(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private void require(String sign) {
        skipBlanks();
        if (!take(sign)) {
            throw wrong("'" + sign + "' expected");
        }
    }

    private boolean take(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("%s at %d of \"%s\"".formatted(what, at + 1, text));
    }
}
