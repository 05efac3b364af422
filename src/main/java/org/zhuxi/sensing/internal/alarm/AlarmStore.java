package org.zhuxi.sensing.internal.alarm;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.alarm.Alarm;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.AlarmStep;

/** Keeps alarms and what became of them. */
@Repository
public class AlarmStore {

    private final JdbcClient jdbc;

    AlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts an alarm on the board unless one stands there. */
    void raise(AlarmRule rule, WatchStore.Watched device, Instant began, @Nullable BigDecimal value, Instant now) {
        var id = Ids.next();
        var isNew = jdbc.sql("""
                        insert into sensing.alarm
                            (community_id, id, rule_id, device_id, device_code, device_name, place_path, began_at, value,
                             raised_at, origin)
                        values (:community, :id, :rule, :device, :code, :name, :path, :began, :value, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("community", rule.community().value())
                        .param("id", id)
                        .param("rule", rule.id())
                        .param("device", device.id())
                        .param("code", device.code())
                        .param("name", device.name())
                        .param("path", device.path())
                        .param("began", Rows.at(began))
                        .param("value", value)
                        .param("at", Rows.at(now))
                        .param("origin", device.origin())
                        .update()
                == 1;
        if (isNew) {
            step(rule.community(), id, AlarmStep.Kind.RAISED, null, "", now);
        }
    }

    /** The alarm of a device is over. */
    void end(AlarmRule rule, UUID device, Instant at, Instant now) {
        jdbc.sql("""
                        update sensing.alarm
                        set over_at = greatest(:at, began_at)
                        where community_id = :community
                        and rule_id = :rule
                        and device_id = :device
                        and over_at is null
                        returning id
                        """)
                .param("at", Rows.at(at))
                .param("community", rule.community().value())
                .param("rule", rule.id())
                .param("device", device)
                .query(UUID.class)
                .list()
                .forEach(id -> step(rule.community(), id, AlarmStep.Kind.OVER, null, "", now));
    }

    /** All alarms by a rule are over, for it holds no longer. */
    public void endAll(AlarmRule rule, Actor by, Instant at) {
        jdbc.sql("""
                        update sensing.alarm
                        set over_at = :at
                        where community_id = :community
                        and rule_id = :rule
                        and over_at is null
                        returning id
                        """)
                .param("at", Rows.at(at))
                .param("community", rule.community().value())
                .param("rule", rule.id())
                .query(UUID.class)
                .list()
                .forEach(id -> step(rule.community(), id, AlarmStep.Kind.RULE_RETIRED, by, "", at));
    }

    /** All alarms of a device are over, for it is out of use. */
    public void endOf(CommunityId community, UUID device, Actor by, Instant at) {
        jdbc.sql("""
                        update sensing.alarm
                        set over_at = greatest(:at, began_at)
                        where community_id = :community
                        and device_id = :device
                        and over_at is null
                        returning id
                        """)
                .param("at", Rows.at(at))
                .param("community", community.value())
                .param("device", device)
                .query(UUID.class)
                .list()
                .forEach(id -> step(community, id, AlarmStep.Kind.DEVICE_RETIRED, by, "", at));
    }

    /** Alarms of devices out of use are over, also one that was raised while its device was being taken out of use. */
    void endOfRetired(Instant now) {
        jdbc.sql("""
                        update sensing.alarm a
                        set over_at = greatest(d.retired_at, a.began_at)
                        from sensing.device d
                        where d.community_id = a.community_id
                        and d.id = a.device_id
                        and d.retired_at is not null
                        and a.over_at is null
                        returning a.community_id, a.id
                        """)
                .query(AlarmStore::key)
                .list()
                .forEach(one -> step(one.community(), one.id(), AlarmStep.Kind.DEVICE_RETIRED, null, "", now));
    }

    /** Whether it stood and nobody had taken it in hand. */
    public boolean acknowledge(Alarm alarm, Actor by, String words, Instant at) {
        var isFirst = jdbc.sql("""
                        update sensing.alarm
                        set acknowledged_at = :at
                        where community_id = :community
                        and id = :id
                        and acknowledged_at is null
                        and over_at is null
                        """)
                        .param("at", Rows.at(at))
                        .param("community", alarm.community().value())
                        .param("id", alarm.id())
                        .update()
                == 1;
        if (isFirst) {
            step(alarm.community(), alarm.id(), AlarmStep.Kind.ACKNOWLEDGED, by, words, at);
        }
        return isFirst;
    }

    private record Key(CommunityId community, UUID id) {}

    private static Key key(ResultSet row, int number) throws SQLException {
        return new Key(new CommunityId(row.getInt("community_id")), row.getObject("id", UUID.class));
    }

    /** Hands those up that nobody took in hand in time. @return how many */
    int escalate(Instant now) {
        var late =
                jdbc.sql("""
                        update sensing.alarm a
                        set escalated_at = :now
                        from sensing.alarm_rule r
                        where r.community_id = a.community_id
                        and r.id = a.rule_id
                        and a.over_at is null
                        and a.acknowledged_at is null
                        and a.escalated_at is null
                        and a.raised_at + make_interval(mins => r.escalate_minutes) <= :now
                        returning a.community_id, a.id
                        """).param("now", Rows.at(now)).query(AlarmStore::key).list();
        late.forEach(one -> step(one.community(), one.id(), AlarmStep.Kind.ESCALATED, null, "", now));
        return late.size();
    }

    private void step(
            CommunityId community, UUID alarm, AlarmStep.Kind kind, @Nullable Actor by, String words, Instant at) {
        jdbc.sql("""
                        insert into sensing.alarm_step
                            (community_id, alarm_id, id, step, done_at, done_by, words)
                        values (:community, :alarm, :id, :step, :at, :by, :words)
                        """)
                .param("community", community.value())
                .param("alarm", alarm)
                .param("id", Ids.next())
                .param("step", kind.name())
                .param("at", Rows.at(at))
                .param("by", by == null ? null : by.accountId())
                .param("words", words)
                .update();
    }

    public Optional<Alarm> find(UUID id) {
        return jdbc.sql("select * from sensing.alarm where id = :id")
                .param("id", id)
                .query((row, number) -> alarm(row))
                .optional();
    }

    public List<Alarm> list(PlacePath at, boolean isOpenOnly, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from sensing.alarm
                        where (place_path = :path or place_path like :below)
                        and (not :open or over_at is null)
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("open", isOpenOnly)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> alarm(row))
                .list();
    }

    public long countUnanswered(PlacePath at, boolean isEscalatedOnly) {
        return jdbc.sql("""
                        select count(*)
                        from sensing.alarm
                        where (place_path = :path or place_path like :below)
                        and over_at is null
                        and acknowledged_at is null
                        and (not :escalated or escalated_at is not null)
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("escalated", isEscalatedOnly)
                .query(Long.class)
                .single();
    }

    public List<AlarmStep> steps(Alarm alarm) {
        return jdbc.sql("""
                        select step, done_at, done_by, words
                        from sensing.alarm_step
                        where community_id = :community
                        and alarm_id = :alarm
                        order by done_at, id
                        """)
                .param("community", alarm.community().value())
                .param("alarm", alarm.id())
                .query((row, number) -> new AlarmStep(
                        AlarmStep.Kind.valueOf(row.getString("step")),
                        Rows.moment(row, "done_at"),
                        row.getObject("done_by", UUID.class),
                        row.getString("words")))
                .list();
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getObject("rule_id", UUID.class),
                row.getString("device_code"),
                row.getString("device_name"),
                new PlacePath(row.getString("place_path")),
                Rows.moment(row, "began_at"),
                row.getBigDecimal("value"),
                Rows.moment(row, "raised_at"),
                Rows.instant(row, "acknowledged_at"),
                Rows.instant(row, "escalated_at"),
                Rows.instant(row, "over_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
