package org.zhuxi.waste.internal.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.visit.VisitRound;

/** Rounds, their doors, and what they came to. */
@Repository
public class RoundStore {

    private static final String SELECT = """
            select r.community_id, r.id, r.name, r.source, r.due_on, r.origin,
                (select count(*)
                 from waste.visit_stop s
                 where s.community_id = r.community_id and s.round_id = r.id)::int as stops,
                (select count(distinct v.household_id)
                 from waste.visit v
                 where v.community_id = r.community_id and v.round_id = r.id)::int as visited,
                (select count(distinct v.household_id)
                 from waste.visit v
                 where v.community_id = r.community_id and v.round_id = r.id and v.outcome = 'MET')::int as met
            from waste.visit_round r
            """;

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(VisitRound round, List<UUID> households, UUID by, Instant at) {
        jdbc.sql("""
                        insert into waste.visit_round
                            (community_id, id, name, source, due_on, planned_by, planned_at, origin)
                        values (:community, :id, :name, :source, :dueOn, :by, :at, :origin)
                        """)
                .param("community", round.community().value())
                .param("id", round.id())
                .param("name", round.name())
                .param("source", round.source().name())
                .param("dueOn", round.dueOn())
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("origin", round.origin().name())
                .update();
        jdbc.sql("""
                        insert into waste.visit_stop (community_id, round_id, household_id, position)
                        select :community, :round, household_id, position
                        from unnest(:households, :positions) as stop (household_id, position)
                        """)
                .param("community", round.community().value())
                .param("round", round.id())
                .param("households", households.toArray(UUID[]::new))
                .param(
                        "positions",
                        IntStream.rangeClosed(1, households.size()).boxed().toArray(Integer[]::new))
                .update();
    }

