package org.zhuxi.sensing.internal.sta;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.store.Fetched;
import org.zhuxi.sensing.internal.store.Layout;
import org.zhuxi.sensing.internal.store.ObservedResult;
import org.zhuxi.sensing.internal.store.Row;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes entities as the standard wants them, straight from the rows. */
final class EntityJson implements AutoCloseable {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private final JsonGenerator out;
    private final String root;
    private final Map<Long, Boolean> areMulti;

    /**
     * @param root address of the service, ending in a slash
     * @param areMulti which of the streams of the observations are MultiDatastreams
     */
    EntityJson(JsonMapper json, String root, Map<Long, Boolean> areMulti) {
        this.out = json.createGenerator(bytes);
        this.root = root;
        this.areMulti = areMulti;
    }

    JsonGenerator out() {
        return out;
    }

    byte[] finish() {
        out.close();
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        out.close();
    }

    /** @param count how many there are, or null @param next link to the next page, or null */
    void collection(Fetched fetched, Query query, @Nullable Long count, @Nullable String next, boolean isReference) {
        out.writeStartObject();
        if (count != null) {
            out.writeNumberProperty("@iot.count", count);
        }
        if (next != null) {
            out.writeStringProperty("@iot.nextLink", next);
        }
        out.writeArrayPropertyStart("value");
        fetched.rows().stream().limit(query.page()).forEach(row -> {
            if (isReference) {
                out.writeStartObject();
                out.writeStringProperty("@iot.selfLink", self(fetched.layout().type(), row.id()));
                out.writeEndObject();
            } else {
                entity(fetched, row, query);
            }
        });
        out.writeEndArray();
        out.writeEndObject();
    }

    void entity(Fetched fetched, Row row, Query query) {
        var layout = fetched.layout();
        var type = layout.type();
        var self = self(type, row.id());
        out.writeStartObject();
        if (query.selects("@iot.id") || query.select().contains("*")) {
            out.writeNumberProperty("@iot.id", row.id());
        }
        if (query.select().isEmpty()
                || query.select().contains("@iot.selfLink")
                || query.select().contains("*")) {
            out.writeStringProperty("@iot.selfLink", self);
        }
        for (var property : type.properties()) {
            if (layout.has(property)) {
                property(layout, row, property);
            }
        }
        for (var relation : type.relations()) {
            relation(fetched, row, relation, query, self);
        }
        out.writeEndObject();
    }

    String self(EntityType type, long id) {
        return root + type.set() + "(" + id + ")";
    }

    private void relation(Fetched fetched, Row row, Relation relation, Query query, String self) {
        if (isOtherStream(fetched.layout(), row, relation)) {
            return;
        }
        var expanded = fetched.expanded(relation.name());
        if (expanded == null) {
            if (query.selects(relation.name()) || query.select().contains("*")) {
                out.writeStringProperty(relation.name() + "@iot.navigationLink", self + "/" + relation.name());
            }
            return;
        }
        var inner = expanded.expand().query();
        if (!relation.isMany()) {
            var key = row.cells()[fetched.layout().at(relation.key())];
            var child = key instanceof Number number ? expanded.byParent().get(number.longValue()) : null;
            out.writeName(relation.name());
            if (child == null) {
                out.writeNull();
            } else {
                entity(expanded.children(), child.getFirst(), inner);
            }
            return;
        }
        var children = expanded.byParent().getOrDefault(row.id(), List.of());
        if (inner.count()) {
            out.writeNumberProperty(
                    relation.name() + "@iot.count", expanded.counts().getOrDefault(row.id(), 0L));
        }
        if (children.size() > inner.page()) {
            out.writeStringProperty(relation.name() + "@iot.nextLink", next(self, relation, expanded.expand()));
        }
        out.writeArrayPropertyStart(relation.name());
        children.stream().limit(inner.page()).forEach(child -> entity(expanded.children(), child, inner));
        out.writeEndArray();
    }

    private static String next(String self, Relation relation, Query.Expand expand) {
        var options =
                new StringBuilder(self).append('/').append(relation.name()).append('?');
        for (var option : expand.source().split("&", -1)) {
            if (!option.isBlank() && !option.startsWith("$skip=")) {
                options.append(Links.escaped(option)).append('&');
            }
        }
        return options.append("$skip=")
                .append(expand.query().skip() + expand.query().page())
                .toString();
    }

    /** An observation hangs on a Datastream or a MultiDatastream, never on both. */
    private boolean isOtherStream(Layout layout, Row row, Relation relation) {
        if (relation.from() != EntityType.OBSERVATION || !relation.to().isStream()) {
            return false;
        }
        var isMulti = areMulti.getOrDefault(layout.number(row, "stream_id"), false);
        return isMulti != (relation.to() == EntityType.MULTI_DATASTREAM);
    }

    /** What is not known is left out, but a result and the time of a result, which are always there. */
    private void property(Layout layout, Row row, Property property) {
        var isThere = row.cells()[layout.at(property.columns().getFirst())] != null;
        if (isThere || property.name().equals("resultTime")) {
            out.writeName(property.name());
            cell(layout, row, property);
        }
    }

    /** The bare value of a property. */
    void cell(Layout layout, Row row, Property property) {
        var at = layout.at(property.columns().getFirst());
        var value = row.cells()[at];
        if (value == null) {
            out.writeNull();
            return;
        }
        switch (property.form()) {
            case TEXT -> out.writeString(value.toString());
            case JSON, FEATURE -> out.writeRawValue(value.toString());
            case MOMENT -> out.writeString(time(value));
            case INSTANT, INTERVAL -> {
                var end = row.cells()[at + 1];
                out.writeString(end == null ? time(value) : time(value) + "/" + time(end));
            }
            case RESULT -> result(layout, row);
        }
    }

    static String time(Object value) {
        return ((OffsetDateTime) value)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant()
                .toString();
    }

    void result(Layout layout, Row row) {
        var at = layout.at("result_kind");
        var cells = row.cells();
        var kind = ObservedResult.Kind.values()[((Number) Objects.requireNonNull(cells[at])).intValue()];
        switch (kind) {
            case DECIMAL -> out.writeNumber(((Number) Objects.requireNonNull(cells[at + 1])).doubleValue());
            case WHOLE -> out.writeNumber(((Number) Objects.requireNonNull(cells[at + 1])).longValue());
            case TEXT -> out.writeString(String.valueOf(cells[at + 2]));
            case TRUTH -> out.writeBoolean("true".equals(cells[at + 2]));
            case JSON -> out.writeRawValue(String.valueOf(cells[at + 3]));
            case NOTHING -> out.writeNull();
        }
    }
}
