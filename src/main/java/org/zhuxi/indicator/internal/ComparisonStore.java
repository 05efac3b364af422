package org.zhuxi.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.Comparison;
import org.zhuxi.indicator.Delta;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Lines of before/after tables. */
@Repository
public class ComparisonStore {

    private final JdbcClient jdbc;

    ComparisonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean insert(Comparison line, UUID by, Instant at) {
        var kind = line.changeKind();
        return jdbc.sql("""
                        insert into indicator.comparison
                            (id, place, path, topic, name_zh, name_en, unit_zh, unit_en, before_printed, after_printed,
                                change_printed, change_kind, note_zh, note_en, source, entered_by, entered_at, origin)
                        values (:id, :place, :path, :topic, :zh, :en, :unitZh, :unitEn, :before, :after, :change, :kind,
                            :noteZh, :noteEn, :source, :by, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("id", line.id())
                        .param("place", line.place())
                        .param("path", line.path().value())
                        .param("topic", line.topic())
                        .param("zh", line.names().zh())
                        .param("en", line.names().en())
                        .param("unitZh", line.unit().zh())
                        .param("unitEn", line.unit().en())
                        .param("before", printed(line.before()))
                        .param("after", printed(line.after()))
                        .param("change", printed(line.change()))
                        .param("kind", kind == null ? null : kind.name())
                        .param("noteZh", line.note().zh())
                        .param("noteEn", line.note().en())
                        .param("source", line.source())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", line.origin().name())
                        .update()
                == 1;
    }

    private static @Nullable String printed(@Nullable QualifiedNumber number) {
        return number == null ? null : number.original();
    }

    public boolean withdraw(UUID id, UUID by, Instant at) {
        return jdbc.sql("""
                        update indicator.comparison
                        set withdrawn_by = :by, withdrawn_at = :at
                        where id = :id and withdrawn_at is null
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Comparison> find(UUID id) {
        return jdbc.sql("select * from indicator.comparison where id = :id")
                .param("id", id)
                .query((row, number) -> comparison(row))
                .optional();
    }

    public List<Comparison> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from indicator.comparison
                        where (path = :path or path like :below)
                        and withdrawn_at is null
                        and (cast(:after as uuid) is null or id > cast(:after as uuid))
                        order by id
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> comparison(row))
                .list();
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        var kind = row.getString("change_kind");
        return new Comparison(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                row.getString("topic"),
                Rows.names(row, "name"),
                Rows.names(row, "unit"),
                number(row.getString("before_printed")),
                number(row.getString("after_printed")),
                number(row.getString("change_printed")),
                kind == null ? null : Delta.Kind.valueOf(kind),
                Rows.names(row, "note"),
                row.getString("source"),
                row.getObject("withdrawn_at") != null,
                Origin.valueOf(row.getString("origin")));
    }

    private static @Nullable QualifiedNumber number(@Nullable String printed) {
        return printed == null ? null : QualifiedNumber.parse(printed).orElse(null);
    }
}
