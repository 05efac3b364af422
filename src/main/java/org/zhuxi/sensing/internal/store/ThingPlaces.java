package org.zhuxi.sensing.internal.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.sensing.internal.model.EntityType;

/** Where things are and were (OGC 18-088 §8.2.3): each move leaves a historical location. */
@Repository
class ThingPlaces {

    private final JdbcTemplate jdbc;
    private final Streams streams;
    private final Changes changes;
    private final Clock clock;

    ThingPlaces(JdbcTemplate jdbc, Streams streams, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.streams = streams;
        this.changes = changes;
        this.clock = clock;
    }

    /** The things are now at these locations, which are different writings of one place. */
    void move(List<Long> things, List<Long> locations) {
        for (var thing : things) {
            link(thing, locations);
            var history = Objects.requireNonNull(jdbc.queryForObject(
                    "insert into sensing.historical_location (thing_id, time_at) values (?, ?) returning id",
                    Long.class,
                    thing,
                    clock.instant().atOffset(ZoneOffset.UTC)));
            jdbc.update(
                    "insert into sensing.historical_location_location select distinct ?::bigint, l from unnest(?::bigint[]) l",
                    history,
                    array(locations));
            changes.tell(EntityType.HISTORICAL_LOCATION, history);
        }
    }

    private void link(long thing, List<Long> locations) {
        jdbc.update("delete from sensing.thing_location where thing_id = ?", thing);
        jdbc.update(
                "insert into sensing.thing_location select distinct ?::bigint, l from unnest(?::bigint[]) l",
                thing,
                array(locations));
        streams.forget();
    }

    /** A historical location that is the latest of its thing says where the thing is. */
    void followHistory(long history) {
        var thing = jdbc.queryForList("""
                select h.thing_id
                from sensing.historical_location h
                where h.id = ?
                and not exists (
                    select
                    from sensing.historical_location later
                    where later.thing_id = h.thing_id
                    and (later.time_at, later.id) > (h.time_at, h.id))
                """, Long.class, history);
        var locations = jdbc.queryForList(
                "select location_id from sensing.historical_location_location where historical_location_id = ?",
                Long.class,
                history);
        if (!thing.isEmpty() && !locations.isEmpty()) {
            link(thing.getFirst(), locations);
        }
    }

    private static long[] array(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
