package org.zhuxi.sensing.internal.rollup;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.platform.database.Rows;

/** Keeps what observations add up to in an hour. */
@Repository
class HourStore {

    private static final int STREAM_BITS = 32;

    private final JdbcClient jdbc;

    HourStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Observations of a stream that are not in its hours yet.
     *
     * @param droppedUntil before which only hours are kept; null when all observations are there
     */
    record Fresh(
            long stream, long after, long upTo, @Nullable Instant droppedUntil) {}

    /** @param mostOfOne observations of one stream at a time @param most observations at a time, with those of the last stream above it */
    List<Fresh> fresh(int streams, long mostOfOne, long most) {
        return jdbc.sql("""
                        select stream_id, after, up_to, dropped_until
                        from (
                            select *, sum(up_to - after) over (order by stream_id) as so_far
                            from (
                                select c.stream_id, coalesce(r.number, 0) as after,
                                    least(c.next_number - 1, coalesce(r.number, 0) + :mostOfOne) as up_to, c.dropped_until
                                from sensing.stream_state c
                                left join sensing.stream_rolled r on r.stream_id = c.stream_id
                                where c.next_number - 1 > coalesce(r.number, 0)) waiting) f
                        where so_far - (up_to - after) < :most
                        order by stream_id
                        limit :streams
                        """)
                .param("mostOfOne", mostOfOne)
                .param("most", most)
                .param("streams", streams)
                .query((row, number) -> new Fresh(
                        row.getLong("stream_id"),
                        row.getLong("after"),
                        row.getLong("up_to"),
                        Rows.instant(row, "dropped_until")))
                .list();
    }

    /** Communities and months whose measures changed. */
    record Touched(CommunityId community, String month) {}

    /**
     * Reckons the hours of these observations again, whole, and notes how far it went.
     *
     * @return communities and months whose noise meters had readings among them
     */
    List<Touched> roll(List<Fresh> fresh) {
        var touched = jdbc.sql("""
                        with fresh as (
                            select *
                            from unnest(cast(:streams as bigint[]), cast(:afters as bigint[]), cast(:ups as bigint[]),
                                cast(:dropped as timestamptz[])) f(stream_id, after, up_to, dropped_until)),
                        hours as (
                            select distinct o.stream_id, date_trunc('hour', o.start_at, 'UTC') as hour_at
                            from fresh f
                            join sensing.observation o
                              on o.stream_id = f.stream_id and o.id > (f.stream_id << :bits) + f.after
                                and o.id <= (f.stream_id << :bits) + f.up_to
                            where o.result_num is not null
                            and (f.dropped_until is null or o.start_at >= f.dropped_until)),
                        kept as (
                            insert into sensing.hour_sum (stream_id, hour_at, readings, total, least, most)
                            select h.stream_id, h.hour_at, count(*), sum(o.result_num::numeric), min(o.result_num),
                                max(o.result_num)
                            from hours h
                            join sensing.observation o
                              on o.stream_id = h.stream_id and o.start_at >= h.hour_at
                                and o.start_at < h.hour_at + interval '1 hour'
                            where o.result_num is not null
                            group by h.stream_id, h.hour_at
                            on conflict (stream_id, hour_at) do update
                            set readings = excluded.readings, total = excluded.total, least = excluded.least,
                                most = excluded.most
                            returning stream_id, hour_at)
                        select distinct d.community_id, to_char(k.hour_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
                        from kept k
                        join sensing.stream s on s.id = k.stream_id
                        join sensing.device d on d.thing_id = s.thing_id
                        where d.template = :template
                        """)
                .param("streams", numbers(fresh, Fresh::stream))
                .param("afters", numbers(fresh, Fresh::after))
                .param("ups", numbers(fresh, Fresh::upTo))
                .param("dropped", Rows.texts(fresh, Fresh::droppedUntil))
                .param("bits", STREAM_BITS)
                .param("template", DeviceMeasures.TEMPLATE)
                .query((row, number) ->
                        new Touched(new CommunityId(row.getInt("community_id")), row.getString("month")))
                .list();
        noteRolled(fresh);
        return touched;
    }

    /**
     * Adds observations that came after the others of their hours were dropped to these hours, and drops them too. To be called in the
     * transaction of {@link #roll}, which leaves them out.
     */
    List<Touched> rollLate(List<Fresh> fresh) {
        var some = fresh.stream().filter(one -> one.droppedUntil() != null).toList();
        if (some.isEmpty()) {
            return List.of();
        }
        var touched = jdbc.sql("""
                        with late as (
                            delete from sensing.observation o
                            using unnest(cast(:streams as bigint[]), cast(:afters as bigint[]), cast(:ups as bigint[]),
                                cast(:dropped as timestamptz[])) f(stream_id, after, up_to, dropped_until)
                            where o.stream_id = f.stream_id
                            and o.id > (f.stream_id << :bits) + f.after
                            and o.id <= (f.stream_id << :bits) + f.up_to
                            and o.start_at < f.dropped_until
                            and o.result_num is not null
                            returning o.stream_id, o.start_at, o.result_num),
                        counted as (
                            update sensing.stream_state c
                            set observations = c.observations - l.readings, dropped = c.dropped + l.readings
                            from (
                                select stream_id, count(*) as readings
                                from late
                                group by stream_id
                                order by stream_id) l
                            where c.stream_id = l.stream_id),
                        kept as (
                            insert into sensing.hour_sum as h (stream_id, hour_at, readings, total, least, most)
                            select stream_id, date_trunc('hour', start_at, 'UTC'), count(*), sum(result_num::numeric),
                                min(result_num), max(result_num)
                            from late
                            group by 1, 2
                            on conflict (stream_id, hour_at) do update
                            set readings = h.readings + excluded.readings, total = h.total + excluded.total,
                                least = least(h.least, excluded.least), most = greatest(h.most, excluded.most)
                            returning stream_id, hour_at)
                        select distinct d.community_id, to_char(k.hour_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
                        from kept k
                        join sensing.stream s on s.id = k.stream_id
                        join sensing.device d on d.thing_id = s.thing_id
                        where d.template = :template
                        """)
                .param("streams", numbers(some, Fresh::stream))
                .param("afters", numbers(some, Fresh::after))
                .param("ups", numbers(some, Fresh::upTo))
                .param("dropped", Rows.texts(some, Fresh::droppedUntil))
                .param("bits", STREAM_BITS)
                .param("template", DeviceMeasures.TEMPLATE)
                .query((row, number) ->
                        new Touched(new CommunityId(row.getInt("community_id")), row.getString("month")))
                .list();
        jdbc.sql("""
                        update sensing.stream_state c
                        set first_at = (select min(start_at) from sensing.observation o where o.stream_id = c.stream_id),
                            first_result_at = (select min(result_at) from sensing.observation o where o.stream_id = c.stream_id)
                        where c.stream_id = any(:streams)
                        and c.first_at < c.dropped_until
                        """).param("streams", numbers(some, Fresh::stream)).update();
        return touched;
    }

    private void noteRolled(List<Fresh> fresh) {
        jdbc.sql("""
                        insert into sensing.stream_rolled (stream_id, number)
                        select *
                        from unnest(cast(:streams as bigint[]), cast(:ups as bigint[]))
                        on conflict (stream_id) do update
                        set number = excluded.number
                        """)
                .param("streams", numbers(fresh, Fresh::stream))
                .param("ups", numbers(fresh, Fresh::upTo))
                .update();
    }

    private static Long[] numbers(List<Fresh> fresh, Function<Fresh, Long> column) {
        return fresh.stream().map(column).toArray(Long[]::new);
    }
}
