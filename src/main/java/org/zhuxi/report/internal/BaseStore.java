package org.zhuxi.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.report.DemonstrationBase;

/** Demonstration bases and how many came to them. */
@Repository
public class BaseStore {

    private static final String WITH_VISITORS = """
            select b.*, v.year as visitors_year, v.visitors
            from report.base b
            left join lateral (
                select year, visitors from report.base_visit where base_id = b.id order by year desc limit 1
            ) v on true
            """;

    private final JdbcClient jdbc;

    BaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean insert(DemonstrationBase base, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into report.base
                            (id, place, path, name_zh, name_en, theme_zh, theme_en, opened_on, source, entered_by, entered_at,
                                origin)
                        values (:id, :place, :path, :zh, :en, :themeZh, :themeEn, :opened, :source, :by, :at, :origin)
                        on conflict (id) do nothing
                        """)
                        .param("id", base.id())
                        .param("place", base.place())
                        .param("path", base.path().value())
                        .param("zh", base.name().zh())
                        .param("en", base.name().en())
                        .param("themeZh", base.theme().zh())
                        .param("themeEn", base.theme().en())
                        .param("opened", base.openedOn())
                        .param("source", base.source())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", base.origin().name())
                        .update()
                == 1;
    }

    public void count(UUID id, int year, long visitors, UUID by, Instant at) {
        jdbc.sql("""
                        insert into report.base_visit (base_id, year, visitors, counted_by, counted_at)
                        values (:id, :year, :visitors, :by, :at)
                        on conflict (base_id, year) do update
                        set visitors = excluded.visitors, counted_by = excluded.counted_by, counted_at = excluded.counted_at
                        """)
                .param("id", id)
                .param("year", year)
                .param("visitors", visitors)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean withdraw(UUID id, UUID by, Instant at) {
        return jdbc.sql(
                                "update report.base set withdrawn_by = :by, withdrawn_at = :at where id = :id and withdrawn_at is null")
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<DemonstrationBase> find(UUID id) {
        return jdbc.sql(WITH_VISITORS + "where b.id = :id")
                .param("id", id)
                .query((row, number) -> base(row))
                .optional();
    }

    /** Bases at or below a place, the latest entered first. @param words part of the name or theme; empty for all */
    public List<DemonstrationBase> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return jdbc.sql(WITH_VISITORS + """
                        where (b.path = :path or b.path like :below)
                        and strpos(lower(b.name_zh || b.name_en || b.theme_zh || b.theme_en), lower(:words)) > 0
                        and (cast(:after as uuid) is null or b.id < cast(:after as uuid))
                        order by b.id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> base(row))
                .list();
    }

    private static DemonstrationBase base(ResultSet row) throws SQLException {
        return new DemonstrationBase(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                new Names(row.getString("theme_zh"), row.getString("theme_en")),
                row.getObject("opened_on", LocalDate.class),
                row.getString("source"),
                row.getObject("visitors_year", Integer.class),
                row.getObject("visitors", Long.class),
                row.getObject("withdrawn_at") != null,
                Origin.valueOf(row.getString("origin")));
    }
}
