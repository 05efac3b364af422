package org.zhuxi.sensing.internal.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Relation;

/** Reads the options of an address, {@code $filter} to {@code $expand}. */
public final class QueryParser {

    public static final int USUAL_PAGE = 100;
    public static final int LARGEST_PAGE = 1_000;

    private static final int DEEPEST_EXPAND = 8;

    private QueryParser() {}

    /** @param query as it stands behind the question mark, still with percent signs; null for none */
    public static Query parse(EntityType type, @Nullable String query) {
        var options = new ArrayList<String>();
        if (query != null) {
            for (var part : query.split("&", -1)) {
                if (!part.isEmpty()) {
                    options.add(decoded(part));
                }
            }
        }
        return read(type, options, 0);
    }

    /** Undoes percent signs once; a plus stands for a blank. */
    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StaError.bad("The address is not escaped properly");
        }
    }

    private static Query read(EntityType type, List<String> options, int depth) {
        var query = new Reading(type, depth);
        var seen = new HashSet<String>();
        for (var option : options) {
            var sign = option.indexOf('=');
            var name = sign < 0 ? option : option.substring(0, sign);
            if (!seen.add(name)) {
                throw StaError.bad("The option " + name + " stands twice");
            }
            query.take(name.strip(), sign < 0 ? "" : option.substring(sign + 1));
        }
        return query.finish();
    }

    private static final class Reading {

        private final EntityType type;
        private final int depth;
        private @Nullable Expression filter;
        private boolean count;
        private final List<Query.Order> orders = new ArrayList<>();
        private long skip;
        private @Nullable Integer top;
        private final List<String> select = new ArrayList<>();
        private final Map<String, Query.Expand> expands = new LinkedHashMap<>();
        private boolean dataArray;

        Reading(EntityType type, int depth) {
            this.type = type;
            this.depth = depth;
        }

        void take(String name, String value) {
            switch (name) {
                case "$filter" -> filter = FilterParser.filter(type, value);
                case "$count" -> count = truth(value);
                case "$orderby" -> Split.at(value, ',').forEach(this::order);
                case "$skip" -> skip = whole(name, value, Long.MAX_VALUE / 4);
                case "$top" -> top = (int) Math.min(whole(name, value, Long.MAX_VALUE / 4), Integer.MAX_VALUE);
                case "$select" -> Split.at(value, ',').forEach(this::select);
                case "$expand" -> Split.at(value, ',').forEach(this::expand);
                case "$resultFormat" -> format(value);
                default ->
                    throw name.startsWith("$")
                            ? StaError.notOffered("The option " + name + " is not offered")
                            : StaError.bad("Unknown option " + name);
            }
        }

        private static boolean truth(String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw StaError.bad("$count is true or false");
            }
            return value.equals("true");
        }

        private static long whole(String name, String value, long most) {
            if (!value.strip().matches("\\d{1,18}")) {
                throw StaError.bad(name + " is a whole number, not below zero");
            }
            return Math.min(Long.parseLong(value.strip()), most);
        }

        private void order(String part) {
            var text = part.strip();
            var isDescending = text.endsWith(" desc");
            var isAscending = text.endsWith(" asc");
            var path = isDescending
                    ? text.substring(0, text.length() - 5)
                    : isAscending ? text.substring(0, text.length() - 4) : text;
            var expression = FilterParser.operand(type, path);
            if (expression instanceof Expression.Path found
                    && found.way().stream().anyMatch(Relation::isMany)) {
                throw StaError.bad("$orderby goes through relations to one entity only");
            }
            orders.add(new Query.Order(expression, isDescending));
        }

        private void select(String part) {
            var name = part.strip();
            var known = name.equals("id")
                    || name.equals("@iot.id")
                    || name.equals("@iot.selfLink")
                    || name.equals("*")
                    || type.property(head(name)).isPresent()
                    || type.relation(name).isPresent();
            if (!known) {
                throw StaError.bad(type.singular() + " has no property " + name);
            }
            select.add(name.equals("id") ? "@iot.id" : name);
        }

        private static String head(String name) {
            var slash = name.indexOf('/');
            return slash < 0 ? name : name.substring(0, slash);
        }

        private void expand(String part) {
            if (depth >= DEEPEST_EXPAND) {
                throw StaError.bad("$expand goes at most " + DEEPEST_EXPAND + " levels deep");
            }
            var text = part.strip();
            var cut = Split.first(text, "(/");
            var name = cut < 0 ? text : text.substring(0, cut);
            var relation =
                    type.relation(name).orElseThrow(() -> StaError.bad(type.singular() + " has no relation " + name));
            var options = List.<String>of();
            if (cut >= 0 && text.charAt(cut) == '/') {
                options = List.of("$expand=" + text.substring(cut + 1));
            } else if (cut >= 0) {
                var close = Split.closing(text, cut);
                options = new ArrayList<>(Split.at(text.substring(cut + 1, close), ';'));
                if (close + 1 < text.length()) {
                    if (text.charAt(close + 1) != '/') {
                        throw StaError.bad("Unexpected " + text.substring(close + 1));
                    }
                    options.add("$expand=" + text.substring(close + 2));
                }
            }
            options = options.stream()
                    .filter(option -> !option.isBlank())
                    .map(String::strip)
                    .toList();
            var expanded =
                    new Query.Expand(relation, read(relation.to(), options, depth + 1), String.join("&", options));
            expands.merge(relation.name(), expanded, Reading::merged);
        }

        /** {@code A/B,A/C} says the same as {@code A($expand=B,C)}. */
        private static Query.Expand merged(Query.Expand one, Query.Expand other) {
            var byName = new LinkedHashMap<String, Query.Expand>();
            one.query().expand().forEach(it -> byName.put(it.relation().name(), it));
            other.query().expand().forEach(it -> byName.merge(it.relation().name(), it, Reading::merged));
            var base = one.query();
            var more = other.query();
            var query = new Query(
                    base.filter() == null ? more.filter() : base.filter(),
                    base.count() || more.count(),
                    base.orderBy().isEmpty() ? more.orderBy() : base.orderBy(),
                    Math.max(base.skip(), more.skip()),
                    base.top() == null ? more.top() : base.top(),
                    base.select().isEmpty() ? more.select() : base.select(),
                    List.copyOf(byName.values()),
                    false);
            return new Query.Expand(one.relation(), query, one.source());
        }

        private void format(String value) {
            if (!value.equals("dataArray") || type != EntityType.OBSERVATION) {
                throw StaError.notOffered("$resultFormat is dataArray, for Observations");
            }
            dataArray = true;
        }

        Query finish() {
            return new Query(filter, count, orders, skip, top, select, List.copyOf(expands.values()), dataArray);
        }
    }
}
