package org.zhuxi.sensing.internal.sta;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.store.Fetched;
import org.zhuxi.sensing.internal.store.Layout;
import tools.jackson.core.io.SerializedString;

/**
 * What is written of each entity of a set, found once for all of its rows.
 *
 * @param stream where an observation keeps the number of its stream; -1 for anything else
 */
record EntityShape(
        Fetched fetched, byte[] set, boolean hasId, boolean hasSelf, int stream, List<Cell> cells, List<Way> ways) {

    EntityShape {
        cells = List.copyOf(cells);
        ways = List.copyOf(ways);
    }

    /**
     * A property.
     *
     * @param at where its first column stands in a row
     * @param isAlways whether it is written although it is not known
     */
    record Cell(SerializedString name, Property.Form form, int at, boolean isAlways) {

        static Cell of(Layout layout, Property property) {
            return new Cell(
                    new SerializedString(property.name()),
                    property.form(),
                    layout.at(property.columns().getFirst()),
                    property.name().equals("resultTime"));
        }
    }

    /**
     * A relation.
     *
     * @param link the name of its navigation link @param path what its address ends in
     * @param isLinked whether the link is written
     * @param key where the id of the one entity stands that was expanded; -1 when there are many or it is only linked
     * @param inner the entities it was expanded to, or null
     */
    record Way(
            Relation relation,
            SerializedString link,
            byte[] path,
            boolean isLinked,
            int key,
            Fetched.@Nullable Expanded expanded,
            @Nullable EntityShape inner) {

        /** Whether it leads to the kind of stream an observation does not hang on. */
        boolean isOther(boolean isMulti) {
            return relation.to().isStream() && isMulti != (relation.to() == EntityType.MULTI_DATASTREAM);
        }

        EntityShape entities() {
            return Objects.requireNonNull(inner);
        }
    }

    static EntityShape of(Fetched fetched, Query query) {
        var layout = fetched.layout();
        var type = layout.type();
        var isAll = query.select().contains("*");
        return new EntityShape(
                fetched,
                type.set().getBytes(StandardCharsets.US_ASCII),
                query.selects("@iot.id") || isAll,
                query.selects("@iot.selfLink") || isAll,
                type == EntityType.OBSERVATION ? layout.at("stream_id") : -1,
                type.properties().stream()
                        .filter(layout::has)
                        .map(property -> Cell.of(layout, property))
                        .toList(),
                type.relations().stream()
                        .filter(relation ->
                                fetched.expanded(relation.name()) != null || query.selects(relation.name()) || isAll)
                        .map(relation -> way(fetched, query, relation))
                        .toList());
    }

    private static Way way(Fetched fetched, Query query, Relation relation) {
        var expanded = fetched.expanded(relation.name());
        return new Way(
                relation,
                new SerializedString(relation.name() + "@iot.navigationLink"),
                ("/" + relation.name()).getBytes(StandardCharsets.US_ASCII),
                query.selects(relation.name()) || query.select().contains("*"),
                expanded == null || relation.isMany() ? -1 : fetched.layout().at(relation.key()),
                expanded,
                expanded == null
                        ? null
                        : of(expanded.children(), expanded.expand().query()));
    }
}
