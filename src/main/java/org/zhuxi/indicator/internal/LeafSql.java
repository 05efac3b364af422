package org.zhuxi.indicator.internal;

/** The parts from which statements about leaves are put together; each source of values once. */
final class LeafSql {

    /** Columns of a tally, in the order of {@link Tally} without its last. */
    static final String TALLY = "verified, records, provisional, waiting, cell, at_least, at_most, about";

    /** Whether a {@code measure} is one of those asked for; each source asks before it reads, not after. */
    private static final String WANTED_MEASURE = "(cast(:of as text[]) is null or measure = any(cast(:of as text[])))";

    /** Which quantity of which kind counts for which measure; a quantity of null counts different households. */
    static final String DECLARED = """
            declared as (
                select measure, kind, nullif(quantity, '') as quantity
                from unnest(cast(:measures as text[]), cast(:kinds as text[]), cast(:quantities as text[]))
                    as d (measure, kind, quantity)
                where %s
            )""".formatted(WANTED_MEASURE);

    /** Adds to what is wanted its days and the path that its place had last in the period. */
    static final String PLACED = """
            spanned as (
                select asked.*, days.from_day, days.to_day
                from asked
                cross join lateral (
                    select case when length(period) = 4 then make_date(cast(period as integer), 1, 1)
                            else to_date(period, 'YYYY-MM') end as from_day,
                        cast(case when length(period) = 4 then make_date(cast(period as integer) + 1, 1, 1)
                            else to_date(period, 'YYYY-MM') + interval '1 month' end as date) as to_day
                ) days
            ), wanted as (
                select spanned.*, stood.path
                from spanned
                cross join lateral (
                    select path
                    from place.v_division_path
                    where code = spanned.place
                    order by (valid_from < spanned.to_day) desc,
                        case when valid_from < spanned.to_day then valid_from end desc,
                        valid_from
                    limit 1
                ) stood
            )""";

    /** The first part of a union names its columns. */
    static final String NAMED = """
            select null::integer as community_id, null::text as place, null::text as path, null::text as measure,
                null::text as period, null::numeric as verified, null::bigint as records, null::numeric as provisional,
                null::bigint as waiting, null::bigint as cell, null::bigint as at_least, null::bigint as at_most,
                null::bigint as about
            where false
            union all
            """;

    /** Sums of records by day, for months. */
    static final String FROM_DAYS = """
            select w.community_id, w.place, w.path, d.measure, w.period,
                coalesce(sum(t.total) filter (where t.state = 'VERIFIED'), 0) as verified,
                coalesce(sum(t.records) filter (where t.state = 'VERIFIED'), 0) as records,
                coalesce(sum(t.total) filter (where t.state = 'RECORDED'), 0) as provisional,
                coalesce(sum(t.records) filter (where t.state = 'RECORDED'), 0) as waiting,
                0 as cell, 0 as at_least, 0 as at_most, 0 as about
            from wanted w
            join activity.v_daily_total t
                on t.community_id = w.community_id and t.local_date >= w.from_day and t.local_date < w.to_day
            join declared d on d.kind = t.kind and d.quantity = t.quantity
            group by w.community_id, w.place, w.path, d.measure, w.period
            """;

    /** Months that were reckoned before, for years. */
    static final String FROM_MONTHS = """
            select w.community_id, w.place, w.path, v.measure, w.period,
                sum(v.verified), sum(v.records), sum(v.provisional), sum(v.waiting), 0, 0, 0, 0
            from wanted w
            join indicator.place_value v
                on v.community_id = w.community_id and v.place = w.place and v.period like w.period || '-%'
            where v.measure in (select measure from declared where quantity is not null)
            group by w.community_id, w.place, w.path, v.measure, w.period
            """;

    /** The records themselves, for a full count. */
    static final String FROM_RECORDS = """
            select w.community_id, w.place, w.path, d.measure, w.period,
                coalesce(sum(cast(a.quantities ->> d.quantity as numeric)) filter (where a.state = 'VERIFIED'), 0),
                count(*) filter (where a.state = 'VERIFIED'),
                coalesce(sum(cast(a.quantities ->> d.quantity as numeric)) filter (where a.state = 'RECORDED'), 0),
                count(*) filter (where a.state = 'RECORDED'),
                0, 0, 0, 0
            from wanted w
            join activity.v_activity a
                on a.community_id = w.community_id and a.local_date >= w.from_day and a.local_date < w.to_day
            join declared d on d.kind = a.kind and jsonb_exists(a.quantities, d.quantity)
            where a.state in ('VERIFIED', 'RECORDED')
            group by w.community_id, w.place, w.path, d.measure, w.period
            """;

