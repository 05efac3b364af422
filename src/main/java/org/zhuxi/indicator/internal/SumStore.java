package org.zhuxi.indicator.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds leaves up at every place above communities, and tells whether the sums that are kept are what leaves add up to. */
@Repository
class SumStore {

    /**
     * Groups are kept in memory while the leaves are read once from beginning to end; left to itself the planner walks an index through
     * all of them, which takes three times as long for a nation.
     */
    private static final List<String> IN_MEMORY =
            List.of("work_mem = '192MB'", "hash_mem_multiplier = 6", "enable_indexscan = off", "enable_sort = off");

    /** From so many new rows on the planner is told: left with what it knew of an empty table it would read all leaves for one sum. */
    private static final int MANY = 10_000;

    private final JdbcClient jdbc;

    SumStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sums at every place above communities, once more from the leaves: first where these lie, then level by level, so that
     * each sum is added once to the place directly above it. Sums that are kept already stay as they are, for to write a row and its
     * place in two indexes costs more than to reckon it.
     */
    void sum(Collection<String> alone) {
        IN_MEMORY.forEach(setting -> jdbc.sql("set local " + setting).update());
        jdbc.sql("create temporary table summed (like indicator.rollup, depth integer not null) on commit drop")
                .update();
        jdbc.sql(INTO + GIVEN).param("alone", alone.toArray(String[]::new)).update();
        for (var depth = deepest(); depth > 0; depth--) {
            jdbc.sql(ABOVE)
                    .param("depth", depth)
                    .param("alone", alone.toArray(String[]::new))
                    .update();
        }
        jdbc.sql("analyze summed").update();
        if (jdbc.sql(KEEP).update() >= MANY) {
            jdbc.sql("select indicator.refresh_statistics('rollup')").query().singleRow();
        }
        jdbc.sql("drop table summed").update();
        IN_MEMORY.forEach(setting -> jdbc.sql("set local " + setting.substring(0, setting.indexOf(' ')) + " = default")
                .update());
    }

    private int deepest() {
        return jdbc.sql("select coalesce(max(depth), 0) from summed")
                .query(Integer.class)
                .single();
    }

    /** How many places lie above one; the nation has none. */
    private static final String DEPTH =
            "case when %1$s = '/' then 0 else length(%1$s) - length(replace(%1$s, '/', '')) end";

    private static final String PARENT =
            "case when %1$s = '/' then null else coalesce(nullif(left(%1$s, length(%1$s) - strpos(reverse(%1$s), '/')), ''), '/') end";

    private static final String TALLIES = """
            sum(verified) as verified, sum(records) as records, sum(provisional) as provisional, sum(waiting) as waiting,
                sum(cell) as cell, sum(at_least) as at_least, sum(at_most) as at_most, sum(about) as about""";

    private static final String COLUMNS =
            "measure, period, path, parent, verified, records, provisional, waiting, cell, at_least, at_most, about, places";

    private static final String INTO = "insert into summed (%s, depth)\n".formatted(COLUMNS);

    /** What lies directly above communities, and what places above communities gave themselves. */
    private static final String GIVEN =
            """
            select measure, period, home.path, %s, %s, count(*) filter (where records > 0), %s
            from indicator.place_value v
            cross join lateral (select case when community_id > 0 then v.parent else v.path end as path) home
            where home.path is not null
            and (community_id = 0 or not measure = any(cast(:alone as text[])))
            group by measure, period, home.path
            """.formatted(PARENT.formatted("home.path"), TALLIES, DEPTH.formatted("home.path"));

    /** Adds a level to the one above it, and to what was given there. */
    private static final String ABOVE = """
            with given as (
                delete from summed where depth = :depth - 1 returning *
            )
            %1$sselect measure, period, path, parent, %2$s, sum(places), :depth - 1
            from (
                select measure, period, parent as path, %3$s as parent, %4$s, places
                from summed
                where depth = :depth and not measure = any(cast(:alone as text[]))
                union all
                select measure, period, path, parent, %4$s, places
                from given
            ) added
            group by measure, period, path, parent
            """.formatted(INTO, TALLIES, PARENT.formatted("parent"), LeafSql.TALLY);

    /** Writes what is not kept yet as it was summed, to the last digit, in the order of the key, and removes what is nothing any more. */
    private static final String KEEP = """
            with different as materialized (
                select measure, period, path, s.path is null as gone, s.parent, s.verified, s.records, s.provisional, s.waiting,
                    s.cell, s.at_least, s.at_most, s.about, s.places
                from summed s
                full join indicator.rollup r using (measure, period, path)
                where record_image_ne(
                    row (s.parent, s.verified, s.records, s.provisional, s.waiting, s.cell, s.at_least, s.at_most, s.about, s.places),
                    row (r.parent, r.verified, r.records, r.provisional, r.waiting, r.cell, r.at_least, r.at_most, r.about, r.places))
            ), removed as (
                delete from indicator.rollup r
                using different d
                where d.gone and r.measure = d.measure and r.period = d.period and r.path = d.path
            )
            insert into indicator.rollup (%1$s)
            select %1$s
            from different
            where not gone
            order by measure, period, path
            on conflict (measure, period, path) do update
            set parent = excluded.parent, verified = excluded.verified, records = excluded.records,
                provisional = excluded.provisional, waiting = excluded.waiting, cell = excluded.cell,
                at_least = excluded.at_least, at_most = excluded.at_most, about = excluded.about, places = excluded.places
            """.formatted(COLUMNS);

    /** How many sums are not what the leaves add up to, each leaf added at once to every place above it. */
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
            select measure, period, ancestor.path, %s, count(*) filter (where records > 0) as places
            from indicator.place_value v
            cross join lateral (select string_to_array(rtrim(v.path, '/'), '/') as parts) split
            cross join lateral generate_series(0, greatest(cardinality(parts) - 1, 0)) as depth
            cross join lateral (
                select case when depth = 0 then '/' else array_to_string(parts[1 : (depth + 1)], '/') end as path
            ) ancestor
            where case when ancestor.path = v.path then v.community_id = 0
                else not measure = any(cast(:alone as text[])) end
            group by measure, period, ancestor.path
            """.formatted(TALLIES);
}
