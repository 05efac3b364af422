package org.zhuxi.sensing.internal.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Tokens.Kind;

/** Reads {@code $filter} and paths of {@code $orderby} by the grammar of OData as OGC 18-088 uses it. */
public final class FilterParser {

    private static final int DEEPEST = 60;
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

    private final EntityType type;
    private final Tokens tokens;
    private int depth;

    private FilterParser(EntityType type, String text) {
        this.type = type;
        this.tokens = new Tokens(text);
    }

    /** @throws StaError when it cannot be read */
    public static Expression filter(EntityType type, String text) {
        var parser = new FilterParser(type, text);
        var expression = parser.or();
        parser.end();
        return expression;
    }

    /** A property or a path to one. */
    static Expression operand(EntityType type, String text) {
        var parser = new FilterParser(type, text);
        var expression = parser.sum();
        parser.end();
        return expression;
    }

    private void end() {
        if (!tokens.isAtEnd()) {
            throw StaError.bad("Unexpected " + tokens.peek().text());
        }
    }

    private Expression or() {
        if (++depth > DEEPEST) {
            throw StaError.bad("A filter has at most " + DEEPEST + " levels");
        }
        var left = and();
        while (tokens.takeWord("or")) {
            left = new Expression.Binary("or", left, and());
        }
        depth--;
        return left;
    }

    private Expression and() {
        var left = comparison();
        while (tokens.takeWord("and")) {
            left = new Expression.Binary("and", left, comparison());
        }
        return left;
    }

    private Expression comparison() {
        var left = sum();
        var word = tokens.peek();
        if (word.kind() == Kind.WORD && COMPARISONS.contains(word.text())) {
            tokens.next();
            return new Expression.Binary(word.text(), left, sum());
        }
        return left;
    }

    private Expression sum() {
        var left = product();
        while (tokens.peek().isWord("add") || tokens.peek().isWord("sub")) {
            left = new Expression.Binary(tokens.next().text(), left, product());
        }
        return left;
    }

    private Expression product() {
        var left = operand();
        while (tokens.peek().isWord("mul")
                || tokens.peek().isWord("div")
                || tokens.peek().isWord("mod")) {
            left = new Expression.Binary(tokens.next().text(), left, operand());
        }
        return left;
    }

    private Expression operand() {
        var token = tokens.next();
        return switch (token.kind()) {
            case QUOTED -> quoted(token);
            case NUMBER -> new Expression.Numeral(Double.parseDouble(token.text()));
            case TIME -> time(token.text());
            case DAY -> day(token.text());
            case DAY_TIME -> dayTime(token.text());
            case SYMBOL -> parenthesis(token);
            case WORD -> word(token.text());
            case END -> throw StaError.bad("The expression ends too early");
        };
    }

    private Expression parenthesis(Tokens.Token token) {
        if (!token.is("(")) {
            throw StaError.bad("Unexpected " + token.text());
        }
        var inner = or();
        tokens.expect(")");
        return inner;
    }

    private Expression word(String word) {
        if (word.equals("not")) {
            if (++depth > DEEPEST) {
                throw StaError.bad("A filter has at most " + DEEPEST + " levels");
            }
            var negated = new Expression.Not(comparison());
            depth--;
            return negated;
        }
        if (word.equals("true") || word.equals("false")) {
            return new Expression.Truth(word.equals("true"));
        }
        if (word.equals("null")) {
            return new Expression.Nothing();
        }
        return tokens.peek().is("(") ? call(word) : path(word);
    }

    private Expression call(String function) {
        tokens.expect("(");
        var arguments = new ArrayList<Expression>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(or());
            } while (tokens.take(","));
        }
        tokens.expect(")");
        return new Expression.Call(function.toLowerCase(Locale.ROOT), arguments);
    }

    private Expression path(String first) {
        var way = new ArrayList<Relation>();
        var at = type;
        var word = first;
        while (true) {
            if (word.equals("id") || word.equals("@iot.id")) {
                return new Expression.Path(way, null, List.of());
            }
            var property = at.property(word);
            if (property.isPresent()) {
                return new Expression.Path(way, property.get(), within(property.get()));
            }
            var here = at;
            var relation = relation(here, word);
            if (relation == null) {
                throw StaError.bad(here.singular() + " has no property " + word);
            }
            way.add(relation);
            at = relation.to();
            tokens.expect("/");
            word = tokens.next().text();
        }
    }

    /** Clients may name a relation by its singular or its set. */
    private static @Nullable Relation relation(EntityType at, String word) {
        return at.relation(word).orElse(null);
    }

    private List<String> within(Property property) {
        var within = new ArrayList<String>();
        places(property, within);
        while (tokens.take("/")) {
            requireParts(property);
            within.add(tokens.next().text());
            places(property, within);
        }
        return within;
    }

    /** Places in arrays, such as {@code [0]}. */
    private void places(Property property, List<String> within) {
        while (tokens.take("[")) {
            requireParts(property);
            var place = tokens.next().text();
            if (!place.matches("\\d{1,6}")) {
                throw StaError.bad("A place in an array is a whole number");
            }
            within.add(place);
            tokens.expect("]");
        }
    }

    private static void requireParts(Property property) {
        if (property.form() != Property.Form.JSON
                && property.form() != Property.Form.FEATURE
                && property.form() != Property.Form.RESULT) {
            throw StaError.bad(property.name() + " has no parts");
        }
    }

    private static Expression quoted(Tokens.Token token) {
        return switch (token.prefix()) {
            case "" -> new Expression.Text(token.text());
            case "geography", "geometry" -> new Expression.Shape(shape(token.text()));
            case "duration" -> new Expression.Length(length(token.text()));
            case "date" -> day(token.text());
            case "datetime", "time" -> time(token.text());
            default -> throw StaError.bad("Unknown literal " + token.prefix());
        };
    }

    private static Geometry shape(String text) {
        try {
            var cleaned = text.replaceFirst("(?i)^\\s*SRID=\\d+;", "");
            return new WKTReader().read(cleaned);
        } catch (ParseException | IllegalArgumentException e) {
            throw StaError.bad("Not a geometry in WKT");
        }
    }

    private static Duration length(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw StaError.bad("Not a duration such as PT1H");
        }
    }

    private static Expression time(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return new Expression.Moment(Times.moment(text));
        }
        var from = Times.moment(text.substring(0, slash));
        var to = Times.moment(text.substring(slash + 1));
        if (to.isBefore(from)) {
            throw StaError.bad("An interval ends before it begins");
        }
        return new Expression.Stretch(from, to);
    }

    private static Expression day(String text) {
        try {
            return new Expression.Day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw StaError.bad("Not a day: " + text);
        }
    }

    private static Expression dayTime(String text) {
        try {
            return new Expression.DayTime(LocalTime.parse(text));
        } catch (DateTimeException e) {
            throw StaError.bad("Not a time of day: " + text);
        }
    }
}
