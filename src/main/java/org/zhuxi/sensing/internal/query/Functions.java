package org.zhuxi.sensing.internal.query;

import java.util.List;
import org.zhuxi.sensing.internal.query.Term.Sort;

/** The functions of the standard (OGC 18-088 §9.3.3.5.2) but those about geometry. */
final class Functions {

    private Functions() {}

    static Term of(String function, List<Term> given) {
        var arguments = new Arguments(function, given);
        return switch (function) {
            case "substringof" -> truth("position(", arguments.text(0, 2), " in ", arguments.text(1, 2), ") > 0");
            case "startswith" -> truth("starts_with(", arguments.text(0, 2), ", ", arguments.text(1, 2), ")");
            case "endswith" -> {
                var end = arguments.text(1, 2);
                yield truth("right(", arguments.text(0, 2), ", length(", end, ")) = ", end);
            }
            case "length" -> number("length(", arguments.text(0, 1), ")");
            case "indexof" -> number("position(", arguments.text(1, 2), " in ", arguments.text(0, 2), ") - 1");
            case "substring" -> substring(arguments);
            case "tolower" -> Term.of(Sort.TEXT, "lower(", arguments.text(0, 1), ")");
            case "toupper" -> Term.of(Sort.TEXT, "upper(", arguments.text(0, 1), ")");
            case "trim" -> Term.of(Sort.TEXT, "btrim(", arguments.text(0, 1), ")");
            case "concat" -> Term.of(Sort.TEXT, "(", arguments.text(0, 2), " || ", arguments.text(1, 2), ")");
            case "year", "month", "day", "hour", "minute" ->
                number("extract(", function, " from ", arguments.utc(0, 1), ")");
            case "second" -> number("floor(extract(second from ", arguments.utc(0, 1), "))");
            case "fractionalseconds" -> {
                var time = arguments.utc(0, 1);
                yield number("extract(second from ", time, ") - floor(extract(second from ", time, "))");
            }
            case "date" -> Term.of(Sort.DAY, "(", arguments.utc(0, 1), ")::date");
            case "time" -> Term.of(Sort.DAY_TIME, "(", arguments.utc(0, 1), ")::time");
            case "totaloffsetminutes" -> number("0 * extract(minute from ", arguments.utc(0, 1), ")");
            case "now" -> arguments.none(Term.of(Sort.MOMENT, "now()"));
            case "mindatetime" -> arguments.none(Term.of(Sort.MOMENT, "'0001-01-01T00:00:00Z'::timestamptz"));
            case "maxdatetime" -> arguments.none(Term.of(Sort.MOMENT, "'9999-12-31T23:59:59.999Z'::timestamptz"));
            case "round" -> number("round((", arguments.number(0, 1), ")::numeric)");
            case "floor" -> number("floor(", arguments.number(0, 1), ")");
            case "ceiling" -> number("ceil(", arguments.number(0, 1), ")");
            case "before", "after", "meets", "during", "overlaps", "starts", "finishes" ->
                truth(stretches(function, arguments.time(0, 2), arguments.time(1, 2)));
            default -> throw StaError.bad("Unknown function " + function);
        };
    }

    private static Term substring(Arguments arguments) {
        return arguments.size() == 3
                ? Term.of(
                        Sort.TEXT,
                        "substr(",
                        arguments.text(0, 3),
                        ", least(",
                        arguments.number(1, 3),
                        ", 1e6)::integer + 1, greatest(0, least(",
                        arguments.number(2, 3),
                        ", 1e6))::integer)")
                : Term.of(
                        Sort.TEXT,
                        "substr(",
                        arguments.text(0, 2),
                        ", least(",
                        arguments.number(1, 2),
                        ", 1e6)::integer + 1)");
    }

    private static Sql stretches(String function, Term left, Term right) {
        return switch (function) {
            case "before" -> isBefore(left, right);
            case "after" -> isBefore(right, left);
            case "meets" ->
                Sql.of("(", left.moment(), " = ", right.last(), " or ", left.last(), " = ", right.moment(), ")");
            case "during" -> during(left, right);
            case "overlaps" -> Sql.of("not ", isBefore(left, right), " and not ", isBefore(right, left));
            case "starts" -> Sql.of(left.moment(), " = ", right.moment());
            default -> Sql.of(left.last(), " = ", right.last());
        };
    }

    /** An interval has its beginning and not its end, so one that ends when the other begins is before it. */
    private static Sql isBefore(Term one, Term other) {
        return Sql.of("(", one.moment(), " < ", other.moment(), " and ", one.last(), " <= ", other.moment(), ")");
    }

    private static Sql during(Term one, Term interval) {
        if (interval.sort() != Sort.STRETCH) {
            throw StaError.bad("during takes an interval at the end");
        }
        return Sql.of("(", one.moment(), " >= ", interval.moment(), " and ", one.moment(), " < ", interval.last())
                .add(" and ", one.last(), " <= ", interval.last(), ")");
    }

    private static Term truth(Object... parts) {
        return Term.of(Sort.TRUTH, Sql.of("(").add(parts).add(")"));
    }

    private static Term number(Object... parts) {
        return Term.of(Sort.NUMBER, Sql.of("(").add(parts).add(")::float8"));
    }

    private record Arguments(String function, List<Term> given) {

        int size() {
            return given.size();
        }

        Term none(Term term) {
            check(0);
            return term;
        }

        Sql text(int index, int count) {
            return at(index, count).text();
        }

        Sql number(int index, int count) {
            return at(index, count).number();
        }

        Term time(int index, int count) {
            var term = at(index, count);
            term.moment();
            return term;
        }

        Sql utc(int index, int count) {
            return Sql.of("((", at(index, count).moment(), ") at time zone 'UTC')");
        }

        private Term at(int index, int count) {
            check(count);
            return given.get(index);
        }

        private void check(int count) {
            if (given.size() != count) {
                throw StaError.bad(function + " takes " + count + " arguments");
            }
        }
    }
}
