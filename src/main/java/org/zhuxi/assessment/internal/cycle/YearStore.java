package org.zhuxi.assessment.internal.cycle;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.CriterionSheet;
import org.zhuxi.assessment.MemberStanding;
import org.zhuxi.assessment.MonthCount;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Counts over all cycles of a year, each in one statement. */
@Repository
public class YearStore {

    private static final Comparator<CriterionSheet.Counted> IN_ORDER = Comparator.comparing(
                    CriterionSheet.Counted::standard)
            .thenComparing(CriterionSheet.Counted::version)
            .thenComparing(CriterionSheet.Counted::child)
            .thenComparing(CriterionSheet.Counted::criterion);

    private final JdbcClient jdbc;

    YearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By standard, place directly below and criterion. A community that was scored in several cycles of one standard counts once,
     * as it was scored last.
     */
    public List<CriterionSheet.Counted> criteria(int year, PlacePath at) {
        // a planner that expects one cycle of the year to be few rows would sort millions of results on disk to count
        // them
        jdbc.sql("set local enable_sort = off").update();
        var counted = jdbc.sql("""
                        with scored as (
                            select a.community_id, a.id, a.path, a.changed_at, cycle.standard,
                                cycle.standard_version as version,
                                count(*) over (partition by a.community_id, cycle.standard, cycle.standard_version) as times
                            from assessment.cycle
                            join assessment.assessment a on a.cycle_id = cycle.id
                            where cycle.year = :year and a.scored_by is not null
                            and (a.path = :path or a.path like :below)
                        ), newest as (
                            select distinct on (community_id, standard, version) *
                            from scored
                            order by community_id, standard, version,
                                case when times > 1 then (
                                    select max(step.at)
                                    from assessment.assessment_step step
                                    where step.community_id = scored.community_id
                                    and step.assessment_id = scored.id
                                    and step.move = 'SCORE') end desc nulls last,
                                changed_at desc, id desc
                        )
                        select newest.standard, newest.version,
                            split_part(substr(newest.path, :from), '/', 1) as child, result.criterion,
                            count(*) filter (where outcome = 'MET') as met,
                            count(*) filter (where outcome in ('NOT_MET', 'PARTLY')) as not_met,
                            count(*) filter (where outcome = 'NOT_APPLICABLE') as not_applicable,
                            count(*) filter (where outcome = 'NOT_ASSESSED') as not_assessed
                        from newest
                        join assessment.result
                            on result.community_id = newest.community_id and result.assessment_id = newest.id
                        group by 1, 2, 3, 4
                        """)
                .param("year", year)
                .param("path", at.value())
                .param("below", at.below())
                .param("from", at.below().length())
                .query(CriterionSheet.Counted.class)
                .list();
        jdbc.sql("set local enable_sort = default").update();
        return counted.stream().sorted(IN_ORDER).toList();
    }

    /** By month of enrolment, in China's time. */
    public List<MonthCount> enrolments(int year, PlacePath at) {
        return jdbc.sql("""
                        select to_char(a.enrolled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                            count(distinct a.community_id) as communities
                        from assessment.cycle
                        join assessment.assessment a on a.cycle_id = cycle.id
                        where cycle.year = :year and a.state <> 'WITHDRAWN' and (a.path = :path or a.path like :below)
                        group by 1
                        order by 1
                        """)
                .param("year", year)
                .param("path", at.value())
                .param("below", at.below())
                .query(MonthCount.class)
                .list();
    }

    /** One row a community, in order of path. */
    public List<MemberStanding> members(int year, PlacePath at, int limit) {
        return jdbc.sql("""
                        select place, name_zh, name_en, standing, published
                        from (
                            select distinct on (member.path) member.path, member.place, member.name_zh, member.name_en,
                                case
                                    when a.attained_at is not null and a.ended_at is null then 'ATTAINED'
                                    when a.state in ('NOT_ATTAINED', 'REVOKED') then 'NOT_ATTAINED'
                                    when a.id is not null and a.state <> 'WITHDRAWN' then 'ENROLLED'
                                    else 'NOT_ENROLLED'
                                end as standing,
                                case when a.notice_from is not null and a.state <> 'WITHDRAWN' then a.id end as published
                            from assessment.cycle
                            join assessment.cycle_member member on member.cycle_id = cycle.id
                            left join assessment.assessment a
                                on a.community_id = member.community_id and a.cycle_id = member.cycle_id
                            where cycle.year = :year
                            and member.urban
                            and member.community_id > 0
                            and (member.path = :path or member.path like :below)
                            order by member.path, (a.attained_at is not null and a.ended_at is null) desc,
                                (a.id is not null and a.state <> 'WITHDRAWN') desc, cycle.id
                        ) best
                        order by path
                        limit :limit
                        """)
                .param("year", year)
                .param("path", at.value())
                .param("below", at.below())
                .param("limit", limit)
                .query((row, number) -> new MemberStanding(
                        row.getString("place"),
                        Rows.names(row),
                        MemberStanding.Standing.valueOf(row.getString("standing")),
                        row.getObject("published", UUID.class)))
                .list();
    }
}
