package org.zhuxi.sensing.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Sql;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;

/** Makes entities, with whatever is written inside them, in the running transaction. */
@Repository
public class EntityCreator {

    private static final int DEEPEST = 12;

    private final JdbcTemplate jdbc;
    private final EntityBody body;
    private final Belongings belongings;
    private final Ownership ownership;
    private final ThingPlaces thingPlaces;
    private final ObservationTaker observations;
    private final Changes changes;

    EntityCreator(
            JdbcTemplate jdbc,
            EntityBody body,
            Belongings belongings,
            Ownership ownership,
            ThingPlaces thingPlaces,
            ObservationTaker observations,
            Changes changes) {
        this.jdbc = jdbc;
        this.body = body;
        this.belongings = belongings;
        this.ownership = ownership;
        this.thingPlaces = thingPlaces;
        this.observations = observations;
        this.changes = changes;
    }

    /** @param given ids of related entities, by the name of the relation: those the address names */
    public long create(Scribe scribe, EntityType type, JsonNode node, Map<String, Long> given) {
        return create(new Making(scribe, null, 0), type, node, given);
    }

    /** @param around whose the entity is in which this one stands */
    private record Making(Scribe scribe, @Nullable Belonging around, int depth) {

        Making inside(Belonging belonging) {
            return new Making(scribe, belonging, depth + 1);
        }

        Making deeper() {
            return new Making(scribe, around, depth + 1);
        }
    }

    private long create(Making making, EntityType type, JsonNode node, Map<String, Long> given) {
        if (making.depth() > DEEPEST) {
            throw StaError.bad("Entities stand at most " + DEEPEST + " levels deep in each other");
        }
        EntityBody.check(type, node);
        var linked = new HashMap<>(given);
        for (var relation : type.relations()) {
            var inner = node.get(relation.name());
            if (!relation.isMany() && inner != null && !inner.isNull() && !linked.containsKey(relation.name())) {
                linked.put(relation.name(), linkOrMake(making.deeper(), relation, inner));
            }
        }
        if (type == EntityType.OBSERVATION) {
            return observations.takeWithin(making.scribe(), node, linked);
        }
        var belonging = belongs(making, type, node, linked);
        making.scribe().require(SensingPermissions.MANAGE, belonging.path());
        var id = insert(type, node, linked, belonging, making);
        many(making.inside(belonging), type, id, node);
        return id;
    }

    private Belonging belongs(Making making, EntityType type, JsonNode node, Map<String, Long> linked) {
        var thing = linked.get("Thing");
        if (thing != null) {
            return belongings
                    .find(EntityType.THING, thing)
                    .orElseThrow(() -> StaError.bad("There is no Thing " + thing));
        }
        return ownership.of(making.scribe(), node, making.around());
    }

    private long linkOrMake(Making making, Relation relation, JsonNode node) {
        var id = link(node);
        if (id == null) {
            return create(making, relation.to(), node, Map.of());
        }
        if (belongings.find(relation.to(), id).isEmpty()) {
            throw StaError.bad("There is no " + relation.to().singular() + " " + id);
        }
        return id;
    }

