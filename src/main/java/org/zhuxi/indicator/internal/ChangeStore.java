package org.zhuxi.indicator.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.internal.LeafStore.Asked;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** What waits to be rolled up. Whoever changes something adds rows of its own, so nobody waits for anybody. */
@Repository
class ChangeStore {

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Asked> changed) {
        var rows = List.copyOf(changed);
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into indicator.changed (community_id, id, place, period, measures)
                        select *
                        from unnest(cast(:communities as integer[]), cast(:ids as uuid[]), cast(:places as text[]),
                            cast(:periods as text[]), cast(:measures as text[]))
                        """)
                .param("communities", rows.stream().map(Asked::community).toArray(Integer[]::new))
                .param("ids", Rows.texts(rows, row -> Ids.next()))
                .param("places", Rows.texts(rows, Asked::place))
                .param("periods", Rows.texts(rows, row -> row.period().code()))
                .param("measures", Rows.texts(rows, Asked::measures))
                .update();
    }

    /** All that hangs on places below paths, in periods that end after a day. */
    void addBelow(Collection<PlacePath> paths, java.time.LocalDate on) {
        for (var path : paths) {
            jdbc.sql("""
                            insert into indicator.changed (community_id, id, place, period)
                            select community_id, gen_random_uuid(), place, period
                            from (
                                select distinct community_id, place, period
                                from indicator.place_value
                                where (path = :path or path like :below)
                                and (period >= :month or period = :year)
                            ) known
                            """)
                    .param("path", path.value())
                    .param("below", path.below())
                    .param("month", "%04d-%02d".formatted(on.getYear(), on.getMonthValue()))
                    .param("year", "%04d".formatted(on.getYear()))
                    .update();
        }
    }

    /** Takes some of what waits, each once. */
    List<Asked> take(int limit) {
        return jdbc
                .sql("""
                        delete from indicator.changed
                        where (community_id, id) in (
                            select community_id, id
                            from indicator.changed
                            order by community_id, id
                            limit :limit
                            for update skip locked)
                        returning community_id, place, period, measures
                        """)
                .param("limit", limit)
                .query((row, number) -> new Asked(
                        row.getInt("community_id"),
                        row.getString("place"),
                        ReportPeriod.parse(row.getString("period")).orElseThrow(),
                        row.getString("measures")))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    void clear() {
        jdbc.sql("delete from indicator.changed").update();
    }

    boolean wasRecomputed() {
        return jdbc.sql("select exists (select from indicator.recomputed)")
                .query(Boolean.class)
                .single();
    }

    void noteRecomputed(java.time.Instant at) {
        jdbc.sql("""
                        insert into indicator.recomputed (at) values (:at)
                        on conflict (only_row) do update set at = excluded.at
                        """).param("at", at.atOffset(java.time.ZoneOffset.UTC)).update();
    }
}
