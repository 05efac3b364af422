package org.zhuxi.sensing.internal.device;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.DeviceSeries;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.LiveReading;

/** Keeps devices and which of their messages were taken. */
@Repository
public class DeviceStore {

    private final JdbcClient jdbc;
    private final DeviceTemplates templates;

    DeviceStore(JdbcClient jdbc, DeviceTemplates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    /** Whether the code was free. */
    public boolean insert(Device device, UUID by) {
        var isFree = add(device, by);
        if (isFree) {
            jdbc.sql("update sensing.thing set origin = :origin where id = :thing")
                    .param("origin", device.origin().name())
                    .param("thing", device.thing())
                    .update();
        }
        return isFree;
    }

    private boolean add(Device device, UUID by) {
        return jdbc.sql("""
                        insert into sensing.device
                            (id, community_id, code, place, place_path, template, thing_id, name, claimed_by, claimed_at, origin)
                        values (:id, :community, :code, :place, :path, :template, :thing, :name, :by, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("id", device.id())
                        .param("community", device.community().value())
                        .param("code", device.code())
                        .param("place", device.place())
                        .param("path", device.path().value())
                        .param("template", device.template().code())
                        .param("thing", device.thing())
                        .param("name", device.name())
                        .param("by", by)
                        .param("at", Rows.at(device.claimedAt()))
                        .param("origin", device.origin().name())
                        .update()
                == 1;
    }

    public Optional<Device> find(String code) {
        return jdbc.sql("select * from sensing.device where code = :code")
                .param("code", code)
                .query((row, number) -> device(row))
                .optional();
    }

    /** Whether it was in use. */
    public boolean retire(Device device, Instant at, UUID by, String reason) {
        return jdbc.sql("""
                        update sensing.device
                        set retired_at = :at, retired_by = :by, retire_reason = :reason
                        where id = :id
                        and retired_at is null
                        """)
                        .param("at", Rows.at(at))
                        .param("by", by)
                        .param("reason", reason)
                        .param("id", device.id())
                        .update()
                == 1;
    }

    /** @param silentAt only those whose last message is older than an hour by then, or null for all */
    public List<Device> list(
            PlacePath at, String words, @Nullable Instant silentAt, int limit, @Nullable String after) {
        return jdbc.sql("""
                        select *
                        from sensing.device
                        where (place_path = :path or place_path like :below)
                        and retired_at is null
                        and (:words = '' or position(lower(:words) in lower(name || ' ' || code)) > 0)
                        and (cast(:silent as timestamptz) is null
                            or coalesce(last_seen_at, claimed_at) < cast(:silent as timestamptz) - interval '1 hour')
                        and code > :after
                        order by code
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("words", words)
                .param("silent", Rows.at(silentAt))
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, number) -> device(row))
                .list();
    }

    /** Marks messages as taken. @return those that were not before */
    List<Long> note(Device device, List<Long> sequences, Instant at) {
        var fresh = jdbc.sql("""
                        insert into sensing.device_message (community_id, device_id, sequence, received_at)
                        select :community, :device, given, :at
                        from unnest(:sequences) given
                        group by given
                        order by given
                        on conflict do nothing
                        returning sequence
                        """)
                .param("community", device.community().value())
                .param("device", device.id())
                .param("at", Rows.at(at))
                .param("sequences", sequences.toArray(Long[]::new))
                .query(Long.class)
                .list();
        if (!fresh.isEmpty()) {
            jdbc.sql("update sensing.device set last_seen_at = greatest(last_seen_at, :at) where id = :id")
                    .param("at", Rows.at(at))
                    .param("id", device.id())
                    .update();
        }
        return fresh;
    }

    /** The streams of a thing by what they observe. */
    public Map<String, Long> streams(long thing) {
        var streams = new HashMap<String, Long>();
        jdbc.sql(
                        "select id, properties ->> 'quantity' as quantity from sensing.stream where thing_id = :thing and not is_multi")
                .param("thing", thing)
                .query(row -> {
                    streams.put(row.getString("quantity"), row.getLong("id"));
                });
        return streams;
    }

    /** Each quantity with its newest value and the means of its days. */
    public List<DeviceSeries> series(Device device, ZoneId zone, Instant since) {
        var streams = streams(device.thing());
        var days = new HashMap<Long, Map<LocalDate, BigDecimal>>();
        jdbc.sql("""
                        select stream_id, cast(start_at at time zone :zone as date) as on_day, avg(result_num)::numeric as mean
                        from sensing.observation
                        where stream_id = any(:streams)
                        and start_at >= :since
                        and result_num is not null
                        group by 1, 2
                        """)
                .param("zone", zone.getId())
                .param("streams", streams.values().toArray(Long[]::new))
                .param("since", Rows.at(since))
                .query(row -> {
                    days.computeIfAbsent(row.getLong("stream_id"), any -> new HashMap<>())
                            .put(row.getObject("on_day", LocalDate.class), row.getBigDecimal("mean"));
                });
        return device.template().quantities().stream()
                .filter(quantity -> streams.containsKey(quantity.code()))
                .map(quantity -> {
                    long stream = Objects.requireNonNull(streams.get(quantity.code()));
                    var last = last(stream);
                    return new DeviceSeries(
                            quantity,
                            stream,
                            last.map(Last::value).orElse(null),
                            last.map(Last::at).orElse(null),
                            days.getOrDefault(stream, Map.of()));
                })
                .toList();
    }

    /** Readings after that moment, the oldest first; of many the newest. */
    public List<LiveReading> live(Device device, Instant after, int limit) {
        return jdbc.sql("""
                        select s.properties ->> 'quantity' as quantity, o.start_at, o.result_num::numeric as value
                        from sensing.stream s
                        join sensing.observation o on o.stream_id = s.id and o.start_at > :after
                        where s.thing_id = :thing
                        and not s.is_multi
                        and o.result_num is not null
                        order by o.start_at desc, o.id desc
                        limit :limit
                        """)
                .param("after", Rows.at(after))
                .param("thing", device.thing())
                .param("limit", limit)
                .query((row, number) -> new LiveReading(
                        row.getString("quantity"), Rows.moment(row, "start_at"), row.getBigDecimal("value")))
                .list()
                .reversed();
    }

    private record Last(BigDecimal value, Instant at) {}

    private Optional<Last> last(long stream) {
        return jdbc.sql("""
                        select result_num::numeric as value, start_at
                        from sensing.observation
                        where stream_id = :stream
                        and result_num is not null
                        order by start_at desc, id desc
                        limit 1
                        """)
                .param("stream", stream)
                .query((row, number) -> new Last(row.getBigDecimal("value"), Rows.moment(row, "start_at")))
                .optional();
    }

    private Device device(ResultSet row) throws SQLException {
        var template = row.getString("template");
        return new Device(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getString("code"),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                templates.find(template).orElseThrow(() -> new IllegalStateException("No template " + template)),
                row.getLong("thing_id"),
                row.getString("name"),
                Rows.moment(row, "claimed_at"),
                Rows.instant(row, "last_seen_at"),
                Rows.instant(row, "retired_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
