package org.zhuxi.sensing.internal.alarm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.Watching;

/** What rules know of devices, and the readings they have not seen. */
@Repository
class WatchStore {

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A device that a rule watches.
     *
     * @param stream of the quantity; 0 where no reading is the alarm
     * @param lastMessage when its last message came, or it was claimed
     */
    record Watched(
            UUID id,
            String code,
            String name,
            String path,
            String origin,
            long stream,
            Instant lastMessage,
            Instant readUntil,
            Watching watching) {}

    record Reading(UUID device, Instant at, BigDecimal value) {}

    /** @param from how far back a device is read that was not watched before */
    List<Watched> watched(AlarmRule rule, Instant from) {
        return jdbc.sql("""
                        select d.id, d.code, d.name, d.place_path, d.origin, coalesce(s.id, 0) as stream_id,
                            coalesce(d.last_seen_at, d.claimed_at) as last_message,
                            coalesce(w.read_until, :from) as read_until, w.holds_since,
                            coalesce(w.is_raised, false) as is_raised, w.over_at
                        from sensing.device d
                        left join sensing.stream s
                          on s.thing_id = d.thing_id and not s.is_multi and s.properties ->> 'quantity' = :quantity
                        left join sensing.alarm_watch w
                          on w.community_id = :community and w.rule_id = :rule and w.device_id = d.id
                        where d.community_id = :community
                        and (d.place_path = :path or d.place_path like :below)
                        and d.template = :template
                        and d.retired_at is null
                        order by d.id
                        """)
                .param("from", Rows.at(from))
                .param("quantity", rule.quantity())
                .param("community", rule.community().value())
                .param("rule", rule.id())
                .param("path", rule.path().value())
                .param("below", rule.path().below())
                .param("template", rule.template())
                .query((row, number) -> new Watched(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("place_path"),
                        row.getString("origin"),
                        row.getLong("stream_id"),
                        Rows.moment(row, "last_message"),
                        Rows.moment(row, "read_until"),
                        new Watching(
                                Rows.instant(row, "holds_since"),
                                row.getBoolean("is_raised"),
                                Rows.instant(row, "over_at"))))
                .list();
    }

    /** Readings none of them has seen, device by device in the order of their times. */
    List<Reading> unread(List<Watched> devices, Instant now, int limit) {
        return jdbc.sql("""
                        select w.device_id, o.start_at, o.result_num::numeric as value
                        from unnest(cast(:devices as uuid[]), cast(:streams as bigint[]), cast(:untils as timestamptz[]))
                            w(device_id, stream_id, read_until)
                        join sensing.observation o on o.stream_id = w.stream_id and o.start_at > w.read_until
                        where o.start_at <= :now
                        and o.result_num is not null
                        order by w.device_id, o.start_at, o.id
                        limit :limit
                        """)
                .param("devices", Rows.texts(devices, Watched::id))
                .param("streams", Rows.texts(devices, Watched::stream))
                .param("untils", Rows.texts(devices, Watched::readUntil))
                .param("now", Rows.at(now))
                .param("limit", limit)
                .query((row, number) -> new Reading(
                        row.getObject("device_id", UUID.class),
                        Rows.moment(row, "start_at"),
                        row.getBigDecimal("value")))
                .list();
    }

    void keep(AlarmRule rule, UUID device, Instant readUntil, Watching watching) {
        jdbc.sql("""
                        insert into sensing.alarm_watch
                            (community_id, rule_id, device_id, read_until, holds_since, is_raised, over_at)
                        values (:community, :rule, :device, :until, :since, :raised, :over)
                        on conflict (community_id, rule_id, device_id) do update
                        set read_until = excluded.read_until, holds_since = excluded.holds_since,
                            is_raised = excluded.is_raised, over_at = excluded.over_at
                        """)
                .param("community", rule.community().value())
                .param("rule", rule.id())
                .param("device", device)
                .param("until", Rows.at(readUntil))
                .param("since", Rows.at(watching.holdsSince()))
                .param("raised", watching.isRaised())
                .param("over", Rows.at(watching.overAt()))
                .update();
    }
}
