package org.zhuxi.waste.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Community;

/** Counts graded drops and inspected bags through the views of the record and the place module, one statement a question. */
@Repository
public class AccuracyStore {

    /** Every look of this month and the one before: a graded drop or an inspection, with its household's door if known. */
    private static final String LOOKS = """
            with look as (
                select a.community_id, a.household_id, h.building_code, h.path,
                    a.local_date >= :month as now,
                    a.state = 'VERIFIED' as verified,
                    (a.kind <> 'waste.inspection')::int as graded,
                    (a.kind <> 'waste.inspection' and a.grade = 'A')::int as graded_a,
                    case when a.kind = 'waste.inspection' then (a.quantities ->> 'checked')::bigint else 0 end as checked,
                    case when a.kind = 'waste.inspection' then (a.quantities ->> 'correct')::bigint else 0 end as correct
                from activity.v_activity a
                left join place.v_household h
                    on h.community_id = a.community_id and h.household_id = a.household_id
                where a.community_id = any(:communities)
                and a.local_date >= :before
                and a.local_date < :after
                and a.state in ('RECORDED', 'VERIFIED')
                and (a.kind = 'waste.inspection'
                    or a.grade is not null
                    and a.kind in ('waste.drop.kitchen', 'waste.drop.recyclable',
                        'waste.drop.hazardous', 'waste.drop.residual'))
            )
            """;

    private static final String COUNTS = """
            count(distinct household_id) filter (where now) as households,
            coalesce(sum(graded_a) filter (where now and verified), 0) as verified_a,
            coalesce(sum(graded) filter (where now and verified), 0) as verified_graded,
            coalesce(sum(correct) filter (where now and verified), 0)::bigint as verified_correct,
            coalesce(sum(checked) filter (where now and verified), 0)::bigint as verified_checked,
            coalesce(sum(graded_a) filter (where now and not verified), 0) as provisional_a,
            coalesce(sum(graded) filter (where now and not verified), 0) as provisional_graded,
            coalesce(sum(correct) filter (where now and not verified), 0)::bigint as provisional_correct,
            coalesce(sum(checked) filter (where now and not verified), 0)::bigint as provisional_checked,
            count(distinct household_id) filter (where not now) as before_households,
            coalesce(sum(graded_a) filter (where not now and verified), 0) as before_a,
            coalesce(sum(graded) filter (where not now and verified), 0) as before_graded,
            coalesce(sum(correct) filter (where not now and verified), 0)::bigint as before_correct,
            coalesce(sum(checked) filter (where not now and verified), 0)::bigint as before_checked
            from look
            """;

    private final JdbcClient jdbc;

    AccuracyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All looks at a place; those at no known household count where whole communities are asked for. */
    public AccuracyRow whole(List<Community> communities, PlacePath at, YearMonth month) {
        return looks(LOOKS + "select '' as code," + COUNTS + within(communities, at), ids(communities), at, month)
                .query(AccuracyRow.class)
                .single();
    }

    /** One row for each community that had looks; the code is its number. */
    public List<AccuracyRow> byCommunity(List<Community> communities, YearMonth month) {
        return looks(
                        LOOKS + "select community_id::text as code," + COUNTS + """
                        group by community_id
                        order by community_id
                        """,
                        ids(communities),
                        PlacePath.NATION,
                        month)
                .query(AccuracyRow.class)
                .list();
    }

    /** One row for each building with looks at its households. */
    public List<AccuracyRow> byBuilding(List<Community> communities, PlacePath at, YearMonth month) {
        return looks(
                        LOOKS + "select building_code as code," + COUNTS + within(communities, at) + """
                        and building_code is not null
                        group by building_code
                        order by building_code
                        """,
                        ids(communities),
                        at,
                        month)
                .query(AccuracyRow.class)
                .list();
    }

    /** One row for each household of a building that was looked at; the code is its id. */
    public List<AccuracyRow> households(
            CommunityId community, String building, YearMonth month, int limit, @Nullable String after) {
        return looks(
                        LOOKS + "select household_id::text as code," + COUNTS + """
                        where building_code = :building and household_id > :key
                        group by household_id
                        order by household_id
                        limit :limit
                        """,
                        List.of(community),
                        PlacePath.NATION,
                        month)
                .param("building", building)
                .param("key", key(after))
                .param("limit", limit)
                .query(AccuracyRow.class)
                .list();
    }

    private JdbcClient.StatementSpec looks(String sql, List<CommunityId> communities, PlacePath at, YearMonth month) {
        return jdbc.sql(sql)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .param("before", month.minusMonths(1).atDay(1))
                .param("month", month.atDay(1))
                .param("after", month.plusMonths(1).atDay(1))
                .param("path", at.value())
                .param("below", at.below());
    }

    private static List<CommunityId> ids(List<Community> communities) {
        return communities.stream().map(Community::id).toList();
    }

    /** Below a community only looks at households that live there count, above it all of its communities' looks. */
    private static String within(List<Community> communities, PlacePath at) {
        var whole = communities.stream().allMatch(community -> at.contains(community.path()));
        return whole ? "where true\n" : "where (path = :path or path like :below)\n";
    }

    private static UUID key(@Nullable String after) {
        return Objects.requireNonNullElse(Ids.after(after), new UUID(0, 0));
    }
}
