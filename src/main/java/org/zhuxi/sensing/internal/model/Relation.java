package org.zhuxi.sensing.internal.model;

import static org.zhuxi.sensing.internal.model.EntityType.DATASTREAM;
import static org.zhuxi.sensing.internal.model.EntityType.FEATURE_OF_INTEREST;
import static org.zhuxi.sensing.internal.model.EntityType.HISTORICAL_LOCATION;
import static org.zhuxi.sensing.internal.model.EntityType.LOCATION;
import static org.zhuxi.sensing.internal.model.EntityType.MULTI_DATASTREAM;
import static org.zhuxi.sensing.internal.model.EntityType.OBSERVATION;
import static org.zhuxi.sensing.internal.model.EntityType.OBSERVED_PROPERTY;
import static org.zhuxi.sensing.internal.model.EntityType.SENSOR;
import static org.zhuxi.sensing.internal.model.EntityType.THING;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A way from one entity to others.
 *
 * @param name as in addresses: the singular for one, the set for many
 * @param isRequired whether an entity cannot be without
 */
public record Relation(String name, EntityType from, EntityType to, Link link, boolean isRequired) {

    private static final Map<EntityType, List<Relation>> ALL = all();

    /** How two tables hang together. */
    public sealed interface Link {}

    /** The source keeps the id of the target: to one. */
    public record Key(String column) implements Link {}

    /** The target keeps the id of the source: to many. */
    public record Back(String column) implements Link {}

    /** A table of pairs: to many. @param order the column by which they are put in order, or empty */
    public record Pairs(String table, String source, String target, String order) implements Link {}

    public boolean isMany() {
        return !(link instanceof Key);
    }

    /** The column of the source that keeps the target's id. */
    public String key() {
        return ((Key) link).column();
    }

    static List<Relation> of(EntityType type) {
        return Objects.requireNonNull(ALL.get(type));
    }

    private static Relation one(EntityType from, EntityType to, String column, boolean isRequired) {
        return new Relation(to.singular(), from, to, new Key(column), isRequired);
    }

    private static Relation many(EntityType from, EntityType to, String column) {
        return new Relation(to.set(), from, to, new Back(column), false);
    }

    private static Relation pairs(EntityType from, EntityType to, String table, String source, String target) {
        return new Relation(to.set(), from, to, new Pairs("sensing." + table, source, target, ""), false);
    }

    private static Map<EntityType, List<Relation>> all() {
        var all = new EnumMap<EntityType, List<Relation>>(EntityType.class);
        all.put(
                THING,
                List.of(
                        pairs(THING, LOCATION, "thing_location", "thing_id", "location_id"),
                        many(THING, HISTORICAL_LOCATION, "thing_id"),
                        many(THING, DATASTREAM, "thing_id"),
                        many(THING, MULTI_DATASTREAM, "thing_id")));
        all.put(
                LOCATION,
                List.of(
                        pairs(LOCATION, THING, "thing_location", "location_id", "thing_id"),
                        pairs(
                                LOCATION,
                                HISTORICAL_LOCATION,
                                "historical_location_location",
                                "location_id",
                                "historical_location_id")));
        all.put(
                HISTORICAL_LOCATION,
                List.of(
                        one(HISTORICAL_LOCATION, THING, "thing_id", true),
                        pairs(
                                HISTORICAL_LOCATION,
                                LOCATION,
                                "historical_location_location",
                                "historical_location_id",
                                "location_id")));
        all.put(
                DATASTREAM,
                List.of(
                        one(DATASTREAM, THING, "thing_id", true),
                        one(DATASTREAM, SENSOR, "sensor_id", true),
                        one(DATASTREAM, OBSERVED_PROPERTY, "observed_property_id", true),
                        many(DATASTREAM, OBSERVATION, "stream_id")));
        all.put(
                MULTI_DATASTREAM,
                List.of(
                        one(MULTI_DATASTREAM, THING, "thing_id", true),
                        one(MULTI_DATASTREAM, SENSOR, "sensor_id", true),
                        new Relation(
                                OBSERVED_PROPERTY.set(),
                                MULTI_DATASTREAM,
                                OBSERVED_PROPERTY,
                                new Pairs("sensing.stream_property", "stream_id", "observed_property_id", "position"),
                                true),
                        many(MULTI_DATASTREAM, OBSERVATION, "stream_id")));
        all.put(SENSOR, List.of(many(SENSOR, DATASTREAM, "sensor_id"), many(SENSOR, MULTI_DATASTREAM, "sensor_id")));
        all.put(
                OBSERVED_PROPERTY,
                List.of(
                        many(OBSERVED_PROPERTY, DATASTREAM, "observed_property_id"),
                        pairs(
                                OBSERVED_PROPERTY,
                                MULTI_DATASTREAM,
                                "stream_property",
                                "observed_property_id",
                                "stream_id")));
        all.put(
                OBSERVATION,
                List.of(
                        one(OBSERVATION, DATASTREAM, "stream_id", true),
                        one(OBSERVATION, MULTI_DATASTREAM, "stream_id", false),
                        one(OBSERVATION, FEATURE_OF_INTEREST, "feature_id", false)));
        all.put(FEATURE_OF_INTEREST, List.of(many(FEATURE_OF_INTEREST, OBSERVATION, "feature_id")));
        return all;
    }
}
