package org.zhuxi.sensing.internal.retention;

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
import org.zhuxi.sensing.retention.RetentionRule;

/** Keeps rules of how long readings are kept. */
@Repository
public class RetentionRuleStore {

    private final JdbcClient jdbc;

    RetentionRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(RetentionRule rule, UUID by) {
        jdbc.sql("""
                        insert into sensing.retention_rule
                            (community_id, id, place, place_path, template, device_code, keep_days, origin, added_by, added_at)
                        values (:community, :id, :place, :path, :template, :device, :days, :origin, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", rule.community().value())
                .param("id", rule.id())
                .param("place", rule.place())
                .param("path", rule.path().value())
                .param("template", rule.template())
                .param("device", rule.device())
                .param("days", rule.keepDays())
                .param("origin", rule.origin().name())
                .param("by", by)
                .param("at", Rows.at(rule.addedAt()))
                .update();
    }

    public Optional<RetentionRule> find(UUID id) {
        return jdbc.sql("select * from sensing.retention_rule where id = :id")
                .param("id", id)
                .query((row, number) -> rule(row))
                .optional();
    }

    /** Whether it held until now. */
    public boolean end(RetentionRule rule, UUID by, Instant at) {
        return jdbc.sql("""
                        update sensing.retention_rule
                        set ended_at = :at, ended_by = :by
                        where community_id = :community
                        and id = :id
                        and ended_at is null
                        """)
                        .param("at", Rows.at(at))
                        .param("by", by)
                        .param("community", rule.community().value())
                        .param("id", rule.id())
                        .update()
                == 1;
    }

    public List<RetentionRule> list(PlacePath at, int limit) {
        return jdbc.sql("""
                        select *
                        from sensing.retention_rule
                        where (place_path = :path or place_path like :below)
                        and ended_at is null
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("limit", limit)
                .query((row, number) -> rule(row))
                .list();
    }

    /** Rules at or below a place, also those that have ended, the latest first. @param after the last one of the page before, or null */
    List<RetentionRule> page(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from sensing.retention_rule
                        where (place_path = :path or place_path like :below)
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

    public Optional<Instant> droppedUntil(long thing) {
        var streams = jdbc.sql("select id from sensing.stream where thing_id = :thing")
                .param("thing", thing)
                .query(Long.class)
                .list();
        return jdbc.sql("""
                        select max(dropped_until) as dropped_until
                        from sensing.stream_state
                        where stream_id = any(:streams)
                        having max(dropped_until) is not null
                        """)
                .param("streams", streams.toArray(Long[]::new))
                .query((row, number) -> Rows.moment(row, "dropped_until"))
                .optional();
    }

    private static RetentionRule rule(ResultSet row) throws SQLException {
        return new RetentionRule(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                row.getString("template"),
                row.getString("device_code"),
                row.getInt("keep_days"),
                Rows.moment(row, "added_at"),
                Rows.instant(row, "ended_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
