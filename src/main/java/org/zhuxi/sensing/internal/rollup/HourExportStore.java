package org.zhuxi.sensing.internal.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Reads the hours of devices, page by page. */
@Repository
class HourExportStore {

    private final JdbcClient jdbc;

    HourExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An hour of one quantity of a device. */
    record Hour(
            long stream,
            String device,
            String template,
            String place,
            String quantity,
            Instant at,
            long readings,
            BigDecimal total,
            double least,
            double most,
            String origin) {}

    /** @param after the last hour that was read, or null @param from first day in China, or null @param to the day after the last, or null */
    List<Hour> page(
            PlacePath place, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Hour after, int limit) {
        return jdbc.sql("""
                        select h.stream_id, d.code, d.template, d.place, s.properties ->> 'quantity' as quantity, h.hour_at,
                            h.readings, h.total, h.least, h.most, d.origin
                        from sensing.device d
                        join sensing.stream s on s.thing_id = d.thing_id and not s.is_multi
                        join sensing.hour_sum h on h.stream_id = s.id
                        where (d.place_path = :path or d.place_path like :below)
                        and (cast(:from as date) is null
                            or h.hour_at >= cast(:from as date)::timestamp at time zone 'Asia/Shanghai')
                        and (cast(:to as date) is null
                            or h.hour_at < cast(:to as date)::timestamp at time zone 'Asia/Shanghai')
                        and (h.stream_id, h.hour_at) > (:stream, cast(:at as timestamptz))
                        order by h.stream_id, h.hour_at
                        limit :limit
                        """)
                .param("path", place.value())
                .param("below", place.below())
                .param("from", from)
                .param("to", to)
                .param("stream", after == null ? 0 : after.stream())
                .param("at", Rows.at(after == null ? Instant.EPOCH : after.at()))
                .param("limit", limit)
                .query((row, number) -> new Hour(
                        row.getLong("stream_id"),
                        row.getString("code"),
                        row.getString("template"),
                        row.getString("place"),
                        row.getString("quantity"),
                        Rows.moment(row, "hour_at"),
                        row.getLong("readings"),
                        row.getBigDecimal("total"),
                        row.getDouble("least"),
                        row.getDouble("most"),
                        row.getString("origin")))
                .list();
    }
}
