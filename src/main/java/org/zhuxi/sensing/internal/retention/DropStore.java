package org.zhuxi.sensing.internal.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;

/** Drops readings for which hours stand. */
@Repository
class DropStore {

    private final JdbcClient jdbc;

    DropStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stream and how many days of its readings are kept. */
    record Kept(long stream, int days) {}

    /** Streams that a rule concerns, each with the rule that names it most narrowly. */
    List<Kept> kept() {
        return jdbc.sql("""
                        select distinct on (s.id) s.id, r.keep_days
                        from sensing.retention_rule r
                        join sensing.thing t
                          on t.place_path = r.place_path or starts_with(t.place_path, r.place_path || '/')
                        join sensing.stream s on s.thing_id = t.id
                        left join sensing.device d on d.thing_id = t.id
                        where r.ended_at is null
                        and (r.template = '' or r.template = d.template)
                        and (r.device_code = '' or r.device_code = d.code)
                        order by s.id, (r.device_code <> '') desc, (r.template <> '') desc, length(r.place_path) desc,
                            r.keep_days desc
                        """)
                .query((row, number) -> new Kept(row.getLong("id"), row.getInt("keep_days")))
                .list();
    }

    /** @param first of what is there @param droppedUntil null when all is there */
    record State(@Nullable Instant first, @Nullable Instant droppedUntil) {}

    /** Locks a stream against writers and those who change its observations. */
    Optional<State> lock(long stream) {
        return jdbc.sql("""
                        select first_at, dropped_until
                        from sensing.stream_state
                        where stream_id = :stream
                        for update
                        """)
                .param("stream", stream)
                .query((row, number) -> new State(Rows.instant(row, "first_at"), Rows.instant(row, "dropped_until")))
                .optional();
    }

    /** Without the lock. */
    Map<Long, State> look(Collection<Long> streams) {
        var states = new HashMap<Long, State>();
        jdbc.sql("""
                        select stream_id, first_at, dropped_until
                        from sensing.stream_state
                        where stream_id = any(:streams)
                        """).param("streams", streams.toArray(Long[]::new)).query(row -> {
            states.put(
                    row.getLong("stream_id"),
                    new State(Rows.instant(row, "first_at"), Rows.instant(row, "dropped_until")));
        });
        return states;
    }

    /** Whether the hours of a time say exactly what its readings add up to. */
    boolean isRolledUp(long stream, Instant from, Instant until) {
        return jdbc.sql("""
                        select not exists (
                            select 1
                            from (
                                select date_trunc('hour', start_at, 'UTC') as hour_at, count(*) as readings,
                                    sum(result_num::numeric) as total, min(result_num) as least, max(result_num) as most
                                from sensing.observation
                                where stream_id = :stream
                                and start_at >= :from
                                and start_at < :until
                                and result_num is not null
                                group by 1) o
                            left join sensing.hour_sum h on h.stream_id = :stream and h.hour_at = o.hour_at
                            where h.readings is distinct from o.readings
                            or h.total is distinct from o.total
                            or h.least is distinct from o.least
                            or h.most is distinct from o.most)
                        """)
                .param("stream", stream)
                .param("from", Rows.at(from))
                .param("until", Rows.at(until))
                .query(Boolean.class)
                .single();
    }

    /** Texts and the like stay, for no hour tells them. @return how many were dropped */
    int drop(long stream, Instant from, Instant until) {
        var dropped = jdbc.sql("""
                        delete from sensing.observation
                        where stream_id = :stream
                        and start_at >= :from
                        and start_at < :until
                        and result_num is not null
                        """)
                .param("stream", stream)
                .param("from", Rows.at(from))
                .param("until", Rows.at(until))
                .update();
        jdbc.sql("""
                        update sensing.stream_state
                        set observations = observations - :dropped, dropped = dropped + :dropped, dropped_until = :until,
                            first_at = (
                                select min(start_at) from sensing.observation where stream_id = :stream),
                            first_result_at = (
                                select min(result_at) from sensing.observation where stream_id = :stream),
                            last_at = case when observations > :dropped then last_at end,
                            last_result_at = case when observations > :dropped then last_result_at end
                        where stream_id = :stream
                        """)
                .param("dropped", dropped)
                .param("until", Rows.at(until))
                .param("stream", stream)
                .update();
        return dropped;
    }
}
