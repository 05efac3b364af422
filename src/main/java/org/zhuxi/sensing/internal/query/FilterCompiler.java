package org.zhuxi.sensing.internal.query;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Expression.Binary;
import org.zhuxi.sensing.internal.query.Expression.Call;
import org.zhuxi.sensing.internal.query.Expression.Not;
import org.zhuxi.sensing.internal.query.Expression.Path;
import org.zhuxi.sensing.internal.query.Term.Sort;

/**
 * Turns a filter into a condition in SQL; what was typed is bound, never written into it. A path over relations holds when any
 * related entity, that may be seen, fulfils the comparison.
 */
public final class FilterCompiler {

    /** Up to here a decimal holds each whole number. */
    private static final double MOST_EXACT = 0x1p53;

    private final EntityType type;
    private final String alias;
    private final Sight sight;
    private final Shapes shapes;
    private int aliases;

    public FilterCompiler(EntityType type, String alias, Sight sight, Shapes shapes) {
        this.type = type;
        this.alias = alias;
        this.sight = sight;
        this.shapes = shapes;
    }

    /** The condition of a filter. */
    public Sql condition(Expression expression) {
        return switch (expression) {
            case Binary(var operator, var left, var right)
            when operator.equals("and") || operator.equals("or") ->
                Sql.of("(", condition(left), " ", operator, " ", condition(right), ")");
            case Not(var operand) -> Sql.of("not (", condition(operand), ")");
            default -> leaf(expression);
        };
    }

    /** What rows are put in order by: beginnings of stretches, numbers before texts, geometries by how they are written. */
    public List<Sql> order(Expression expression) {
        var scope = new Scope();
        var term = term(expression, scope);
        var values = switch (term.sort()) {
            case RESULT -> List.of(Sql.of(term.sql(), ".result_num"), Sql.of(term.sql(), ".result_text"));
            case JSON ->
                List.of(isGeometry(expression) ? Sql.of("(", term.sql(), ")::text collate \"C\"") : term.sql());
            default -> List.of(term.sql());
        };
        return values.stream()
                .map(value -> scope.isEmpty() ? value : Sql.of("(select ", value, scope.from(), ")"))
                .toList();
    }

    private static boolean isGeometry(Expression expression) {
        return expression instanceof Path path
                && path.property() != null
                && path.property().form() == Property.Form.FEATURE;
    }

    private Sql leaf(Expression expression) {
        var scope = new Scope();
        var condition = GeoFunctions.isOne(expression)
                ? geometry(expression, scope)
                : term(expression, scope).truth();
        return scope.isEmpty()
                ? Sql.of("(", condition, ")")
                : Sql.of("exists (select", scope.from(), " and ", condition, ")");
    }

    private Sql geometry(Expression expression, Scope scope) {
        var path = GeoFunctions.path(expression);
        var to = path.way().isEmpty() ? type : path.way().getLast().to();
        var at = scope.aliasOf(path.way());
        return Sql.of(at, ".id = any(", Sql.value(GeoFunctions.ids(expression, to, shapes), "bigint[]"), ")");
    }

