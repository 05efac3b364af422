package org.zhuxi.indicator.internal;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.Aggregation;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.PlacePath;

/** Reckons what places that report add up to, and answers what changed. */
@Repository
class LeafStore {

    private final JdbcClient jdbc;
    private final String[] measures;
    private final String[] kinds;
    private final String[] quantities;
    private final String[] last;

    LeafStore(JdbcClient jdbc, DefinitionBook book) {
        this.jdbc = jdbc;
        var rows = book.measures().values().stream()
                .flatMap(measure -> measure.kinds().stream()
                        .map(kind -> new String[] {
                            measure.code(), kind, java.util.Objects.requireNonNullElse(measure.quantity(), "")
                        }))
                .toList();
        this.measures = rows.stream().map(row -> row[0]).toArray(String[]::new);
        this.kinds = rows.stream().map(row -> row[1]).toArray(String[]::new);
        this.quantities = rows.stream().map(row -> row[2]).toArray(String[]::new);
        this.last = book.measures().values().stream()
                .filter(measure ->
                        measure.aggregation() == Aggregation.LAST_SUM || measure.aggregation() == Aggregation.NONE)
                .map(Measure::code)
                .toArray(String[]::new);
    }

    /**
     * A place that reports and a period to be reckoned again.
     *
     * @param community 0 for a place above communities
     * @param place its code, or empty for the community itself
     */
    record Asked(int community, String place, ReportPeriod period) {}

    /** By how much a value changed. */
    record Change(PlacePath path, String measure, ReportPeriod period, Tally by) {}

    /** Reckons leaves again, all of months or all of years, keeps them and answers what changed. */
    List<Change> refresh(Collection<Asked> asked, boolean years) {
        if (asked.isEmpty()) {
            return List.of();
        }
        return declared(jdbc.sql(REFRESH.formatted(
                        LeafSql.DECLARED,
                        LeafSql.PLACED,
                        LeafSql.NAMED + (years ? LeafSql.FROM_MONTHS : LeafSql.FROM_DAYS) + LeafSql.OTHERS)))
                .param("communities", asked.stream().map(Asked::community).toArray(Integer[]::new))
                .param("places", asked.stream().map(Asked::place).toArray(String[]::new))
                .param("periods", asked.stream().map(one -> one.period().code()).toArray(String[]::new))
                .query((row, number) -> new Change(
                        new PlacePath(row.getString("path")),
                        row.getString("measure"),
                        ReportPeriod.parse(row.getString("period")).orElseThrow(),
                        Rows.tally(row)))
                .list();
    }

    private static final String REFRESH = """
            with %s, asked as (
                select distinct w.community_id, coalesce(nullif(w.place, ''), home.code) as place, w.period
                from unnest(cast(:communities as integer[]), cast(:places as text[]), cast(:periods as text[]))
                    as w (community_id, place, period)
                left join lateral (
                    select code from place.v_community_path where community_id = w.community_id limit 1
                ) home on w.place = ''
                where coalesce(nullif(w.place, ''), home.code) is not null
            ), %s, fresh as (
                select * from (%s) found where records + waiting > 0
            ), old as (
                select v.*
                from indicator.place_value v
                join wanted w on w.community_id = v.community_id and w.place = v.place and w.period = v.period
            ), removed as (
                delete from indicator.place_value v
                using old
                where v.community_id = old.community_id
                and v.measure = old.measure
                and v.period = old.period
                and v.place = old.place
                and not exists (
                    select from fresh
                    where fresh.community_id = old.community_id
                    and fresh.measure = old.measure
                    and fresh.period = old.period
                    and fresh.place = old.place)
            ), kept as (
                insert into indicator.place_value as v
                    (community_id, measure, period, place, path, verified, records, provisional, waiting, cell, at_least,
                        at_most, about)
                select community_id, measure, period, place, path, verified, records, provisional, waiting, cell, at_least,
                    at_most, about
                from fresh
                on conflict (community_id, measure, period, place) do update
                set path = excluded.path, verified = excluded.verified, records = excluded.records,
                    provisional = excluded.provisional, waiting = excluded.waiting, cell = excluded.cell,
                    at_least = excluded.at_least, at_most = excluded.at_most, about = excluded.about
            )
            select path, measure, period, sum(verified) as verified, sum(records) as records,
                sum(provisional) as provisional, sum(waiting) as waiting, sum(cell) as cell, sum(at_least) as at_least,
                sum(at_most) as at_most, sum(about) as about, sum(places) as places
            from (
                select path, measure, period, verified, records, provisional, waiting, cell, at_least, at_most, about,
                    case when records > 0 then 1 else 0 end as places
                from fresh
                union all
                select path, measure, period, -verified, -records, -provisional, -waiting, -cell, -at_least, -at_most,
                    -about, case when records > 0 then -1 else 0 end
                from old
            ) difference
            group by path, measure, period
            """;

