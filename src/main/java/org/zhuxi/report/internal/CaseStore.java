package org.zhuxi.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.report.PracticeCase;

/** Cases. */
@Repository
public class CaseStore {

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean insert(PracticeCase one, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into report.practice_case
                            (id, place, path, title_zh, title_en, what_zh, what_en, year, source, entered_by, entered_at,
                                origin)
                        values (:id, :place, :path, :titleZh, :titleEn, :whatZh, :whatEn, :year, :source, :by, :at, :origin)
                        on conflict (id) do nothing
                        """)
                        .param("id", one.id())
                        .param("place", one.place())
                        .param("path", one.path().value())
                        .param("titleZh", one.title().zh())
                        .param("titleEn", one.title().en())
                        .param("whatZh", one.what().zh())
                        .param("whatEn", one.what().en())
                        .param("year", one.year())
                        .param("source", one.source())
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .param("origin", one.origin().name())
                        .update()
                == 1;
    }

    public boolean withdraw(UUID id, UUID by, Instant at) {
        return jdbc.sql("""
                        update report.practice_case
                        set withdrawn_by = :by, withdrawn_at = :at
                        where id = :id and withdrawn_at is null
                        """)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<PracticeCase> find(UUID id) {
        return jdbc.sql("select * from report.practice_case where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    public List<PracticeCase> list(
            PlacePath at, @Nullable Integer year, String words, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from report.practice_case
                        where (path = :path or path like :below)
                        and withdrawn_at is null
                        and (cast(:year as integer) is null or year = cast(:year as integer))
                        and strpos(lower(title_zh || ' ' || title_en || ' ' || what_zh || ' ' || what_en || ' ' || source),
                            lower(:words)) > 0
                        and (cast(:after as uuid) is null
                            or (entered_at, id) > (select entered_at, id from report.practice_case where id = :after))
                        order by entered_at, id
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("year", year)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** By the path of the place directly below. */
    public Map<String, Long> counts(PlacePath at) {
        record Found(String child, long cases) {}
        return jdbc
                .sql("""
                        select split_part(substr(path, :from), '/', 1) as child, count(*) as cases
                        from report.practice_case
                        where path like :below and withdrawn_at is null
                        group by 1
                        """)
                .param("from", at.below().length())
                .param("below", at.below())
                .query(Found.class)
                .list()
                .stream()
                .collect(Collectors.toMap(found -> at.child(found.child()).value(), Found::cases));
    }

    private static PracticeCase read(ResultSet row) throws SQLException {
        return new PracticeCase(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                new Names(row.getString("title_zh"), row.getString("title_en")),
                new Names(row.getString("what_zh"), row.getString("what_en")),
                row.getInt("year"),
                row.getString("source"),
                row.getObject("withdrawn_at") != null,
                Origin.valueOf(row.getString("origin")));
    }
}
