package org.zhuxi.carbon.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.BaselineMixes.Entered;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** How places treat their waste. */
@Repository
public class BaselineStore {

    private final JdbcClient jdbc;

    BaselineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Entered it, UUID by) {
        jdbc.sql("""
                        insert into carbon.baseline_mix
                            (id, place, path, name_zh, name_en, year, landfill, incineration, dump, evidence, entered_by,
                                entered_at, origin)
                        values (:id, :place, :path, :zh, :en, :year, :landfill, :incineration, :dump, :evidence, :by, :at,
                            :origin)
                        on conflict do nothing
                        """)
                .param("id", it.id())
                .param("place", it.place())
                .param("path", it.path().value())
                .param("zh", it.name().zh())
                .param("en", it.name().en())
                .param("year", it.year())
                .param("landfill", it.mix().landfill())
                .param("incineration", it.mix().incineration())
                .param("dump", it.mix().dump())
                .param("evidence", it.mix().evidence())
                .param("by", by)
                .param("at", it.enteredAt().atOffset(ZoneOffset.UTC))
                .param("origin", it.origin().name())
                .update();
    }

    public Optional<Entered> find(UUID id) {
        return jdbc.sql("select * from carbon.baseline_mix where id = :id")
                .param("id", id)
                .query((row, number) -> entered(row))
                .optional();
    }

    /** Of the nearest place above, the latest year not after this one, the last entered. */
    public Optional<Entered> nearest(PlacePath at, int year) {
        return jdbc.sql("""
                        select *
                        from carbon.baseline_mix
                        where path = any(:above)
                        and year <= :year
                        order by length(path) desc, year desc, entered_at desc, id desc
                        limit 1
                        """)
                .param("above", at.andAbove().stream().map(PlacePath::value).toArray(String[]::new))
                .param("year", year)
                .query((row, number) -> entered(row))
                .optional();
    }

    public List<Entered> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from carbon.baseline_mix
                        where (path = :path or path like :below or path = any(:above))
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("above", at.andAbove().stream().map(PlacePath::value).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> entered(row))
                .list();
    }

    private static Entered entered(ResultSet row) throws SQLException {
        return new Entered(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getInt("year"),
                new BaselineMix(
                        row.getBigDecimal("landfill"),
                        row.getBigDecimal("incineration"),
                        row.getBigDecimal("dump"),
                        row.getString("evidence")),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                Origin.valueOf(row.getString("origin")));
    }
}