    /** Different households, entered values, frozen registers, and what other modules keep. */
    static final String OTHERS = """
            union all
            select w.community_id, w.place, w.path, d.measure, w.period,
                count(distinct a.household_id), count(*), 0, 0, count(distinct a.household_id), 0, 0, 0
            from wanted w
            join activity.v_activity a
                on a.community_id = w.community_id and a.local_date >= w.from_day and a.local_date < w.to_day
            join declared d on d.kind = a.kind and d.quantity is null
            where a.state = 'VERIFIED'
            and a.household_id is not null
            group by w.community_id, w.place, w.path, d.measure, w.period
            union all
            select community_id, place, path, measure, wanted_period,
                coalesce(sum(value) filter (where state = 'VERIFIED'), 0),
                count(*) filter (where state = 'VERIFIED'),
                coalesce(sum(value) filter (where state = 'RECORDED'), 0),
                count(*) filter (where state = 'RECORDED'),
                coalesce(sum(cell) filter (where state = 'VERIFIED'), 0),
                count(*) filter (where state = 'VERIFIED' and qualifier = 'AT_LEAST'),
                count(*) filter (where state = 'VERIFIED' and qualifier = 'AT_MOST'),
                count(*) filter (where state = 'VERIFIED' and qualifier = 'ABOUT')
            from (
                select w.community_id, w.place, w.path, e.measure, w.period as wanted_period, e.value, e.cell, e.state,
                    e.qualifier,
                    row_number() over (
                        partition by w.community_id, w.place, e.measure, w.period, e.state
                        order by e.period desc, e.entered_at desc, e.id desc) as rank
                from told w
                join indicator.entry e
                    on e.community_id = w.community_id and e.place = w.place
                    and (e.period = w.period or e.period like w.period || '-%')
                where e.state in ('VERIFIED', 'RECORDED')
                and (cast(:of as text[]) is null or e.measure = any(cast(:of as text[])))
                and (w.measures is null or not e.measure = any(w.measures))
            ) ranked
            where rank = 1
            or not measure = any(cast(:last as text[]))
            group by community_id, place, path, measure, wanted_period
            union all
            select w.community_id, w.place, w.path, told.measure, w.period, told.value, 1, 0, 0, 0, 0, 0, 0
            from wanted w
            join indicator.register_item i on i.community_id = w.community_id and i.place = w.place and i.cycle = w.period
            join indicator.register_snapshot s on s.id = i.snapshot_id and s.withdrawn_at is null
            cross join lateral (
                values ('register.communities', case when i.urban then i.communities end),
                    ('register.residents', i.residents),
                    ('register.households', i.households)
                union all
                select counted.measure, coalesce(sum(cast(i.sites ->> counted.type as bigint)), 0)
                from unnest(cast(:siteMeasures as text[]), cast(:siteTypes as text[])) as counted (measure, type)
                where i.sites is not null
                group by counted.measure
            ) told (measure, value)
            where told.value is not null
            and (cast(:of as text[]) is null or told.measure = any(cast(:of as text[])))
            union all
            select w.community_id, w.place, w.path, f.measure, w.period,
                coalesce(sum(f.value) filter (where f.verified), 0),
                count(*) filter (where f.verified),
                coalesce(sum(f.value) filter (where not f.verified), 0),
                count(*) filter (where not f.verified),
                coalesce(sum(f.cell) filter (where f.verified), 0), 0, 0, 0
            from wanted w
            join fed f on f.community_id = w.community_id and f.place = w.place and f.period = w.period
            where f.measure = any(cast(:fed as text[]))
            and (cast(:of as text[]) is null or f.measure = any(cast(:of as text[])))
            group by w.community_id, w.place, w.path, f.measure, w.period
            """;

    /** Everything of which a leaf is made, wherever it is. */
    private static final String ALL_ASKED = """
            asked as (
                select c.community_id, c.code as place, happened.period
                from (
                    select distinct community_id, to_char(local_date, 'YYYY-MM') as period
                    from activity.v_activity
                    where state in ('VERIFIED', 'RECORDED')
                    and kind in (select kind from declared)
                    and (cast(:only as integer[]) is null or community_id = any(cast(:only as integer[])))
                    union
                    select distinct community_id, to_char(local_date, 'YYYY')
                    from activity.v_activity
                    where state in ('VERIFIED', 'RECORDED')
                    and kind in (select kind from declared)
                    and (cast(:only as integer[]) is null or community_id = any(cast(:only as integer[])))
                ) happened
                join (select distinct community_id, code from place.v_community_path) c
                    on c.community_id = happened.community_id
                union
                select community_id, place, unnest(array[period, left(period, 4)])
                from indicator.entry
                where state in ('VERIFIED', 'RECORDED')
                and (cast(:only as integer[]) is null or community_id = any(cast(:only as integer[])))
                union
                select community_id, place, cycle
                from indicator.register_item
                where (cast(:only as integer[]) is null or community_id = any(cast(:only as integer[])))
                union
                select community_id, place, period
                from fed
            )""";

    private static final String FED = """
            fed as materialized (
                select community_id, place, measure, period, value, verified, cell from %s given where %s
            )""";

    /** Adds to what is wanted the measures that other modules keep for it, of which no value is entered. */
    static final String TOLD = """
            told as materialized (
                select wanted.*, known.measures
                from wanted
                left join (
                    select community_id, place, period, array_agg(distinct measure) as measures
                    from fed
                    group by community_id, place, period
                ) known using (community_id, place, period)
            )""";

    private LeafSql() {}

    /**
     * What other modules keep for some communities. Read once: joined as they are, the views would be read anew for each place
     * when the planner expects few.
     *
     * @param feeds rows that other modules keep
     * @param which a condition on the communities
     */
    static String fed(String feeds, String which) {
        return FED.formatted(feeds, which);
    }

    /** Leaves as the full count finds them, under the name {@code fresh}. @param feeds rows that other modules keep */
    static String counted(String feeds) {
        var fed = fed(feeds, "cast(:only as integer[]) is null or community_id = any(cast(:only as integer[]))");
        return "with %s, %s, %s, %s, %s, fresh as (select * from (\n%s%s) found where records + waiting > 0)\n"
                .formatted(DECLARED, fed, ALL_ASKED, PLACED, TOLD, NAMED + FROM_RECORDS, OTHERS);
    }
}
