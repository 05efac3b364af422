package org.zhuxi.indicator.internal;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private final String[] siteMeasures;
    private final String[] siteTypes;
    private final String[] fed;
    private final String feeds;

    LeafStore(JdbcClient jdbc, DefinitionBook book, Feeds feeds) {
        this.jdbc = jdbc;
        this.feeds = feeds.rows();
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
        var sites = book.measures().values().stream()
                .flatMap(measure -> measure.sites().stream().map(type -> new String[] {measure.code(), type}))
                .toList();
        this.siteMeasures = sites.stream().map(row -> row[0]).toArray(String[]::new);
        this.siteTypes = sites.stream().map(row -> row[1]).toArray(String[]::new);
        this.fed = book.measures().values().stream()
                .filter(measure -> measure.source() == Measure.Source.FED)
                .map(Measure::code)
                .toArray(String[]::new);
    }

    /**
     * A place that reports and a period to be reckoned again.
     *
     * @param community 0 for a place above communities
     * @param place its code, or empty for the community itself
     * @param measures codes of the measures that may have changed, with commas between; empty for all
     */
    record Asked(int community, String place, ReportPeriod period, String measures) {}

    /** By how much a value changed. @param community 0 for a place above communities */
    record Change(int community, PlacePath path, String measure, ReportPeriod period, Tally by) {}

    /** Reckons leaves again, all of months or all of years, keeps them and answers what changed. */
    List<Change> refresh(Collection<Asked> asked, boolean years) {
        return asked.stream()
                .collect(Collectors.groupingBy(Asked::measures, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(same -> refresh(same.getValue(), years, same.getKey()).stream())
                .toList();
    }

    private List<Change> refresh(List<Asked> asked, boolean years, String measures) {
        return declared(jdbc.sql(REFRESH.formatted(
                        LeafSql.DECLARED,
                        LeafSql.PLACED,
                        LeafSql.fed(feeds, "community_id = any(cast(:communities as integer[]))"),
                        LeafSql.TOLD,
                        LeafSql.NAMED + (years ? LeafSql.FROM_MONTHS : LeafSql.FROM_DAYS) + LeafSql.OTHERS)))
                .param("communities", asked.stream().map(Asked::community).toArray(Integer[]::new))
                .param("places", asked.stream().map(Asked::place).toArray(String[]::new))
                .param("periods", asked.stream().map(one -> one.period().code()).toArray(String[]::new))
                .param("of", measures.isEmpty() ? null : measures.split(","))
                .query((row, number) -> new Change(
                        row.getInt("community_id"),
                        new PlacePath(row.getString("path")),
                        row.getString("measure"),
                        ReportPeriod.parse(row.getString("period")).orElseThrow(),
                        TallyRows.tally(row)))
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
            ), %s, %s, %s, fresh as (
                select *
                from (%s) found
                where records + waiting > 0
            ), old as (
                -- place by place, whatever the planner thinks of measures that were just entered for the first time
                select v.*
                from wanted w
                cross join lateral (
                    select *
                    from indicator.place_value v
                    where v.community_id = w.community_id and v.place = w.place and v.period = w.period
                    and (cast(:of as text[]) is null or v.measure = any(cast(:of as text[])))
                    offset 0
                ) v
            ), different as materialized (
                -- what stays as it was, to the last digit, is neither written nor added up again
                select community_id, measure, period, place, f.path, f.verified, f.records, f.provisional, f.waiting, f.cell,
                    f.at_least, f.at_most, f.about, o.path as old_path, o.verified as old_verified, o.records as old_records,
                    o.provisional as old_provisional, o.waiting as old_waiting, o.cell as old_cell, o.at_least as old_at_least,
                    o.at_most as old_at_most, o.about as old_about
                from fresh f
                full join old o using (community_id, measure, period, place)
                where record_image_ne(
                    row (o.path, o.verified, o.records, o.provisional, o.waiting, o.cell, o.at_least, o.at_most, o.about),
                    row (f.path, f.verified, cast(f.records as bigint), f.provisional, cast(f.waiting as bigint), cast(f.cell as bigint),
                        cast(f.at_least as bigint), cast(f.at_most as bigint), cast(f.about as bigint)))
            ), removed as (
                delete from indicator.place_value v
                using different gone
                where gone.path is null
                and v.community_id = gone.community_id
                and v.measure = gone.measure
                and v.period = gone.period
                and v.place = gone.place
            ), kept as (
                insert into indicator.place_value as v
                    (community_id, measure, period, place, path, verified, records, provisional, waiting, cell, at_least,
                        at_most, about)
                select community_id, measure, period, place, path, verified, records, provisional, waiting, cell, at_least,
                    at_most, about
                from different
                where path is not null
                on conflict (community_id, measure, period, place) do update
                set path = excluded.path, verified = excluded.verified, records = excluded.records,
                    provisional = excluded.provisional, waiting = excluded.waiting, cell = excluded.cell,
                    at_least = excluded.at_least, at_most = excluded.at_most, about = excluded.about
            )
            select community_id, path, measure, period, sum(verified) as verified, sum(records) as records,
                sum(provisional) as provisional, sum(waiting) as waiting, sum(cell) as cell, sum(at_least) as at_least,
                sum(at_most) as at_most, sum(about) as about, sum(places) as places
            from (
                select community_id, path, measure, period, verified, records, provisional, waiting, cell, at_least, at_most, about,
                    case when records > 0 then 1 else 0 end as places
                from different
                where path is not null
                union all
                select community_id, old_path, measure, period, -old_verified, -old_records, -old_provisional, -old_waiting,
                    -old_cell, -old_at_least, -old_at_most, -old_about, case when old_records > 0 then -1 else 0 end
                from different
                where old_path is not null
            ) difference
            group by community_id, path, measure, period
            having sum(verified) <> 0 or sum(records) <> 0 or sum(provisional) <> 0 or sum(waiting) <> 0 or sum(cell) <> 0
                or sum(at_least) <> 0 or sum(at_most) <> 0 or sum(about) <> 0 or sum(places) <> 0
            """;

    /**
     * Replaces all leaves by what the records say, those of a community beside each other: a cycle changes a few of each, and for
     * these there is room on its page.
     */
    int recount() {
        // after much was entered at once nobody has told the planner how much; it would compare everything with
        // everything
        jdbc.sql("select indicator.refresh_statistics('entry', 'register_item')")
                .query()
                .singleRow();
        jdbc.sql("delete from indicator.place_value").update();
        var counted = declared(jdbc.sql(LeafSql.counted(feeds) + """
                        insert into indicator.place_value
                            (community_id, measure, period, place, path, verified, records, provisional, waiting, cell,
                                at_least, at_most, about)
                        select community_id, measure, period, place, path, verified, records, provisional, waiting, cell,
                            at_least, at_most, about
                        from fresh
                        order by community_id, measure, period, place
                        """))
                .param("only", null)
                .param("of", null)
                .update();
        jdbc.sql("select indicator.refresh_statistics('place_value')").query().singleRow();
        return counted;
    }

    /** How many leaves are not what the records say. @param only numbers of communities, or null for all */
    long differences(Integer @Nullable [] only) {
        return declared(jdbc.sql(LeafSql.counted(feeds) + """
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
                .param("of", null)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec declared(JdbcClient.StatementSpec statement) {
        return statement
                .param("measures", measures)
                .param("kinds", kinds)
                .param("quantities", quantities)
                .param("last", last)
                .param("siteMeasures", siteMeasures)
                .param("siteTypes", siteTypes)
                .param("fed", fed);
    }
}
