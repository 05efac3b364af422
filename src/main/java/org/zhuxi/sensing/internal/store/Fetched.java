package org.zhuxi.sensing.internal.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Query;

/** Rows with everything that was expanded from them, each level read at once. */
public final class Fetched {

    private final Layout layout;
    private final List<Row> rows;
    private final Map<String, Expanded> expanded = new LinkedHashMap<>();

    Fetched(Layout layout, List<Row> rows) {
        this.layout = layout;
        this.rows = List.copyOf(rows);
    }

    public Layout layout() {
        return layout;
    }

    public List<Row> rows() {
        return rows;
    }

    void add(Expanded one) {
        expanded.put(one.expand().relation().name(), one);
    }

    public @Nullable Expanded expanded(String relation) {
        return expanded.get(relation);
    }

    /** The streams of all observations in it, at every level. */
    public Set<Long> streams() {
        var streams = new HashSet<Long>();
        if (layout.type() == EntityType.OBSERVATION) {
            rows.forEach(row -> streams.add(layout.number(row, "stream_id")));
        }
        expanded.values().forEach(one -> streams.addAll(one.children().streams()));
        return streams;
    }

    /**
     * What was expanded through one relation.
     *
     * @param children all of them, with what was expanded from them in turn
     * @param byParent by the id of the entity they were expanded from; to one: by their own id
     * @param counts how many there are altogether, where it was asked for
     */
    public record Expanded(
            Query.Expand expand, Fetched children, Map<Long, List<Row>> byParent, Map<Long, Long> counts) {

        public Expanded {
            byParent = new HashMap<>(byParent);
            counts = new HashMap<>(counts);
        }
    }
}
