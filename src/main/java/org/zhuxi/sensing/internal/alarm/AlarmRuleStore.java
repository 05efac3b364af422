package org.zhuxi.sensing.internal.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.alarm.AlarmRule;

/** Keeps rules of alarms. */
@Repository
public class AlarmRuleStore {

    private final JdbcClient jdbc;

    AlarmRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(AlarmRule rule, UUID by) {
        jdbc.sql("""
                        insert into sensing.alarm_rule
                            (community_id, id, place, place_path, template, condition, quantity, threshold, back_at, for_minutes,
                             from_hour, to_hour, quiet_minutes, escalate_minutes, origin, added_by, added_at)
                        values (:community, :id, :place, :path, :template, :condition, :quantity, :threshold, :back, :for, :from,
                            :to, :quiet, :escalate, :origin, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", rule.community().value())
                .param("id", rule.id())
                .param("place", rule.place())
                .param("path", rule.path().value())
                .param("template", rule.template())
                .param("condition", rule.condition().name())
                .param("quantity", rule.quantity())
                .param("threshold", rule.threshold())
                .param("back", rule.backAt())
                .param("for", rule.forMinutes())
                .param("from", rule.fromHour())
                .param("to", rule.toHour())
                .param("quiet", rule.quietMinutes())
                .param("escalate", rule.escalateMinutes())
                .param("origin", rule.origin().name())
                .param("by", by)
                .param("at", Rows.at(rule.addedAt()))
                .update();
    }

    public Optional<AlarmRule> find(UUID id) {
        return jdbc.sql("select * from sensing.alarm_rule where id = :id")
                .param("id", id)
                .query((row, number) -> rule(row))
                .optional();
    }

    /** Whether it held until now. */
    public boolean retire(AlarmRule rule, UUID by, Instant at) {
        return jdbc.sql("""
                        update sensing.alarm_rule
                        set retired_at = :at, retired_by = :by
                        where community_id = :community
                        and id = :id
                        and retired_at is null
                        """)
                        .param("at", Rows.at(at))
                        .param("by", by)
                        .param("community", rule.community().value())
                        .param("id", rule.id())
                        .update()
                == 1;
    }

    public List<AlarmRule> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from sensing.alarm_rule
                        where (place_path = :path or place_path like :below)
                        and retired_at is null
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> rule(row))
                .list();
    }

    /** All that hold. */
    List<AlarmRule> live() {
        return jdbc.sql("select * from sensing.alarm_rule where retired_at is null order by community_id, id")
                .query((row, number) -> rule(row))
                .list();
    }

    private static AlarmRule rule(ResultSet row) throws SQLException {
        return new AlarmRule(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                row.getString("template"),
                AlarmRule.Condition.valueOf(row.getString("condition")),
                row.getString("quantity"),
                row.getBigDecimal("threshold"),
                row.getBigDecimal("back_at"),
                row.getInt("for_minutes"),
                row.getObject("from_hour", Integer.class),
                row.getObject("to_hour", Integer.class),
                row.getInt("quiet_minutes"),
                row.getInt("escalate_minutes"),
                Rows.moment(row, "added_at"),
                Rows.instant(row, "retired_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