    /** Replaces all leaves by what the records say. */
    void recount() {
        jdbc.sql("delete from indicator.place_value").update();
        declared(jdbc.sql(LeafSql.counted() + """
                        insert into indicator.place_value
                            (community_id, measure, period, place, path, verified, records, provisional, waiting, cell,
                                at_least, at_most, about)
                        select community_id, measure, period, place, path, verified, records, provisional, waiting, cell,
                            at_least, at_most, about
                        from fresh
                        """)).param("only", null).update();
    }

    /** How many leaves are not what the records say. @param only numbers of communities, or null for all */
    long differences(Integer @Nullable [] only) {
        return declared(jdbc.sql(LeafSql.counted() + """
                        select count(*)
                        from fresh f
                        full join (
                            select *
                            from indicator.place_value
                            where (cast(:only as integer[]) is null or community_id = any(cast(:only as integer[])))
                        ) v using (community_id, measure, period, place)
                        where f.path is distinct from v.path
                        or f.verified is distinct from v.verified
                        or f.records is distinct from v.records
                        or f.provisional is distinct from v.provisional
                        or f.waiting is distinct from v.waiting
                        or f.cell is distinct from v.cell
                        """))
                .param("only", only)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec declared(JdbcClient.StatementSpec statement) {
        return statement
                .param("measures", measures)
                .param("kinds", kinds)
                .param("quantities", quantities)
                .param("last", last);
    }

    /** Sums at every place above, once more from the leaves. */
    void sum(Collection<String> alone) {
        jdbc.sql("delete from indicator.rollup").update();
        jdbc.sql("""
                        insert into indicator.rollup
                            (measure, period, path, parent, verified, records, provisional, waiting, cell, at_least, at_most,
                                about, places)
                        """ + SUMMED).param("alone", alone.toArray(String[]::new)).update();
    }

    /** How many sums are not what the leaves add up to. */
    long differencesOfSums(Collection<String> alone) {
        return jdbc.sql("""
                        select count(*)
                        from (%s) s
                        full join indicator.rollup r using (measure, period, path)
                        where coalesce(s.verified, 0) <> coalesce(r.verified, 0)
                        or coalesce(s.records, 0) <> coalesce(r.records, 0)
                        or coalesce(s.provisional, 0) <> coalesce(r.provisional, 0)
                        or coalesce(s.waiting, 0) <> coalesce(r.waiting, 0)
                        or coalesce(s.cell, 0) <> coalesce(r.cell, 0)
                        or coalesce(s.places, 0) <> coalesce(r.places, 0)
                        """.formatted(SUMMED))
                .param("alone", alone.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static final String SUMMED = """
            select measure, period, ancestor.path,
                case when ancestor.path = '/' then null
                    else coalesce(nullif(regexp_replace(ancestor.path, '/[^/]+$', ''), ''), '/') end as parent,
                sum(verified) as verified, sum(records) as records, sum(provisional) as provisional,
                sum(waiting) as waiting, sum(cell) as cell, sum(at_least) as at_least, sum(at_most) as at_most,
                sum(about) as about, count(*) filter (where records > 0) as places
            from indicator.place_value v
            cross join lateral (select string_to_array(rtrim(v.path, '/'), '/') as parts) split
            cross join lateral generate_series(0, greatest(cardinality(parts) - 1, 0)) as depth
            cross join lateral (
                select case when depth = 0 then '/' else array_to_string(parts[1 : (depth + 1)], '/') end as path
            ) ancestor
            where ancestor.path = v.path
            or not measure = any(cast(:alone as text[]))
            group by measure, period, ancestor.path
            """;
}
