package org.zhuxi.sensing.internal.sta;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.store.EntityReader.Source;

/**
 * A set, an entity or a part of one that somebody follows.
 *
 * @param source the set
 * @param id the entity, or null for the whole set
 * @param part the property with the way into it, or null for the whole entity
 * @param options as they were written, or null
 */
public record Followed(
        Source source,
        @Nullable Long id,
        @Nullable String part,
        @Nullable String options,
        Query query) {

    public boolean isSet() {
        return id == null;
    }

    public boolean isPart() {
        return part != null;
    }

    /** Whether new observations of this stream may belong to it. */
    public boolean followsObservations(long stream) {
        var relation = source.relation();
        return isSet()
                && source.type() == EntityType.OBSERVATION
                && (relation == null || !relation.from().isStream() || source.parent() == stream);
    }

    /** Whether it is a part of a stream, some of which change with each observation. */
    public boolean isPartOfStream(long stream) {
        return isPart() && source.type().isStream() && Objects.equals(id, stream);
    }

    /** Whether a change of this entity may concern it. */
    public boolean follows(EntityType type, long changed) {
        return source.type() == type && (isSet() || Objects.equals(id, changed));
    }

    /** The one stream whose observations it needs, 0 for any, or null when it needs none. */
    public @Nullable Long stream() {
        var relation = source.relation();
        if (isPart() && source.type().isStream()) {
            return id;
        }
        if (!isSet() || source.type() != EntityType.OBSERVATION) {
            return null;
        }
        return relation != null && relation.from().isStream() ? source.parent() : 0;
    }

    /** The address of the one entity or its part. */
    String address() {
        var entity = source.type().set() + "(" + id + ")";
        return part == null ? entity : entity + "/" + part;
    }

    /** What the value of the part is called. */
    String name() {
        var way = Objects.requireNonNull(part);
        return way.substring(way.lastIndexOf('/') + 1);
    }
}
