package org.zhuxi.sensing.internal.query;

import java.util.Map;
import java.util.Objects;
import org.zhuxi.sensing.internal.query.Term.Sort;

/** Compares two terms as the standard and its clients expect: times by their ends, untyped values by what they are. */
final class Comparison {

    private static final Map<String, String> SIGNS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "ge", ">=", "lt", "<", "le", "<=");

    private Comparison() {}

    static Sql of(String operator, Term left, Term right) {
        var sign = Objects.requireNonNull(SIGNS.get(operator));
        if (left.sort() == Sort.NOTHING || right.sort() == Sort.NOTHING) {
            return nothing(operator, left.sort() == Sort.NOTHING ? right : left);
        }
        if (left.isTime() || right.isTime()) {
            return times(operator, sign, left, right);
        }
        var sort = common(left.sort(), right.sort());
        return switch (sort) {
            case NUMBER -> Sql.of(left.number(), " ", sign, " ", right.number());
            case TEXT -> Sql.of(left.text(), " ", sign, " ", right.text());
            case TRUTH -> Sql.of(left.truth(), " ", sign, " ", right.truth());
            case JSON -> json(operator, sign, left, right);
            default -> Sql.of(left.sql(), " ", sign, " ", right.sql());
        };
    }

    /** Values of any type are the same also when they are written alike, as true and 'true' are. */
    private static Sql json(String operator, String sign, Term left, Term right) {
        var isSame = Sql.of("(", left.sql(), " = ", right.sql(), " or ", left.text(), " = ", right.text(), ")");
        return switch (operator) {
            case "eq" -> isSame;
            case "ne" -> Sql.of("not ", isSame);
            default -> Sql.of(left.sql(), " ", sign, " ", right.sql());
        };
    }

    private static Sql nothing(String operator, Term term) {
        var value = term.sort() == Sort.RESULT ? Sql.of("nullif(", term.sql(), ".result_kind, 5)") : term.sql();
        return switch (operator) {
            case "eq" -> Sql.of(value, " is null");
            case "ne" -> Sql.of(value, " is not null");
            default -> throw StaError.bad("Nothing is greater or less than null");
        };
    }

    private static Sort common(Sort left, Sort right) {
        if (left == right) {
            return left == Sort.RESULT ? Sort.NUMBER : left;
        }
        if (isUntyped(left) && isUntyped(right)) {
            return Sort.NUMBER;
        }
        if (isUntyped(left)) {
            return typed(right);
        }
        if (isUntyped(right)) {
            return typed(left);
        }
        throw StaError.bad("Cannot compare " + words(left) + " with " + words(right));
    }

    private static Sort typed(Sort sort) {
        if (sort == Sort.NUMBER || sort == Sort.TEXT || sort == Sort.TRUTH) {
            return sort;
        }
        throw StaError.bad("Cannot compare " + words(sort) + " with a value of any type");
    }

    private static String words(Sort sort) {
        return "a " + sort.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static boolean isUntyped(Sort sort) {
        return sort == Sort.RESULT || sort == Sort.JSON;
    }

    /** A stretch is before a moment when it has begun and is over by then; after it when it begins later. */
    private static Sql times(String operator, String sign, Term left, Term right) {
        if (left.sort() == Sort.DAY || right.sort() == Sort.DAY) {
            throw StaError.bad("Compare date(…) with a day");
        }
        if (left.sort() != Sort.STRETCH && right.sort() != Sort.STRETCH) {
            return Sql.of(left.moment(), " ", sign, " ", right.moment());
        }
        return switch (operator) {
            case "eq" ->
                Sql.of("(", left.moment(), " = ", right.moment(), " and ", left.last(), " = ", right.last(), ")");
            case "ne" ->
                Sql.of("(", left.moment(), " <> ", right.moment(), " or ", left.last(), " <> ", right.last(), ")");
            case "lt" -> before(left, right, "<");
            case "le" ->
                Sql.of("(", left.moment(), " <= ", right.moment(), " and ", left.last(), " <= ", right.last(), ")");
            case "gt" -> before(right, left, "<");
            default ->
                Sql.of("(", left.moment(), " >= ", right.moment(), " and ", left.last(), " >= ", right.last(), ")");
        };
    }

    private static Sql before(Term one, Term other, String sign) {
        return Sql.of(
                "(", one.moment(), " ", sign, " ", other.moment(), " and ", one.last(), " <= ", other.moment(), ")");
    }
}
