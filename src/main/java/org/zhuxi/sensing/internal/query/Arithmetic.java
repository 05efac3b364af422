package org.zhuxi.sensing.internal.query;

import org.zhuxi.sensing.internal.query.Term.Sort;

/** Reckons with numbers, times and durations; a division by zero has no value. */
final class Arithmetic {

    private Arithmetic() {}

    static Term of(String operator, Term left, Term right) {
        if (left.isTime() || right.isTime() || left.sort() == Sort.LENGTH || right.sort() == Sort.LENGTH) {
            return times(operator, left, right);
        }
        var one = left.number();
        var other = right.number();
        return switch (operator) {
            case "add" -> Term.of(Sort.NUMBER, "(", one, " + ", other, ")");
            case "sub" -> Term.of(Sort.NUMBER, "(", one, " - ", other, ")");
            case "mul" -> Term.of(Sort.NUMBER, "(", one, " * ", other, ")");
            case "div" -> Term.of(Sort.NUMBER, "(", one, " / nullif(", other, ", 0))");
            default -> Term.of(Sort.NUMBER, "mod((", one, ")::numeric, nullif((", other, ")::numeric, 0))::float8");
        };
    }

    private static Term times(String operator, Term left, Term right) {
        var isSum = operator.equals("add") || operator.equals("sub");
        var sign = operator.equals("add") ? " + " : " - ";
        if (isSum && left.isTime() && right.sort() == Sort.LENGTH) {
            var end = left.end();
            return new Term(
                    left.sort(),
                    Sql.of("(", left.sql(), sign, right.sql(), ")"),
                    end == null ? null : Sql.of("(", end, sign, right.sql(), ")"));
        }
        if (operator.equals("add") && left.sort() == Sort.LENGTH && right.isTime()) {
            return times(operator, right, left);
        }
        if (operator.equals("sub") && left.isTime() && right.isTime()) {
            return Term.of(Sort.LENGTH, "(", left.moment(), " - ", right.moment(), ")");
        }
        if (isSum && left.sort() == Sort.LENGTH && right.sort() == Sort.LENGTH) {
            return Term.of(Sort.LENGTH, "(", left.sql(), sign, right.sql(), ")");
        }
        if (operator.equals("mul") && left.sort() == Sort.LENGTH) {
            return Term.of(Sort.LENGTH, "(", left.sql(), " * ", right.number(), ")");
        }
        throw StaError.bad("Cannot reckon so with times");
    }
}
