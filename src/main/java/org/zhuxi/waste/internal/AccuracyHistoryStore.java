package org.zhuxi.waste.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.place.Community;
import org.zhuxi.waste.AccuracyMoment;
import org.zhuxi.waste.SortingTally;
import org.zhuxi.waste.StationRef;

/** Counts graded drops and inspected bags by day, week or month, by the same formula as {@link AccuracyStore}. */
@Repository
public class AccuracyHistoryStore {

    private static final UUID ANY = new UUID(0, 0);

    private static final String MOMENTS = """
            select date_trunc(:step, a.local_date)::date as start,
                count(distinct a.household_id) as households,
                count(*) filter (where a.state = 'VERIFIED' and a.kind <> 'waste.inspection' and a.grade = 'A') as verified_a,
                count(*) filter (where a.state = 'VERIFIED' and a.kind <> 'waste.inspection') as verified_graded,
                coalesce(sum((a.quantities ->> 'correct')::bigint)
                    filter (where a.state = 'VERIFIED' and a.kind = 'waste.inspection'), 0)::bigint as verified_correct,
                coalesce(sum((a.quantities ->> 'checked')::bigint)
                    filter (where a.state = 'VERIFIED' and a.kind = 'waste.inspection'), 0)::bigint as verified_checked,
                count(*) filter (where a.state = 'RECORDED' and a.kind <> 'waste.inspection' and a.grade = 'A') as waiting_a,
                count(*) filter (where a.state = 'RECORDED' and a.kind <> 'waste.inspection') as waiting_graded,
                coalesce(sum((a.quantities ->> 'correct')::bigint)
                    filter (where a.state = 'RECORDED' and a.kind = 'waste.inspection'), 0)::bigint as waiting_correct,
                coalesce(sum((a.quantities ->> 'checked')::bigint)
                    filter (where a.state = 'RECORDED' and a.kind = 'waste.inspection'), 0)::bigint as waiting_checked
            from activity.v_activity a
            left join place.v_household h
                on h.community_id = a.community_id and h.household_id = a.household_id
            where a.community_id = any(:communities)
            and a.local_date >= :from
            and a.local_date < :to
            and a.state in ('RECORDED', 'VERIFIED')
            and (:station = :any or a.site_id = :station)
            and (:whole or h.path = :path or h.path like :below)
            and (a.kind = 'waste.inspection'
                or a.grade is not null
                and a.kind in ('waste.drop.kitchen', 'waste.drop.recyclable', 'waste.drop.hazardous', 'waste.drop.residual'))
            group by 1
            order by 1
            """;

    private final JdbcClient jdbc;

    AccuracyHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts of a row. */
    record Row(
            LocalDate start,
            long households,
            long verifiedA,
            long verifiedGraded,
            long verifiedCorrect,
            long verifiedChecked,
            long waitingA,
            long waitingGraded,
            long waitingCorrect,
            long waitingChecked) {

        AccuracyMoment moment() {
            return new AccuracyMoment(
                    start,
                    households,
                    new SortingTally(verifiedA, verifiedGraded, verifiedCorrect, verifiedChecked),
                    new SortingTally(waitingA, waitingGraded, waitingCorrect, waitingChecked));
        }
    }

    /** Below a community only looks at households that live there count, above it all of its communities' looks. */
    public List<AccuracyMoment> ofPlace(List<Community> communities, PlacePath at, Timeline timeline) {
        var whole = communities.stream().allMatch(community -> at.contains(community.path()));
        return moments(communities.stream().map(Community::id).toList(), at, whole, ANY, timeline);
    }

    public List<AccuracyMoment> ofStation(StationRef station, Timeline timeline) {
        return moments(List.of(station.community()), PlacePath.NATION, true, station.site(), timeline);
    }

    private List<AccuracyMoment> moments(
            List<CommunityId> communities, PlacePath at, boolean whole, UUID station, Timeline timeline) {
        return jdbc
                .sql(MOMENTS)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .param("step", timeline.step().code())
                .param("from", timeline.period().from())
                .param("to", timeline.period().to())
                .param("station", station)
                .param("any", ANY)
                .param("whole", whole)
                .param("path", at.value())
                .param("below", at.below())
                .query(Row.class)
                .list()
                .stream()
                .map(Row::moment)
                .toList();
    }
}
