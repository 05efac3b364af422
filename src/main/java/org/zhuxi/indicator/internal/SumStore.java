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

    private final JdbcClient jdbc;

    SumStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sums at every place above communities, once more from the leaves: first where these lie, then level by level, so that
     * each sum is added once to the place directly above it.
     */
    void sum(Collection<String> alone) {
        jdbc.sql("analyze indicator.place_value").update();
        IN_MEMORY.forEach(setting -> jdbc.sql("set local " + setting).update());
        jdbc.sql("delete from indicator.rollup").update();
        jdbc.sql(PARENTS + RollupStore.ADDED)
                .param("alone", alone.toArray(String[]::new))
                .update();
        jdbc.sql(INTO + OWN + RollupStore.ADDED).update();
        for (var depth = deepest(); depth > 0; depth--) {
            jdbc.sql(INTO + ABOVE + RollupStore.ADDED)
                    .param("depth", depth)
                    .param("alone", alone.toArray(String[]::new))
                    .update();
        }
        IN_MEMORY.forEach(setting -> jdbc.sql("set local " + setting.substring(0, setting.indexOf(' ')) + " = default")
                .update());
    }

    private int deepest() {
        return jdbc.sql("select coalesce(max(" + DEPTH + "), 0) from indicator.rollup")
                .query(Integer.class)
                .single();
    }

    /** How many places lie above one; the nation has none. */
    private static final String DEPTH =
            "case when path = '/' then 0 else length(path) - length(replace(path, '/', '')) end";

    private static final String PARENT =
            "case when %1$s = '/' then null else coalesce(nullif(left(%1$s, length(%1$s) - strpos(reverse(%1$s), '/')), ''), '/') end";

    private static final String TALLIES = """
            sum(verified) as verified, sum(records) as records, sum(provisional) as provisional, sum(waiting) as waiting,
                sum(cell) as cell, sum(at_least) as at_least, sum(at_most) as at_most, sum(about) as about""";

    private static final String INTO = """
            insert into indicator.rollup as r
                (measure, period, path, parent, verified, records, provisional, waiting, cell, at_least, at_most, about, places)
            """;

    /** What lies directly above communities, written in the order of the key. */
    private static final String PARENTS = """
            with s as materialized (
                select measure, period, parent as path, %s as above, %s, count(*) filter (where records > 0) as places
                from indicator.place_value v
                where community_id > 0 and parent is not null and not measure = any(cast(:alone as text[]))
                group by measure, period, v.parent
            )
            %s
            select measure, period, path, above, verified, records, provisional, waiting, cell, at_least, at_most, about, places
            from s
            order by measure, period, path
            """.formatted(PARENT.formatted("parent"), TALLIES, INTO);

    /** What places above communities gave themselves. */
    private static final String OWN = """
            select measure, period, path, parent, verified, records, provisional, waiting, cell, at_least, at_most, about,
                (records > 0)::integer
            from indicator.place_value
            where community_id = 0
            """;

    private static final String ABOVE = """
            select measure, period, parent, %s, %s, sum(places)
            from indicator.rollup
            where %s = :depth and not measure = any(cast(:alone as text[]))
            group by measure, period, parent
            """.formatted(PARENT.formatted("parent"), TALLIES, DEPTH);

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
