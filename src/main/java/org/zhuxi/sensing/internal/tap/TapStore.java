package org.zhuxi.sensing.internal.tap;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Tap;

/** Keeps taps. */
@Repository
public class TapStore {

    private final JdbcClient jdbc;

    TapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is no open tap of the stream for this kind yet. */
    public boolean insert(Tap tap, UUID by) {
        var weighing = tap.reckoning() instanceof Reckoning.Weighing it ? it : null;
        var counter = tap.reckoning() instanceof Reckoning.Counter it ? it : null;
        return jdbc.sql("""
                        insert into sensing.tap
                            (community_id, id, device_id, device_code, device_name, place, place_path, template, quantity, unit,
                             stream_id, kind, amount, reckoning, least, settle_seconds, tolerance, capacity, since, origin,
                             added_by, added_at)
                        values (:community, :id, :device, :code, :name, :place, :path, :template, :quantity, :unit, :stream, :kind,
                            :amount, :way, :least, :settle, :tolerance, :capacity, :since, :origin, :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", tap.community().value())
                        .param("id", tap.id())
                        .param("device", tap.device())
                        .param("code", tap.deviceCode())
                        .param("name", tap.deviceName())
                        .param("place", tap.place())
                        .param("path", tap.path().value())
                        .param("template", tap.template())
                        .param("quantity", tap.quantity())
                        .param("unit", tap.unit())
                        .param("stream", tap.stream())
                        .param("kind", tap.kind())
                        .param("amount", tap.amount())
                        .param("way", tap.reckoning().way().name())
                        .param("least", weighing == null ? null : weighing.least())
                        .param("settle", weighing == null ? null : weighing.settleSeconds())
                        .param("tolerance", weighing == null ? null : weighing.tolerance())
                        .param("capacity", counter == null ? null : counter.capacity())
                        .param("since", tap.since())
                        .param("origin", tap.origin().name())
                        .param("by", by)
                        .param("at", Rows.at(tap.addedAt()))
                        .update()
                == 1;
    }

    public Optional<Tap> find(UUID id) {
        return jdbc.sql("select * from sensing.tap where id = :id")
                .param("id", id)
                .query((row, number) -> tap(row))
                .optional();
    }

    public List<Tap> ofDevice(CommunityId community, UUID device) {
        return jdbc.sql("""
                        select *
                        from sensing.tap
                        where community_id = :community
                        and device_id = :device
                        order by id desc
                        """)
                .param("community", community.value())
                .param("device", device)
                .query((row, number) -> tap(row))
                .list();
    }

    public List<Tap> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from sensing.tap
                        where (place_path = :path or place_path like :below)
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> tap(row))
                .list();
    }

    /** Whether records of another tap may stand for what was measured on that day or later. */
    public boolean isTapped(CommunityId community, long stream, String kind, Instant from) {
        return jdbc.sql("""
                        select exists (
                            select 1
                            from sensing.tap
                            where community_id = :community
                            and stream_id = :stream
                            and kind = :kind
                            and (ended_at is null or ended_at > :from))
                        """)
                .param("community", community.value())
                .param("stream", stream)
                .param("kind", kind)
                .param("from", Rows.at(from))
                .query(Boolean.class)
                .single();
    }

    /** Taps whose streams have observations that they have not read, or with something still to be recorded. */
    public List<Tap> waiting() {
        record Read(Tap tap, long number) {}
        var taps = jdbc.sql("select * from sensing.tap order by community_id, id")
                .query((row, number) -> new Read(tap(row), row.getLong("read_number")))
                .list();
        var last = lastNumbers(taps.stream().map(one -> one.tap().stream()).toList());
        var due = jdbc.sql("select distinct tap_id from sensing.tap_record where state = 'DUE'")
                .query(UUID.class)
                .set();
        return taps.stream()
                .filter(one -> due.contains(one.tap().id()) || last.getOrDefault(one.tap().stream(), 0L) > one.number())
                .map(Read::tap)
                .toList();
    }

    private Map<Long, Long> lastNumbers(Collection<Long> streams) {
        var numbers = new HashMap<Long, Long>();
        jdbc.sql(
                        "select stream_id, next_number - 1 as number from sensing.stream_state where stream_id = any(:streams)")
                .param("streams", streams.toArray(Long[]::new))
                .query(row -> {
                    numbers.put(row.getLong("stream_id"), row.getLong("number"));
                });
        return numbers;
    }

    private static Tap tap(ResultSet row) throws SQLException {
        return new Tap(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                row.getObject("device_id", UUID.class),
                row.getString("device_code"),
                row.getString("device_name"),
                row.getString("template"),
                row.getString("quantity"),
                row.getString("unit"),
                row.getLong("stream_id"),
                row.getString("kind"),
                row.getString("amount"),
                reckoning(row),
                row.getObject("since", LocalDate.class),
                Rows.moment(row, "added_at"),
                Rows.instant(row, "paused_at"),
                Rows.instant(row, "ended_at"),
                Origin.valueOf(row.getString("origin")));
    }

    private static Reckoning reckoning(ResultSet row) throws SQLException {
        return switch (Reckoning.Way.valueOf(row.getString("reckoning"))) {
            case WEIGHING ->
                new Reckoning.Weighing(
                        row.getBigDecimal("least").stripTrailingZeros(),
                        row.getInt("settle_seconds"),
                        row.getBigDecimal("tolerance").stripTrailingZeros());
            case COUNTER -> new Reckoning.Counter(plain(row.getBigDecimal("capacity")));
        };
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
