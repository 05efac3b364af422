package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.Waiting;

/** Finds records that wait for a reviewer, and what is usual around them. */
@Repository
class ReviewStore {

    private static final StoredRows ROWS = new StoredRows();

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<Stored> list(Rights.Reach reach, int limit, @Nullable TimeKey after) {
        return jdbc.sql("select " + StoredRows.COLUMNS + """
                         from activity.activity
                        where community_id = any(:communities)
                        and state = 'RECORDED'
                        and (cast(:at as timestamptz) is null or (recorded_at, id) > (:at, :id))
                        and\s""" + Rights.Reach.INSIDE + """
                        order by recorded_at, id
                        limit :limit""")
                .param("communities", reach.ids())
                .param("whole", reach.wholeIds())
                .param("within", reach.paths())
                .param(
                        "at",
                        after == null ? null : after.at().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }

    Optional<Stored> find(UUID id) {
        return jdbc
                .sql("select " + StoredRows.COLUMNS + " from activity.activity where id = :id and state = 'RECORDED'")
                .param("id", id)
                .query(ROWS)
                .list()
                .stream()
                .findFirst();
    }

    long count(Rights.Reach reach) {
        return jdbc.sql("""
                        select count(*)
                        from activity.activity
                        where community_id = any(:communities)
                        and state = 'RECORDED'
                        and\s""" + Rights.Reach.INSIDE)
                .param("communities", reach.ids())
                .param("whole", reach.wholeIds())
                .param("within", reach.paths())
                .query(Long.class)
                .single();
    }

    /** Median and 95th percentile of verified records: a household's of ninety days, a community's of two weeks. */
    UsualAmounts usual(List<Stored> waiting) {
        if (waiting.isEmpty()) {
            return new UsualAmounts(Map.of());
        }
        var amounts = new HashMap<UsualAmounts.Of, Waiting.Usual>();
        jdbc.sql("""
                        with recent as (
                            select cast(household_id as text) as whose, kind, quantities
                            from activity.activity
                            where community_id = any(:communities)
                            and household_id = any(cast(:households as uuid[]))
                            and kind = any(:kinds)
                            and state = 'VERIFIED'
                            and occurred_at > now() - interval '90 days'
                            union all
                            select cast(community_id as text), kind, quantities
                            from activity.activity
                            where community_id = any(:communities)
                            and kind = any(:kinds)
                            and state = 'VERIFIED'
                            and local_date > current_date - 14
                        ), measured as (
                            select whose, kind, quantity.key as quantity, cast(quantity.value as double precision) as amount
                            from recent
                            cross join jsonb_each_text(quantities) as quantity
                        )
                        select whose, kind, quantity, count(*) as records,
                            percentile_cont(0.5) within group (order by amount) as median,
                            percentile_cont(0.95) within group (order by amount) as percentile
                        from measured
                        group by whose, kind, quantity
                        having count(*) >= :fewest""")
                .param(
                        "communities",
                        distinct(
                                        waiting,
                                        stored -> stored.activity().community().value())
                                .toArray(Integer[]::new))
                .param(
                        "kinds",
                        distinct(waiting, stored -> stored.activity().kind()).toArray(String[]::new))
                .param(
                        "households",
                        ActivityStore.texts(waiting, stored -> stored.activity().household()))
                .param("fewest", UsualAmounts.FEWEST_RECORDS)
                .query(row -> {
                    var of = new UsualAmounts.Of(
                            row.getString("whose"), row.getString("kind"), row.getString("quantity"));
                    amounts.put(
                            of,
                            new Waiting.Usual(
                                    BigDecimal.valueOf(row.getDouble("median")),
                                    BigDecimal.valueOf(row.getDouble("percentile")),
                                    row.getLong("records")));
                });
        return new UsualAmounts(amounts);
    }

    private static <V> Set<V> distinct(List<Stored> waiting, java.util.function.Function<Stored, V> value) {
        var values = new HashSet<V>();
        waiting.forEach(stored -> values.add(value.apply(stored)));
        return values;
    }
}
