package org.zhuxi.assessment.internal.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.CriterionCount;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Counts over a cycle, in one statement for all places that are asked for. */
@Repository
public class CountStore {

    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whole communities at one place. */
    public record Counted(String path, long communities, long enrolled, long attained, long named) {}

    /** At each of these places, in no order. A place of which nothing is known is counted as zero. */
    public List<Counted> count(UUID cycle, List<PlacePath> paths, Instant cutoff) {
        return jdbc.sql("""
                        select asked.path,
                            coalesce(sum(member.communities), 0) as communities,
                            count(*) filter (where one.is_enrolled) as enrolled,
                            count(*) filter (where one.is_attained) as attained,
                            count(*) filter (where one.is_named) as named
                        from unnest(cast(:paths as text[])) as asked (path)
                        left join assessment.cycle_member member
                            on member.cycle_id = :cycle
                            and member.urban
                            and (asked.path = '/' or member.path = asked.path
                                or starts_with(member.path, asked.path || '/'))
                        left join lateral (
                            select a.enrolled_at <= :cutoff
                                    and (a.withdrawn_at is null or a.withdrawn_at > :cutoff) as is_enrolled,
                                a.attained_at <= :cutoff and (a.ended_at is null or a.ended_at > :cutoff) as is_attained,
                                exists (
                                    select
                                    from assessment.title t
                                    where t.community_id = a.community_id
                                    and t.assessment_id = a.id
                                    and t.granted_on <= cast(:cutoff as timestamptz) at time zone 'Asia/Shanghai'
                                    and (t.revoked_on is null
                                        or t.revoked_on > cast(:cutoff as timestamptz) at time zone 'Asia/Shanghai')
                                ) as is_named
                            from assessment.assessment a
                            where a.community_id = member.community_id and a.cycle_id = member.cycle_id
                        ) one on true
                        group by asked.path
                        """)
                .param("cycle", cycle)
                .param("paths", Rows.texts(paths, PlacePath::value))
                .param("cutoff", Rows.at(cutoff))
                .query(Counted.class)
                .list();
    }

    /** By criterion, in order of code. */
    public List<CriterionCount> criteria(UUID cycle, PlacePath at) {
        return jdbc.sql("""
                        select criterion,
                            count(*) filter (where outcome = 'MET') as met,
                            count(*) filter (where outcome in ('NOT_MET', 'PARTLY')) as not_met,
                            count(*) filter (where outcome = 'NOT_APPLICABLE') as not_applicable,
                            count(*) filter (where outcome = 'NOT_ASSESSED') as not_assessed
                        from assessment.assessment it
                        join assessment.result
                            on result.community_id = it.community_id and result.assessment_id = it.id
                        where it.cycle_id = :cycle and (it.path = :path or it.path like :below)
                        group by criterion
                        order by criterion
                        """)
                .param("cycle", cycle)
                .param("path", at.value())
                .param("below", at.below())
                .query(CriterionCount.class)
                .list();
    }
}
