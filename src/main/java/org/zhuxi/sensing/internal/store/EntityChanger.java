package org.zhuxi.sensing.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Sql;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;

/** Changes and deletes entities in the running transaction. */
@Repository
public class EntityChanger {

    private final JdbcTemplate jdbc;
    private final EntityBody body;
    private final ObservationBody observationBody;
    private final Belongings belongings;
    private final Ownership ownership;
    private final ThingPlaces thingPlaces;
    private final Streams streams;
    private final ObservationStore observations;
    private final Changes changes;

    EntityChanger(
            JdbcTemplate jdbc,
            EntityBody body,
            ObservationBody observationBody,
            Belongings belongings,
            Ownership ownership,
            ThingPlaces thingPlaces,
            Streams streams,
            ObservationStore observations,
            Changes changes) {
        this.jdbc = jdbc;
        this.body = body;
        this.observationBody = observationBody;
        this.belongings = belongings;
        this.ownership = ownership;
        this.thingPlaces = thingPlaces;
        this.streams = streams;
        this.observations = observations;
        this.changes = changes;
    }

    /** Keeps others from changing an entity until the running transaction ends, so that what is read of it stays true. */
    public void hold(Scribe scribe, EntityType type, long id) {
        require(scribe, type, id);
        if (type == EntityType.OBSERVATION) {
            jdbc.queryForList(
                    "select 1 from sensing.observation where stream_id = ? and id = ? for no key update",
                    Integer.class,
                    id >> EntityReader.STREAM_BITS,
                    id);
        } else {
            jdbc.queryForList("select 1 from " + tableOf(type) + " where id = ? for no key update", Integer.class, id);
        }
    }

    private static String tableOf(EntityType type) {
        return type.isStream() ? "sensing.stream" : type.table();
    }

    /** @param isWhole whether what is not named becomes empty (PUT), or stays (PATCH) */
    public void change(Scribe scribe, EntityType type, long id, JsonNode node, boolean isWhole) {
        EntityBody.check(type, node);
        var belonging = require(scribe, type, id);
        changes.tell(type, id);
        if (type == EntityType.OBSERVATION) {
            changeObservation(id, node);
            return;
        }
        var columns = new LinkedHashMap<>(body.columns(type, node, isWhole));
        links(scribe, type, id, node, columns);
        if (Ownership.isKept(type) && (node.has("properties") || isWhole)) {
            var moved = ownership.of(scribe, node, belonging);
            if (!moved.equals(belonging)) {
                scribe.require(SensingPermissions.MANAGE, moved.path());
                columns.putAll(Ownership.columns(type, moved));
            }
        }
        update(tableOf(type), columns, Sql.of("id = ", Sql.value(id, "bigint")));
        if (type == EntityType.HISTORICAL_LOCATION) {
            thingPlaces.followHistory(id);
        }
        streams.forget();
    }

    private Belonging require(Scribe scribe, EntityType type, long id) {
        var belonging = belongings
                .find(type, id)
                .orElseThrow(() -> StaError.notFound("There is no " + type.singular() + " " + id));
        scribe.require(SensingPermissions.MANAGE, belonging.path());
        return belonging;
    }

    private void links(Scribe scribe, EntityType type, long id, JsonNode node, Map<String, Sql> columns) {
        for (var relation : type.relations()) {
            var inner = node.get(relation.name());
            if (inner == null) {
                continue;
            }
            if (!relation.isMany()) {
                var to = linkOf(relation, inner);
                if (relation.to() == EntityType.THING) {
                    require(scribe, EntityType.THING, to);
                }
                columns.put(relation.key(), Sql.value(to, "bigint"));
            } else if (type == EntityType.THING && relation.to() == EntityType.LOCATION && inner.isArray()) {
                thingPlaces.move(List.of(id), linksOf(relation, inner));
            } else if (type == EntityType.LOCATION && relation.to() == EntityType.THING && inner.isArray()) {
                var things = linksOf(relation, inner);
                things.forEach(thing -> require(scribe, EntityType.THING, thing));
                thingPlaces.move(things, List.of(id));
            } else {
                throw StaError.bad(relation.name() + " cannot be changed from here");
            }
        }
    }

