package org.zhuxi.sensing.internal.rollup;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;

/** Keeps what observations add up to in an hour. */
@Repository
class HourStore {

    private static final int STREAM_BITS = 32;

    private final JdbcClient jdbc;

    HourStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Observations of a stream that are not in its hours yet. */
    record Fresh(long stream, long after, long upTo) {}

    /** @param most observations of one stream at a time */
    List<Fresh> fresh(int streams, long most) {
        return jdbc.sql("""
                        select c.stream_id, coalesce(r.number, 0) as after,
                            least(c.next_number - 1, coalesce(r.number, 0) + :most) as up_to
                        from sensing.stream_state c
                        left join sensing.stream_rolled r on r.stream_id = c.stream_id
                        where c.next_number - 1 > coalesce(r.number, 0)
                        order by c.stream_id
                        limit :streams
                        """)
                .param("most", most)
                .param("streams", streams)
                .query((row, number) -> new Fresh(row.getLong("stream_id"), row.getLong("after"), row.getLong("up_to")))
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
                            from unnest(cast(:streams as bigint[]), cast(:afters as bigint[]), cast(:ups as bigint[]))
                                f(stream_id, after, up_to)),
                        hours as (
                            select distinct o.stream_id, date_trunc('hour', o.start_at, 'UTC') as hour_at
                            from fresh f
                            join sensing.observation o
                              on o.stream_id = f.stream_id and o.id > (f.stream_id << :bits) + f.after
                                and o.id <= (f.stream_id << :bits) + f.up_to
                            where o.result_num is not null),
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
                .param("bits", STREAM_BITS)
                .param("template", DeviceMeasures.TEMPLATE)
                .query((row, number) ->
                        new Touched(new CommunityId(row.getInt("community_id")), row.getString("month")))
                .list();
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
        return touched;
    }

    private static Long[] numbers(List<Fresh> fresh, java.util.function.Function<Fresh, Long> column) {
        return fresh.stream().map(column).toArray(Long[]::new);
    }
}
