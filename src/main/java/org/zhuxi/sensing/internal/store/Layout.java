package org.zhuxi.sensing.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Query;

/**
 * Which columns of a type are read for a query, and where they stand in a {@link Row}.
 *
 * @param columns without the id
 */
public record Layout(EntityType type, List<String> columns) {

    public Layout {
        columns = List.copyOf(columns);
    }

    static Layout of(EntityType type, Query query) {
        var columns = new LinkedHashSet<String>();
        if (type == EntityType.OBSERVATION) {
            columns.add("stream_id");
        }
        query.expand().stream()
                .map(Query.Expand::relation)
                .filter(relation -> !relation.isMany())
                .map(Relation::key)
                .forEach(columns::add);
        type.properties().stream()
                .filter(property -> isSelected(property, query))
                .map(Property::columns)
                .forEach(columns::addAll);
        return new Layout(type, new ArrayList<>(columns));
    }

    private static boolean isSelected(Property property, Query query) {
        return query.select().isEmpty()
                || query.select().contains("*")
                || query.select().stream()
                        .anyMatch(name -> name.equals(property.name()) || name.startsWith(property.name() + "/"));
    }

    /** Whether the property was asked for, so that its columns are there. */
    public boolean has(Property property) {
        return columns.contains(property.columns().getFirst());
    }

    public int at(String column) {
        var index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(type + " was read without " + column);
        }
        return index;
    }

    /** The number in a column that is never null. */
    public long number(Row row, String column) {
        return ((Number) Objects.requireNonNull(row.cells()[at(column)])).longValue();
    }
}
