package org.zhuxi.sensing.internal.tap;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapFall;
import org.zhuxi.sensing.tap.TapReading;

/** Reads the observations a tap follows; of several at one moment the last that came. */
@Repository
public class TapReadings {

    private static final int STREAM_BITS = 32;

    private final JdbcClient jdbc;

    TapReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From one moment to another, both included. */
    record Span(Instant from, Instant until) {}

    /** Before that moment only hours are kept. */
    Optional<Instant> droppedUntil(long stream) {
        return jdbc.sql("""
                        select dropped_until
                        from sensing.stream_state
                        where stream_id = :stream
                        and dropped_until is not null
                        """)
                .param("stream", stream)
                .query((row, number) -> Rows.moment(row, "dropped_until"))
                .optional();
    }

    long lastNumber(long stream) {
        return jdbc.sql("select next_number - 1 from sensing.stream_state where stream_id = :stream")
                .param("stream", stream)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** When the observations with numbers above one and up to another were made. */
    Optional<Span> touched(long stream, long after, long upTo) {
        return jdbc.sql("""
                        select min(start_at) as first_at, max(start_at) as last_at
                        from sensing.observation
                        where stream_id = :stream
                        and id > (:stream << :bits) + :after
                        and id <= (:stream << :bits) + :upTo
                        and result_num is not null
                        having count(*) > 0
                        """)
                .param("stream", stream)
                .param("bits", STREAM_BITS)
                .param("after", after)
                .param("upTo", upTo)
                .query((row, number) -> new Span(Rows.moment(row, "first_at"), Rows.moment(row, "last_at")))
                .optional();
    }

    /** When the last reading before that moment was made. */
    Optional<Instant> before(long stream, Instant at) {
        return before(stream, at, null);
    }

    /** When the last reading before that moment was made that lies below a value; null for any value. */
    Optional<Instant> before(long stream, Instant at, @Nullable BigDecimal below) {
        return jdbc.sql("""
                        select start_at
                        from sensing.observation
                        where stream_id = :stream
                        and start_at < :at
                        and result_num < coalesce(cast(:below as float8), 'infinity')
                        order by start_at desc
                        limit 1
                        """)
                .param("stream", stream)
                .param("at", Rows.at(at))
                .param("below", below)
                .query((row, number) -> Rows.moment(row, "start_at"))
                .optional();
    }

    /** When the first reading after that moment was made. */
    Optional<Instant> after(long stream, Instant at) {
        return after(stream, at, null);
    }

    /** When the first reading after that moment was made that lies below a value; null for any value. */
    Optional<Instant> after(long stream, Instant at, @Nullable BigDecimal below) {
        return jdbc.sql("""
                        select start_at
                        from sensing.observation
                        where stream_id = :stream
                        and start_at > :at
                        and result_num < coalesce(cast(:below as float8), 'infinity')
                        order by start_at
                        limit 1
                        """)
                .param("stream", stream)
                .param("at", Rows.at(at))
                .param("below", below)
                .query((row, number) -> Rows.moment(row, "start_at"))
                .optional();
    }

    /** In the order of their times. */
    List<TapReading> list(long stream, Span span) {
        return jdbc.sql("""
                        select distinct on (start_at) start_at, result_num::numeric as value
                        from sensing.observation
                        where stream_id = :stream
                        and start_at between :from and :until
                        and result_num is not null
                        order by start_at, id desc
                        """)
                .param("stream", stream)
                .param("from", Rows.at(span.from()))
                .param("until", Rows.at(span.until()))
                .query((row, number) -> new TapReading(Rows.moment(row, "start_at"), row.getBigDecimal("value")))
                .list();
    }

    /** Where a counter shows less than before, the latest first. */
    public List<TapFall> falls(Tap tap, Instant since, int limit) {
        return jdbc.sql("""
                        select start_at, before, value
                        from (
                            select start_at, value, lag(value) over (order by start_at) as before
                            from (
                                select distinct on (start_at) start_at, result_num::numeric as value
                                from sensing.observation
                                where stream_id = :stream
                                and start_at >= :since
                                and result_num is not null
                                order by start_at, id desc) one) two
                        where value < before
                        order by start_at desc
                        limit :limit
                        """)
                .param("stream", tap.stream())
                .param("since", Rows.at(since))
                .param("limit", limit)
                .query((row, number) -> new TapFall(
                        Rows.moment(row, "start_at"), row.getBigDecimal("before"), row.getBigDecimal("value")))
                .list();
    }
}
