package org.zhuxi.sensing.internal.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.Relation;

/**
 * The options of a request, or of an expanded relation.
 *
 * @param top at most so many; null for the usual page
 * @param select names of properties and relations; empty for all
 */
public record Query(
        @Nullable Expression filter,
        boolean count,
        List<Order> orderBy,
        long skip,
        @Nullable Integer top,
        List<String> select,
        List<Expand> expand,
        boolean dataArray) {

    public static final Query NONE = new Query(null, false, List.of(), 0, null, List.of(), List.of(), false);

    public Query {
        orderBy = List.copyOf(orderBy);
        select = List.copyOf(select);
        expand = List.copyOf(expand);
    }

    public record Order(Expression by, boolean isDescending) {}

    /** @param source the inner options as they were written, for links to the next page */
    public record Expand(Relation relation, Query query, String source) {}

    /** Whether a property or relation is asked for. */
    public boolean selects(String name) {
        return select.isEmpty() || select.contains(name);
    }

    /** Rows on a page. */
    public int page() {
        return top == null ? QueryParser.USUAL_PAGE : Math.min(top, QueryParser.LARGEST_PAGE);
    }
}