    private List<Long> linksOf(Relation relation, JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false)
                .map(inner -> linkOf(relation, inner))
                .toList());
    }

    /** New entities cannot be made inside a change. */
    private long linkOf(Relation relation, JsonNode inner) {
        var to = inner.isObject() ? EntityCreator.link(inner) : null;
        if (to == null || belongings.find(relation.to(), to).isEmpty()) {
            throw StaError.bad(relation.name() + " takes the @iot.id of what is there");
        }
        return to;
    }

    private void changeObservation(long id, JsonNode node) {
        var stream = id >> EntityReader.STREAM_BITS;
        var columns = new LinkedHashMap<String, Sql>(observationBody.changes(node));
        var feature = node.get("FeatureOfInterest");
        if (feature != null) {
            columns.put(
                    "feature_id",
                    Sql.value(
                            linkOf(
                                    EntityType.OBSERVATION
                                            .relation("FeatureOfInterest")
                                            .orElseThrow(),
                                    feature),
                            "bigint"));
        }
        if (node.has("Datastream") || node.has("MultiDatastream")) {
            throw StaError.bad("An observation stays with its stream");
        }
        update(
                "sensing.observation",
                columns,
                Sql.of("stream_id = ", Sql.value(stream, "bigint"), " and id = ", Sql.value(id, "bigint")));
        observations.restate(new long[] {stream});
    }

    private void update(String table, Map<String, Sql> columns, Sql where) {
        if (columns.isEmpty()) {
            return;
        }
        var sql = Sql.of("update ", table, " set ");
        var isFirst = true;
        for (var column : columns.entrySet()) {
            sql.add(isFirst ? "" : ", ", column.getKey(), " = ", column.getValue());
            isFirst = false;
        }
        sql.add(" where ", where);
        jdbc.update(sql.text(), sql.values());
    }

    /** Deletes an entity and what cannot be without it. Whoever deletes a sensor must look after all things that use it. */
    public void delete(Scribe scribe, EntityType type, long id) {
        require(scribe, type, id);
        belongings.affected(type, id).forEach(path -> scribe.require(SensingPermissions.MANAGE, path));
        switch (type) {
            case OBSERVATION -> deleteObservation(id);
            case FEATURE_OF_INTEREST -> deleteFeature(id);
            default -> {
                if (type == EntityType.LOCATION) {
                    histories(id);
                }
                streams(type, id);
                jdbc.update("delete from " + tableOf(type) + " where id = ?", id);
            }
        }
        streams.forget();
    }

    private void deleteObservation(long id) {
        var stream = id >> EntityReader.STREAM_BITS;
        var gone = jdbc.update("delete from sensing.observation where stream_id = ? and id = ?", stream, id);
        if (gone == 0) {
            throw StaError.notFound("There is no Observation " + id);
        }
        observations.restate(new long[] {stream});
    }

    private void deleteFeature(long id) {
        var touched = jdbc.queryForList(
                "with gone as (delete from sensing.observation where feature_id = ? returning stream_id) select distinct stream_id from gone",
                Long.class,
                id);
        observations.restate(touched.stream().mapToLong(Long::longValue).toArray());
        jdbc.update("delete from sensing.feature where id = ?", id);
    }

    /** That a thing was at a location is forgotten with the location. */
    private void histories(long location) {
        jdbc.update("""
                delete from sensing.historical_location
                where id in (
                    select historical_location_id
                    from sensing.historical_location_location
                    where location_id = ?)
                """, location);
    }

    /** Observations go with their streams, before the streams go by their keys. */
    private void streams(EntityType type, long id) {
        var condition = switch (type) {
            case THING -> "thing_id = ?";
            case SENSOR -> "sensor_id = ?";
            case OBSERVED_PROPERTY ->
                "id in (select s.id from sensing.stream s where s.observed_property_id = ?1 union select p.stream_id from sensing.stream_property p where p.observed_property_id = ?1)"
                                .replace("?1", Long.toString(id))
                        + " and ? > 0";
            case DATASTREAM, MULTI_DATASTREAM -> "id = ?";
            default -> "";
        };
        if (condition.isEmpty()) {
            return;
        }
        var gone = jdbc.queryForList("select id from sensing.stream where " + condition, Long.class, id).stream()
                .mapToLong(Long::longValue)
                .toArray();
        jdbc.update("delete from sensing.observation where stream_id = any(?)", (Object) gone);
        jdbc.update("delete from sensing.stream_state where stream_id = any(?)", (Object) gone);
        jdbc.update("delete from sensing.stream_rolled where stream_id = any(?)", (Object) gone);
        jdbc.update("delete from sensing.hour_sum where stream_id = any(?)", (Object) gone);
        jdbc.update("delete from sensing.stream where id = any(?)", (Object) gone);
    }
}
