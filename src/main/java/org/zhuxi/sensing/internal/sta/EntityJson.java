package org.zhuxi.sensing.internal.sta;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.store.Fetched;
import org.zhuxi.sensing.internal.store.ObservedResult;
import org.zhuxi.sensing.internal.store.Row;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes entities as the standard wants them, straight from the rows. Links and times, most of what a page consists of, are put
 * together as bytes.
 */
final class EntityJson implements AutoCloseable {

    private static final SerializedString ID = new SerializedString("@iot.id");
    private static final SerializedString SELF = new SerializedString("@iot.selfLink");
    private static final ObservedResult.Kind[] KINDS = ObservedResult.Kind.values();
    private static final int LONGEST_PATH = 80;
    private static final int LONGEST_NUMBER = 18;
    private static final int USUAL_ENTITY = 420;

    private final ByteArrayOutputStream bytes;
    private final JsonGenerator out;
    private final String root;
    private final Map<Long, Boolean> areMulti;
    private final byte[] link;
    private final int rootLength;
    private final byte[] times = new byte[2 * UtcText.LENGTH + 1];

    /**
     * @param root address of the service, ending in a slash
     * @param areMulti which of the streams of the observations are MultiDatastreams
     * @param entities about how many will be written
     */
    EntityJson(JsonMapper json, String root, Map<Long, Boolean> areMulti, int entities) {
        this.bytes = new ByteArrayOutputStream((entities + 1) * USUAL_ENTITY);
        this.out = json.createGenerator(bytes);
        this.root = root;
        this.areMulti = areMulti;
        var quoted = JsonStringEncoder.getInstance().quoteAsUTF8(root);
        this.rootLength = quoted.length;
        this.link = Arrays.copyOf(quoted, rootLength + LONGEST_PATH);
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
        var shape = EntityShape.of(fetched, query);
        for (var row : page(fetched.rows(), query)) {
            if (isReference) {
                reference(fetched.layout().type(), row.id());
            } else {
                entity(shape, row);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    void reference(EntityType type, long id) {
        out.writeStartObject();
        out.writeStringProperty("@iot.selfLink", self(type, id));
        out.writeEndObject();
    }

    private static List<Row> page(List<Row> rows, Query query) {
        return rows.subList(0, Math.min(rows.size(), query.page()));
    }

    void entity(EntityShape shape, Row row) {
        var self = self(shape, row);
        out.writeStartObject();
        if (shape.hasId()) {
            out.writeName(ID);
            out.writeNumber(row.id());
        }
        if (shape.hasSelf()) {
            out.writeName(SELF);
            out.writeRawUTF8String(link, 0, self);
        }
        for (var cell : shape.cells()) {
            if (cell.isAlways() || row.cells()[cell.at()] != null) {
                out.writeName(cell.name());
                cell(cell, row);
            }
        }
        var isMulti = shape.stream() >= 0
                && areMulti.getOrDefault(
                        ((Number) Objects.requireNonNull(row.cells()[shape.stream()])).longValue(), false);
        for (var way : shape.ways()) {
            var expanded = way.expanded();
            if (shape.stream() >= 0 && way.isOther(isMulti)) {
                continue;
            }
            if (way.isLinked()) {
                out.writeName(way.link());
                out.writeRawUTF8String(link, 0, put(way.path(), self));
            }
            if (expanded != null) {
                expanded(shape, way, expanded, row);
                // the entities within have written theirs over it
                self = self(shape, row);
            }
        }
        out.writeEndObject();
    }

    String self(EntityType type, long id) {
        return root + type.set() + "(" + id + ")";
    }

    /** Writes the address of an entity behind that of the service. @return where it ends */
    private int self(EntityShape shape, Row row) {
        var at = put(shape.set(), rootLength);
        link[at++] = '(';
        at = UtcText.digits(link, at, row.id(), digits(row.id()));
        link[at] = ')';
        return at + 1;
    }

    private static int digits(long number) {
        var digits = 1;
        for (var more = 10L; more <= number && digits < LONGEST_NUMBER; more *= 10) {
            digits++;
        }
        return digits;
    }

    private int put(byte[] part, int at) {
        System.arraycopy(part, 0, link, at, part.length);
        return at + part.length;
    }

    private void expanded(EntityShape shape, EntityShape.Way way, Fetched.Expanded expanded, Row row) {
        if (way.key() >= 0) {
            one(way, expanded, row.cells()[way.key()]);
        } else {
            many(shape, way, expanded, row);
        }
    }

    private void one(EntityShape.Way way, Fetched.Expanded expanded, @Nullable Object key) {
        var child = key instanceof Number number ? expanded.byParent().get(number.longValue()) : null;
        out.writeName(way.relation().name());
        if (child == null) {
            out.writeNull();
        } else {
            entity(way.entities(), child.getFirst());
        }
    }

    private void many(EntityShape shape, EntityShape.Way way, Fetched.Expanded expanded, Row row) {
        var inner = expanded.expand().query();
        var relation = way.relation();
        var children = expanded.byParent().getOrDefault(row.id(), List.of());
        if (inner.count()) {
            out.writeNumberProperty(
                    relation.name() + "@iot.count", expanded.counts().getOrDefault(row.id(), 0L));
        }
        if (children.size() > inner.page()) {
            var self = self(shape.fetched().layout().type(), row.id());
            out.writeStringProperty(relation.name() + "@iot.nextLink", next(self, relation, expanded.expand()));
        }
        out.writeArrayPropertyStart(relation.name());
        for (var child : page(children, inner)) {
            entity(way.entities(), child);
        }
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

    /** The bare value of a property. */
    void cell(EntityShape.Cell cell, Row row) {
        var value = row.cells()[cell.at()];
        if (value == null) {
            out.writeNull();
            return;
        }
        switch (cell.form()) {
            case TEXT -> out.writeString(value.toString());
            case JSON, FEATURE -> out.writeRawValue(value.toString());
            case MOMENT -> times((OffsetDateTime) value, null);
            case INSTANT, INTERVAL -> times((OffsetDateTime) value, (OffsetDateTime) row.cells()[cell.at() + 1]);
            case RESULT -> result(row.cells(), cell.at());
        }
    }

    private void times(OffsetDateTime start, @Nullable OffsetDateTime end) {
        var at = UtcText.put(times, 0, start);
        if (end != null) {
            times[at] = '/';
            at = UtcText.put(times, at + 1, end);
        }
        out.writeRawUTF8String(times, 0, at);
    }

    private void result(@Nullable Object[] cells, int at) {
        switch (KINDS[((Number) Objects.requireNonNull(cells[at])).intValue()]) {
            case DECIMAL -> out.writeNumber(((Number) Objects.requireNonNull(cells[at + 1])).doubleValue());
            case WHOLE -> out.writeNumber(((Number) Objects.requireNonNull(cells[at + 1])).longValue());
            case TEXT -> out.writeString(String.valueOf(cells[at + 2]));
            case TRUTH -> out.writeBoolean("true".equals(cells[at + 2]));
            case JSON -> out.writeRawValue(String.valueOf(cells[at + 3]));
            case NOTHING -> out.writeNull();
        }
    }
}
