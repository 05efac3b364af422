package org.zhuxi.sensing.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a filter of observations says of their streams alone, apart from what it says of each observation, so that streams can be
 * chosen first.
 *
 * @param ofStreams null when there is nothing
 * @param ofEach null when there is nothing
 */
public record StreamConditions(
        @Nullable Expression ofStreams, @Nullable Expression ofEach) {

    public static StreamConditions of(@Nullable Expression filter) {
        var streams = new ArrayList<Expression>();
        var each = new ArrayList<Expression>();
        if (filter != null) {
            parts(filter).forEach(part -> (isOfStreams(part) ? streams : each).add(part));
        }
        return new StreamConditions(joined(streams).orElse(null), joined(each).orElse(null));
    }

    /** Whether streams are named by their numbers at most, which an index of observations finds by itself. */
    public boolean areNumbers() {
        return ofStreams != null && paths(ofStreams).stream().allMatch(StreamConditions::isNumber);
    }

    private static List<Expression> parts(Expression filter) {
        if (filter instanceof Expression.Binary(var operator, var left, var right) && operator.equals("and")) {
            var parts = new ArrayList<>(parts(left));
            parts.addAll(parts(right));
            return parts;
        }
        return List.of(filter);
    }

    private static Optional<Expression> joined(List<Expression> parts) {
        return parts.stream().reduce((one, other) -> new Expression.Binary("and", one, other));
    }

    private static boolean isOfStreams(Expression part) {
        var paths = paths(part);
        return !paths.isEmpty()
                && paths.stream()
                        .allMatch(path -> !path.way().isEmpty()
                                && path.way().getFirst().to().isStream());
    }

    private static boolean isNumber(Expression.Path path) {
        return path.way().size() == 1 && path.property() == null;
    }

    private static List<Expression.Path> paths(Expression expression) {
        return switch (expression) {
            case Expression.Path path -> List.of(path);
            case Expression.Literal ignored -> List.of();
            case Expression.Not(var operand) -> paths(operand);
            case Expression.Call call ->
                call.arguments().stream().flatMap(one -> paths(one).stream()).toList();
            case Expression.Binary(var operator, var left, var right) -> {
                var both = new ArrayList<>(paths(left));
                both.addAll(paths(right));
                yield both;
            }
        };
    }
}
