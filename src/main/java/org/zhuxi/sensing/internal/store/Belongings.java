package org.zhuxi.sensing.internal.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.sensing.internal.model.EntityType;

/** Tells whose entities are. */
@Repository
public class Belongings {

    private final JdbcTemplate jdbc;

    Belongings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose an entity is; a stream and what hangs on it belong to whom the thing belongs. */
    public Optional<Belonging> find(EntityType type, long id) {
        var sql = switch (type) {
            case THING, LOCATION, FEATURE_OF_INTEREST ->
                "select community_id, place_path, is_open from " + type.table() + " where id = ?";
            case SENSOR, OBSERVED_PROPERTY ->
                "select community_id, place_path, true as is_open from " + type.table() + " where id = ?";
            case HISTORICAL_LOCATION ->
                "select t.community_id, t.place_path, t.is_open from sensing.historical_location h join sensing.thing t on t.id = h.thing_id where h.id = ?";
            case DATASTREAM, MULTI_DATASTREAM ->
                "select t.community_id, t.place_path, t.is_open from sensing.stream s join sensing.thing t on t.id = s.thing_id where s.id = ?";
            case OBSERVATION ->
                "select t.community_id, t.place_path, t.is_open from sensing.stream s join sensing.thing t on t.id = s.thing_id where s.id = ? >> 32";
        };
        return jdbc
                .query(
                        sql,
                        (row, number) ->
                                new Belonging(row.getInt(1), new PlacePath(row.getString(2)), row.getBoolean(3)),
                        id)
                .stream()
                .findFirst();
    }

    /** The places of the things that lose streams or observations when this goes. */
    public List<PlacePath> affected(EntityType type, long id) {
        var streams = switch (type) {
            case SENSOR -> "s.sensor_id = ?";
            case OBSERVED_PROPERTY ->
                "? in (s.observed_property_id) or s.id in (select p.stream_id from sensing.stream_property p where p.observed_property_id = "
                        + id + ")";
            case FEATURE_OF_INTEREST ->
                "s.id in (select o.stream_id from sensing.observation o where o.feature_id = ?)";
            default -> "";
        };
        return streams.isEmpty()
                ? List.of()
                : jdbc
                        .queryForList(
                                "select distinct t.place_path from sensing.stream s join sensing.thing t on t.id = s.thing_id where "
                                        + streams,
                                String.class,
                                id)
                        .stream()
                        .map(PlacePath::new)
                        .toList();
    }
}
