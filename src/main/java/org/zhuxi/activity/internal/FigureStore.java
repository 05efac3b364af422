package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.FigureDeclaration;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Period;
import org.zhuxi.platform.manifest.FigureSource.Value;

/** Reads figures from the daily sums, and from the records where sums do not add up. */
@Repository
public class FigureStore {

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A verified record behind a figure. */
    record Line(UUID id, String kind, LocalDate day, int community, BigDecimal amount, String verifiedBy) {}

    /** Which records and which days. */
    record Asked(FigureDeclaration figure, Collection<CommunityId> communities, Period period) {

        private Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put(
                    "communities", communities.stream().map(CommunityId::value).toArray(Integer[]::new));
            parameters.put("kinds", figure.kinds().toArray(String[]::new));
            parameters.put("quantity", figure.quantity());
            parameters.put("from", period.from());
            parameters.put("to", period.to());
            return parameters;
        }
    }

    Map<CommunityId, Value> sumsByCommunity(Asked asked) {
        return sums(asked, "community_id", (row, number) -> new CommunityId(row.getInt("part")));
    }

    Map<LocalDate, Value> sumsByDay(Asked asked) {
        return sums(asked, "local_date", (row, number) -> row.getObject("part", LocalDate.class));
    }

    private <K> Map<K, Value> sums(Asked asked, String part, RowMapper<K> key) {
        return values(asked, """
                select %s as part,
                    coalesce(sum(total) filter (where state = 'VERIFIED'), 0) as verified,
                    coalesce(sum(total) filter (where state = 'RECORDED'), 0) as provisional,
                    coalesce(sum(records) filter (where state = 'VERIFIED'), 0) as records
                from activity.daily_total
                where community_id = any(:communities)
                and local_date >= :from
                and local_date < :to
                and kind = any(:kinds)
                and quantity = :quantity
                group by part
                order by part""".formatted(part), key);
    }

    Map<CommunityId, Value> householdsByCommunity(Asked asked) {
        return households(asked, "community_id", (row, number) -> new CommunityId(row.getInt("part")));
    }

    Map<LocalDate, Value> householdsByDay(Asked asked) {
        return households(asked, "local_date", (row, number) -> row.getObject("part", LocalDate.class));
    }

    private <K> Map<K, Value> households(Asked asked, String part, RowMapper<K> key) {
        // counted in two steps, by hashing: count(distinct …) would sort every record
        return values(asked, """
                select part, count(*) as verified, 0 as provisional, sum(records) as records
                from (
                    select %s as part, household_id, count(*) as records
                    from activity.activity
                    where community_id = any(:communities)
                    and local_date >= :from
                    and local_date < :to
                    and kind = any(:kinds)
                    and household_id is not null
                    and state = 'VERIFIED'
                    group by part, household_id) as household
                group by part
                order by part""".formatted(part), key);
    }

    private <K> Map<K, Value> values(Asked asked, String sql, RowMapper<K> key) {
        var values = new java.util.LinkedHashMap<K, Value>();
        jdbc.sql(sql)
                .params(asked.parameters())
                .query((row, number) -> {
                    var value = new Value(
                            row.getBigDecimal("verified"), row.getBigDecimal("provisional"), row.getLong("records"));
                    return values.put(java.util.Objects.requireNonNull(key.mapRow(row, number)), value);
                })
                .list();
        return values;
    }

    /** The verified records of a sum, by day and id. */
    List<Line> records(Asked asked, int limit, @Nullable DayKey after) {
        return lines(
                asked,
                "cast(quantities ->> :quantity as numeric)",
                "jsonb_exists(quantities, :quantity)",
                limit,
                after);
    }

    /** The verified records that make households take part, by day and id; each stands for one record. */
    List<Line> householdRecords(Asked asked, int limit, @Nullable DayKey after) {
        return lines(asked, "1", "household_id is not null", limit, after);
    }

    private List<Line> lines(Asked asked, String amount, String carries, int limit, @Nullable DayKey after) {
        var parameters = asked.parameters();
        parameters.put("limit", limit);
        if (after != null) {
            parameters.put("day", after.day());
            parameters.put("id", after.id());
        }
        return jdbc.sql("""
                        select id, kind, local_date as day, community_id as community, %s as amount, verified_by
                        from activity.activity
                        where community_id = any(:communities)
                        and local_date >= :from
                        and local_date < :to
                        and kind = any(:kinds)
                        and state = 'VERIFIED'
                        and %s
                        %s
                        order by local_date, id
                        limit :limit""".formatted(amount, carries, after == null ? "" : "and (local_date, id) > (:day, :id)"))
                .params(parameters)
                .query(Line.class)
                .list();
    }
}
