package org.zhuxi.indicator.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.CommunityId;

/**
 * What the buildings of a community add up to, counted from the records when it is asked for. Nothing below the community is
 * kept: a building moves no other number, and few people ask.
 */
@Repository
class BuildingStore {

    /** Code of what belongs to no household, such as a delivery weighed at a station. */
    static final String NONE = "";

    private final JdbcClient jdbc;

    BuildingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String building, String measure, Tally tally) {}

    /** By code of the building, then by measure; the cell of each is how many households are behind it. */
    Map<String, Map<String, Tally>> of(CommunityId community, Collection<Measure> measures, ReportPeriod period) {
        var declared = measures.stream()
                .flatMap(measure -> measure.kinds().stream()
                        .map(kind -> new @Nullable String[] {measure.code(), kind, measure.quantity()}))
                .toList();
        var found = new HashMap<String, Map<String, Tally>>();
        rows(community, declared, period)
                .forEach(row -> found.computeIfAbsent(row.building(), any -> new HashMap<>())
                        .put(row.measure(), row.tally()));
        return found;
    }

    private List<Row> rows(CommunityId community, List<@Nullable String[]> declared, ReportPeriod period) {
        return jdbc.sql("""
                        with declared as (
                            select measure, kind, nullif(quantity, '') as quantity
                            from unnest(cast(:measures as text[]), cast(:kinds as text[]), cast(:quantities as text[]))
                                as d (measure, kind, quantity)
                        ), happened as (
                            select d.measure, d.quantity, a.state, a.household_id,
                                coalesce(h.building_code, '') as building,
                                cast(a.quantities ->> d.quantity as numeric) as amount
                            from activity.v_activity a
                            join declared d on d.kind = a.kind and (d.quantity is null or jsonb_exists(a.quantities, d.quantity))
                            left join place.v_household h
                                on h.community_id = a.community_id and h.household_id = a.household_id
                            where a.community_id = :community
                            and a.local_date >= :from
                            and a.local_date < :to
                            and a.state in ('VERIFIED', 'RECORDED')
                            and (d.quantity is not null or a.household_id is not null)
                        )
                        select building, measure,
                            case when quantity is null then count(distinct household_id) filter (where state = 'VERIFIED')
                                else coalesce(sum(amount) filter (where state = 'VERIFIED'), 0) end as verified,
                            count(*) filter (where state = 'VERIFIED') as records,
                            case when quantity is null then 0
                                else coalesce(sum(amount) filter (where state = 'RECORDED'), 0) end as provisional,
                            case when quantity is null then 0
                                else count(*) filter (where state = 'RECORDED') end as waiting,
                            count(distinct household_id) as cell,
                            0 as at_least, 0 as at_most, 0 as about, 1 as places
                        from happened
                        group by building, measure, quantity
                        """)
                .param("measures", column(declared, 0))
                .param("kinds", column(declared, 1))
                .param("quantities", column(declared, 2))
                .param("community", community.value())
                .param("from", period.days().from())
                .param("to", period.days().to())
                .query((row, number) ->
                        new Row(row.getString("building"), row.getString("measure"), TallyRows.tally(row)))
                .list();
    }

    private static String[] column(List<@Nullable String[]> rows, int number) {
        return rows.stream()
                .map(row -> Objects.requireNonNullElse(row[number], ""))
                .toArray(String[]::new);
    }
}