    private Term term(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Path path -> path(path, scope);
            case Call call ->
                Functions.of(
                        call.function(),
                        call.arguments().stream().map(one -> term(one, scope)).toList());
            case Not(var operand) ->
                Term.of(Sort.TRUTH, "not (", term(operand, scope).truth(), ")");
            case Binary binary -> binary(binary, scope);
        };
    }

    private Term binary(Binary binary, Scope scope) {
        var left = term(binary.left(), scope);
        var right = term(binary.right(), scope);
        return switch (binary.operator()) {
            case "and", "or" -> Term.of(Sort.TRUTH, "(", left.truth(), " ", binary.operator(), " ", right.truth(), ")");
            case "add", "sub", "mul", "div", "mod" -> Arithmetic.of(binary.operator(), left, right);
            default ->
                Term.of(
                        Sort.TRUTH,
                        Comparison.of(
                                binary.operator(),
                                beside(left, binary.left(), right, binary.right()),
                                beside(right, binary.right(), left, binary.left())));
        };
    }

    /** A literal as the other side of the comparison needs it; beside an id whole, for no index holds ids as decimals. */
    private static Term beside(Term term, Expression written, Term other, Expression otherWritten) {
        var isBesideId = otherWritten instanceof Path path && path.property() == null;
        if (isBesideId && written instanceof Expression.Numeral(var value) && isExact(value)) {
            return Term.of(Sort.NUMBER, Sql.value((long) value, "bigint"));
        }
        if (isBesideId && written instanceof Expression.Text(var text) && text.matches("-?\\d{1,18}")) {
            return Term.of(Sort.NUMBER, Sql.value(Long.parseLong(text), "bigint"));
        }
        return asTime(term, written, other);
    }

    private static boolean isExact(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
    }

    /** A text in quotes beside a time is read as a time; beside the number of an id as a number. */
    private static Term asTime(Term term, Expression written, Term other) {
        if (!(written instanceof Expression.Text(var text))) {
            return term;
        }
        if (other.isTime()) {
            return literal(new Expression.Moment(Times.moment(text)));
        }
        if (other.sort() == Sort.NUMBER && text.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return literal(new Expression.Numeral(Double.parseDouble(text)));
        }
        return term;
    }

    private Term path(Path path, Scope scope) {
        var way = path.way();
        if (path.property() == null && !way.isEmpty() && !way.getLast().isMany()) {
            var at = scope.aliasOf(way.subList(0, way.size() - 1));
            return Term.of(Sort.NUMBER, at, ".", way.getLast().key());
        }
        var at = scope.aliasOf(way);
        var property = path.property();
        return property == null ? Term.of(Sort.NUMBER, at, ".id") : property(at, property, path.within());
    }

    private static Term property(String at, Property property, List<String> within) {
        var column = at + "." + property.columns().getFirst();
        return switch (property.form()) {
            case TEXT -> Term.of(Sort.TEXT, column);
            case MOMENT -> Term.of(Sort.MOMENT, column);
            case INSTANT, INTERVAL ->
                new Term(
                        Sort.STRETCH,
                        Sql.of(column),
                        Sql.of(at, ".", property.columns().get(1)));
            case JSON, FEATURE -> within.isEmpty() ? Term.of(Sort.JSON, column) : part(Sql.of(column), within);
            case RESULT -> within.isEmpty() ? Term.of(Sort.RESULT, at) : part(Sql.of(at, ".result_json"), within);
        };
    }

    private static Term part(Sql column, List<String> within) {
        return Term.of(Sort.JSON, "(", column, " #> ", Sql.value(within.toArray(String[]::new), "text[]"), ")");
    }

    private static Term literal(Expression.Literal literal) {
        return switch (literal) {
            case Expression.Numeral(var value) -> Term.of(Sort.NUMBER, Sql.value(value, "float8"));
            case Expression.Text(var value) -> Term.of(Sort.TEXT, Sql.value(clean(value), "text"));
            case Expression.Truth(var value) -> Term.of(Sort.TRUTH, Sql.value(value, "boolean"));
            case Expression.Nothing() -> Term.of(Sort.NOTHING, "null");
            case Expression.Moment(var value) -> Term.of(Sort.MOMENT, moment(value));
            case Expression.Stretch(var from, var to) -> new Term(Sort.STRETCH, moment(from), moment(to));
            case Expression.Day(var value) -> Term.of(Sort.DAY, Sql.value(value.toString(), "text"), "::date");
            case Expression.DayTime(var value) -> Term.of(Sort.DAY_TIME, Sql.value(value.toString(), "text"), "::time");
            case Expression.Length(var value) ->
                Term.of(Sort.LENGTH, Sql.value(value.toString(), "text"), "::interval");
            case Expression.Shape ignored ->
                throw StaError.bad("A geometry stands in functions such as st_within only");
        };
    }

    private static Sql moment(java.time.Instant value) {
        return Sql.value(value.atOffset(ZoneOffset.UTC), "timestamptz");
    }

    private static String clean(String text) {
        if (text.indexOf('\0') >= 0) {
            throw StaError.bad("A text holds no character zero");
        }
        return text;
    }

    /** The related rows a comparison speaks of. */
    private final class Scope {

        private final Map<List<Relation>, String> known = new LinkedHashMap<>();
        private final List<Sql> sources = new ArrayList<>();
        private final List<Sql> links = new ArrayList<>();

        boolean isEmpty() {
            return sources.isEmpty();
        }

        String aliasOf(List<Relation> way) {
            if (way.isEmpty()) {
                return alias;
            }
            var found = known.get(way);
            return found == null ? enter(way) : found;
        }

        private String enter(List<Relation> way) {
            var from = aliasOf(way.subList(0, way.size() - 1));
            var relation = way.getLast();
            var at = "f" + aliases++;
            known.put(List.copyOf(way), at);
            sources.add(Sql.of(relation.to().table(), " ", at));
            links.add(Joins.condition(relation, from, at));
            var restriction = relation.to().restriction(at);
            if (!restriction.isEmpty()) {
                links.add(Sql.of(restriction));
            }
            var seen = sight.condition(relation.to(), at);
            if (!seen.isEmpty()) {
                links.add(seen);
            }
            return at;
        }

        /** {@code from … where …}, never without a condition. */
        Sql from() {
            var sql = Sql.of(" from ");
            for (var i = 0; i < sources.size(); i++) {
                sql.add(i == 0 ? "" : ", ", Objects.requireNonNull(sources.get(i)));
            }
            for (var i = 0; i < links.size(); i++) {
                sql.add(i == 0 ? " where " : " and ", Objects.requireNonNull(links.get(i)));
            }
            return sql;
        }
    }
}
