package org.zhuxi.activity.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.kernel.CommunityId;

/** Lists records. */
@Repository
class ActivityQueries {

    private static final StoredRows ROWS = new StoredRows();

    private final JdbcClient jdbc;

    ActivityQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest day first; within a day by id. */
    List<Activity> list(Rights.Reach reach, ActivityFilter filter, int limit, @Nullable DayKey after) {
        var where = new Conditions("community_id = any(:communities)", "communities", reach.ids());
        where.and("kind = :kind", "kind", filter.kind());
        where.and(
                "state = :state",
                "state",
                filter.state() == null ? null : filter.state().name());
        where.and("household_id = :household", "household", filter.household());
        where.and("site_id = :site", "site", filter.site());
        where.and("local_date >= :from", "from", filter.from());
        where.and("local_date < :to", "to", filter.to());
        if (!reach.within().isEmpty()) {
            where.and(Rights.Reach.INSIDE, "whole", reach.wholeIds());
            where.parameters.put("within", reach.paths());
        }
        if (after != null) {
            where.and("(local_date, id) < (:day, :id)", "day", after.day());
            where.parameters.put("id", after.id());
        }
        where.parameters.put("limit", limit);
        return jdbc
                .sql("select %s from activity.activity where %s order by local_date desc, id desc limit :limit"
                        .formatted(StoredRows.COLUMNS, where.sql))
                .params(where.parameters)
                .query(ROWS)
                .list()
                .stream()
                .map(Stored::activity)
                .toList();
    }

    /** The record that stands in place of another. */
    Optional<UUID> findCorrection(CommunityId community, UUID id) {
        return jdbc.sql("select id from activity.activity where community_id = :community and supersedes = :id")
                .param("community", community.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    private static final class Conditions {

        private final StringBuilder sql;
        private final Map<String, Object> parameters = new HashMap<>();

        private Conditions(String first, String name, Object value) {
            sql = new StringBuilder(first);
            parameters.put(name, value);
        }

        private void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(condition);
                parameters.put(name, value);
            }
        }
    }
}