    /** The id of an entity that is only pointed to. */
    static @Nullable Long link(JsonNode node) {
        if (!node.isObject()) {
            throw StaError.bad("A related entity is an object");
        }
        var id = node.get("@iot.id");
        if (id == null || node.size() > 1 && node.has("name")) {
            return null;
        }
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw StaError.bad("@iot.id is a whole number");
        }
        return id.asLong();
    }

    private long insert(EntityType type, JsonNode node, Map<String, Long> linked, Belonging belonging, Making making) {
        var columns = new LinkedHashMap<>(body.columns(type, node, true));
        for (var relation : type.relations()) {
            if (!relation.isMany()) {
                var id = linked.get(relation.name());
                if (id == null && relation.isRequired()) {
                    throw StaError.bad(type.singular() + " needs " + relation.name());
                }
                if (id != null) {
                    columns.put(relation.key(), Sql.value(id, "bigint"));
                }
            }
        }
        if (type == EntityType.MULTI_DATASTREAM) {
            columns.put("is_multi", Sql.of("true"));
        }
        if (Ownership.isKept(type)) {
            columns.putAll(Ownership.columns(type, belonging));
        }
        if (type == EntityType.THING && making.scribe().actor().accountId() != null) {
            columns.put("created_by", Sql.value(making.scribe().actor().account(), "uuid"));
        }
        var id = insert(type.isStream() ? "sensing.stream" : type.table(), columns);
        if (type.isStream()) {
            jdbc.update("insert into sensing.stream_state (stream_id) values (?)", id);
        }
        changes.tell(type, id);
        return id;
    }

    private long insert(String table, Map<String, Sql> columns) {
        var sql = Sql.of("insert into ", table, " (", String.join(", ", columns.keySet()), ") values (");
        var isFirst = true;
        for (var value : columns.values()) {
            sql.add(isFirst ? "" : ", ", value);
            isFirst = false;
        }
        sql.add(") returning id");
        return Objects.requireNonNull(jdbc.queryForObject(sql.text(), Long.class, sql.values()));
    }

    private void many(Making making, EntityType type, long id, JsonNode node) {
        for (var relation : type.relations()) {
            var inner = node.get(relation.name());
            if (!relation.isMany() || inner == null || inner.isNull()) {
                if (relation.isMany() && relation.isRequired()) {
                    throw StaError.bad(type.singular() + " needs " + relation.name());
                }
                continue;
            }
            if (!inner.isArray()) {
                throw StaError.bad(relation.name() + " is an array");
            }
            switch (relation.link()) {
                case Relation.Back ignored -> inner.forEach(child -> back(making, relation, id, child));
                case Relation.Pairs pairs -> pairs(making, relation, pairs, id, inner);
                case Relation.Key ignored -> throw new IllegalStateException("To one is done before");
            }
        }
        if (type == EntityType.HISTORICAL_LOCATION) {
            thingPlaces.followHistory(id);
        }
    }

    private void back(Making making, Relation relation, long id, JsonNode child) {
        var linked = link(child);
        if (linked == null) {
            create(making, relation.to(), child, Map.of(relation.from().singular(), id));
            return;
        }
        var belonging = belongings
                .find(relation.to(), linked)
                .orElseThrow(() -> StaError.bad("There is no " + relation.to().singular() + " " + linked));
        making.scribe().require(SensingPermissions.MANAGE, belonging.path());
        if (relation.to() == EntityType.OBSERVATION) {
            throw StaError.bad("An observation stays with its stream");
        }
        var table = relation.to().isStream() ? "sensing.stream" : relation.to().table();
        jdbc.update(
                "update " + table + " set " + ((Relation.Back) relation.link()).column() + " = ? where id = ?",
                id,
                linked);
    }

    private void pairs(Making making, Relation relation, Relation.Pairs pairs, long id, JsonNode children) {
        List<Long> ids = new ArrayList<>();
        children.forEach(child -> ids.add(linkOrMake(making, relation, child)));
        if (relation.from() == EntityType.THING && relation.to() == EntityType.LOCATION) {
            thingPlaces.move(List.of(id), ids);
        } else if (relation.from() == EntityType.LOCATION && relation.to() == EntityType.THING) {
            ids.forEach(thing -> requireThing(making.scribe(), thing));
            thingPlaces.move(ids, List.of(id));
        } else if (!pairs.order().isEmpty()) {
            requireParts(id, ids.size());
            for (var i = 0; i < ids.size(); i++) {
                jdbc.update(
                        "insert into sensing.stream_property (stream_id, position, observed_property_id) values (?, ?, ?)",
                        id,
                        i,
                        ids.get(i));
            }
        } else {
            for (var other : ids) {
                jdbc.update(
                        "insert into " + pairs.table() + " (" + pairs.source() + ", " + pairs.target()
                                + ") values (?, ?) on conflict do nothing",
                        id,
                        other);
            }
        }
    }

    /** Connects a new entity with the one it was sent to. */
    public void connect(Scribe scribe, Relation relation, long parent, long made) {
        if (relation.from() == EntityType.THING && relation.to() == EntityType.LOCATION) {
            requireThing(scribe, parent);
            thingPlaces.move(List.of(parent), List.of(made));
        } else if (relation.from() == EntityType.LOCATION && relation.to() == EntityType.THING) {
            thingPlaces.move(List.of(made), List.of(parent));
        } else {
            throw StaError.bad("Send it to the set of " + relation.to().set() + " with its relations");
        }
    }

    private void requireParts(long stream, int properties) {
        var fits = jdbc.queryForObject(
                "select jsonb_array_length(data_types) = ? and jsonb_array_length(unit) = ? from sensing.stream where id = ?",
                Boolean.class,
                properties,
                properties,
                stream);
        if (!Boolean.TRUE.equals(fits)) {
            throw StaError.bad("A MultiDatastream has as many types and units as observed properties");
        }
    }

    private void requireThing(Scribe scribe, long thing) {
        belongings
                .find(EntityType.THING, thing)
                .ifPresent(belonging -> scribe.require(SensingPermissions.MANAGE, belonging.path()));
    }
}