    public Optional<VisitRound> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::round);
    }

    /** The latest first; ids are ordered by time. */
    public List<VisitRound> list(CommunityId community, int limit, @Nullable UUID before) {
        return jdbc
                .sql(SELECT + """
                        where r.community_id = :community
                          and (cast(:before as uuid) is null or r.id < cast(:before as uuid))
                        order by r.id desc
                        limit :limit
                        """)
                .param("community", community.value())
                .param("before", before)
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::round)
                .toList();
    }

    /** Doors of a round in order, from behind a position; only those nobody has rung at when {@code open}. */
    public List<StopRow> stops(VisitRound round, boolean open, int limit, int after) {
        return jdbc.sql("""
                        select s.household_id, s.position,
                            (select v.outcome
                             from waste.visit v
                             where v.community_id = s.community_id and v.household_id = s.household_id
                               and v.round_id = s.round_id
                             order by v.visited_at desc, v.id desc
                             limit 1) as outcome,
                            (select max(v.local_date)
                             from waste.visit v
                             where v.community_id = s.community_id and v.household_id = s.household_id
                               and v.outcome = 'MET') as last_met
                        from waste.visit_stop s
                        where s.community_id = :community and s.round_id = :round and s.position > :after
                          and (not :open
                               or not exists (
                                   select
                                   from waste.visit v
                                   where v.community_id = s.community_id and v.household_id = s.household_id
                                     and v.round_id = s.round_id))
                        order by s.position
                        limit :limit
                        """)
                .param("community", round.community().value())
                .param("round", round.id())
                .param("open", open)
                .param("after", after)
                .param("limit", limit)
                .query(StopRow.class)
                .list();
    }

    /** Households where somebody was met since a day. */
    public Set<UUID> metSince(CommunityId community, LocalDate day) {
        return jdbc.sql("""
                        select distinct household_id
                        from waste.visit
                        where community_id = :community and outcome = 'MET' and local_date >= :day
                        """)
                .param("community", community.value())
                .param("day", day)
                .query(UUID.class)
                .set();
    }

    /** Households that said at their latest visit that they want none. */
    public Set<UUID> unwilling(CommunityId community) {
        return jdbc.sql("""
                        select household_id
                        from (
                            select distinct on (household_id) household_id, may_return
                            from waste.visit
                            where community_id = :community
                            order by household_id, visited_at desc, id desc) as latest
                        where not may_return
                        """)
                .param("community", community.value())
                .query(UUID.class)
                .set();
    }

    /** Households with at least so many bags found wrong since a day: drops graded C, bags not correct. */
    public Set<UUID> poorSince(CommunityId community, LocalDate day, int least) {
        return jdbc.sql("""
                        select household_id
                        from activity.v_activity
                        where community_id = :community and household_id is not null and local_date >= :day
                          and state in ('RECORDED', 'VERIFIED')
                          and (kind = 'waste.inspection' or kind like 'waste.drop.%' and grade = 'C')
                        group by household_id
                        having sum(
                            case when kind = 'waste.inspection'
                                then (quantities ->> 'checked')::numeric - (quantities ->> 'correct')::numeric
                                else 1
                            end) >= :least
                        """)
                .param("community", community.value())
                .param("day", day)
                .param("least", least)
                .query(UUID.class)
                .set();
    }

    /** How the households met in a round sorted before and after, by building; verified looks only. */
    public List<ResultRow> results(VisitRound round, int days) {
        return jdbc.sql("""
                        with met as (
                            select v.community_id, v.household_id, min(v.local_date) as met_on
                            from waste.visit v
                            where v.community_id = :community and v.round_id = :round and v.outcome = 'MET'
                            group by v.community_id, v.household_id
                        ),
                        look as (
                            select m.household_id, a.local_date < m.met_on as before,
                                (a.kind <> 'waste.inspection')::int as graded,
                                (a.kind <> 'waste.inspection' and a.grade = 'A')::int as graded_a,
                                case when a.kind = 'waste.inspection'
                                    then (a.quantities ->> 'checked')::bigint else 0 end as checked,
                                case when a.kind = 'waste.inspection'
                                    then (a.quantities ->> 'correct')::bigint else 0 end as correct
                            from met m
                            join activity.v_activity a
                                on a.community_id = m.community_id and a.household_id = m.household_id
                            where a.state = 'VERIFIED'
                              and a.local_date >= m.met_on - :days
                              and a.local_date < m.met_on + :days
                              and (a.kind = 'waste.inspection' or a.grade is not null and a.kind like 'waste.drop.%')
                        )
                        select h.building_code, count(distinct m.household_id) as households,
                            coalesce(sum(l.graded_a) filter (where l.before), 0)::bigint as before_a,
                            coalesce(sum(l.graded) filter (where l.before), 0)::bigint as before_graded,
                            coalesce(sum(l.correct) filter (where l.before), 0)::bigint as before_correct,
                            coalesce(sum(l.checked) filter (where l.before), 0)::bigint as before_checked,
                            coalesce(sum(l.graded_a) filter (where not l.before), 0)::bigint as after_a,
                            coalesce(sum(l.graded) filter (where not l.before), 0)::bigint as after_graded,
                            coalesce(sum(l.correct) filter (where not l.before), 0)::bigint as after_correct,
                            coalesce(sum(l.checked) filter (where not l.before), 0)::bigint as after_checked
                        from met m
                        join place.v_household h
                            on h.community_id = m.community_id and h.household_id = m.household_id
                        left join look l on l.household_id = m.household_id
                        group by h.building_code
                        order by h.building_code
                        """)
                .param("community", round.community().value())
                .param("round", round.id())
                .param("days", days)
                .query(ResultRow.class)
                .list();
    }

    public record StopRow(
            UUID householdId,
            int position,
            @Nullable String outcome,
            @Nullable LocalDate lastMet) {}

    public record ResultRow(
            String buildingCode,
            long households,
            long beforeA,
            long beforeGraded,
            long beforeCorrect,
            long beforeChecked,
            long afterA,
            long afterGraded,
            long afterCorrect,
            long afterChecked) {}

    /** Ids of the households on some stops. */
    public static List<UUID> households(Collection<StopRow> stops) {
        return stops.stream().map(StopRow::householdId).toList();
    }

    private record Row(
            int communityId,
            UUID id,
            String name,
            String source,
            LocalDate dueOn,
            String origin,
            int stops,
            int visited,
            int met) {

        VisitRound round() {
            return new VisitRound(
                    new CommunityId(communityId),
                    id,
                    name,
                    VisitRound.Source.valueOf(source),
                    dueOn,
                    stops,
                    visited,
                    met,
                    Origin.valueOf(origin));
        }
    }
}
