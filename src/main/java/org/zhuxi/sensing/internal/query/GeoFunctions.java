package org.zhuxi.sensing.internal.query;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Expression.Binary;
import org.zhuxi.sensing.internal.query.Expression.Call;
import org.zhuxi.sensing.internal.query.Expression.Numeral;
import org.zhuxi.sensing.internal.query.Expression.Path;
import org.zhuxi.sensing.internal.query.Expression.Shape;

/**
 * Conditions about geometry, in degrees on the plane as the standard's reference server reckons them. They are decided here, row by
 * row of the few places there are, and stand in the SQL as a list of ids.
 */
final class GeoFunctions {

    private static final Set<String> NUMBERS = Set.of("geo.distance", "geo.length");

    private GeoFunctions() {}

    static boolean isOne(Expression expression) {
        return switch (expression) {
            case Call call ->
                call.function().startsWith("geo.") || call.function().startsWith("st_");
            case Binary binary -> isNumber(binary.left()) || isNumber(binary.right());
            default -> false;
        };
    }

    private static boolean isNumber(Expression expression) {
        return expression instanceof Call call && NUMBERS.contains(call.function());
    }

    /** The path to the geometry a condition is about. */
    static Path path(Expression condition) {
        var call = condition instanceof Binary binary
                ? (Call) (isNumber(binary.left()) ? binary.left() : binary.right())
                : (Call) condition;
        return call.arguments().stream()
                .filter(Path.class::isInstance)
                .map(Path.class::cast)
                .filter(path -> path.property() != null)
                .findFirst()
                .orElseThrow(() -> StaError.bad(call.function() + " needs a property with a geometry"));
    }

    /** The ids of the rows for which the condition holds. */
    static long[] ids(Expression condition, EntityType type, Shapes shapes) {
        var property = path(condition).property();
        if (property == null) {
            throw StaError.bad("An id is no geometry");
        }
        var holds = predicate(condition);
        return shapes.of(type, property).stream()
                .filter(row -> holds.test(row.geometry()))
                .mapToLong(Shapes.Located::id)
                .toArray();
    }

    private static Predicate<Geometry> predicate(Expression condition) {
        if (condition instanceof Binary binary) {
            return comparison(binary);
        }
        var call = (Call) condition;
        var arguments = call.arguments();
        if (arguments.size() < 2) {
            throw StaError.bad(call.function() + " takes two geometries");
        }
        var isFirst = arguments.get(0) instanceof Path;
        var shape = shape(arguments.get(isFirst ? 1 : 0));
        return geometry -> {
            var one = isFirst ? geometry : shape;
            var other = isFirst ? shape : geometry;
            return test(call, one, other);
        };
    }

    private static boolean test(Call call, Geometry one, Geometry other) {
        return switch (call.function()) {
            case "geo.intersects", "st_intersects" -> one.intersects(other);
            case "st_equals" -> one.equalsTopo(other);
            case "st_disjoint" -> one.disjoint(other);
            case "st_touches" -> one.touches(other);
            case "st_within" -> one.within(other);
            case "st_overlaps" -> one.overlaps(other);
            case "st_crosses" -> one.crosses(other);
            case "st_contains" -> one.contains(other);
            case "st_relate" -> one.relate(other, pattern(call.arguments()));
            default -> throw StaError.bad("Unknown function " + call.function());
        };
    }

    private static String pattern(List<Expression> arguments) {
        if (arguments.size() == 3
                && arguments.get(2) instanceof Expression.Text text
                && text.value().matches("[TF*012]{9}")) {
            return text.value();
        }
        throw StaError.bad("st_relate takes a pattern of nine of T, F, *, 0, 1, 2");
    }

    private static Predicate<Geometry> comparison(Binary binary) {
        var isLeft = isNumber(binary.left());
        var call = (Call) (isLeft ? binary.left() : binary.right());
        if (!((isLeft ? binary.right() : binary.left()) instanceof Numeral(var limit))) {
            throw StaError.bad(call.function() + " is compared with a number");
        }
        var measure = measure(call);
        return geometry -> {
            var order = Double.compare(measure.applyAsDouble(geometry), limit);
            return holds(binary.operator(), isLeft ? order : -order);
        };
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            default -> throw StaError.bad("A distance is compared, not reckoned with");
        };
    }

    private static ToDoubleFunction<Geometry> measure(Call call) {
        if (call.function().equals("geo.length")) {
            // lines have a length, the edge of an area is none
            return geometry -> geometry.getDimension() == 1 ? geometry.getLength() : 0;
        }
        if (call.arguments().size() != 2) {
            throw StaError.bad("geo.distance takes two geometries");
        }
        var other = call.arguments().stream()
                .filter(Shape.class::isInstance)
                .findFirst()
                .orElse(null);
        var shape = shape(other);
        return geometry -> geometry.distance(shape);
    }

    private static Geometry shape(@Nullable Expression expression) {
        if (expression instanceof Shape(var geometry)) {
            return geometry;
        }
        throw StaError.bad("A geometry such as geography'POINT (119.4 32.4)' is needed");
    }
}
