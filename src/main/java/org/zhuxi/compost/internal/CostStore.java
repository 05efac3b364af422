package org.zhuxi.compost.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.CompostCost;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** Prices by place and year. */
@Repository
public class CostStore {

    private static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;

    CostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the id is there already */
    public boolean insert(CompostCost it, UUID by) {
        Instant at = it.enteredAt();
        return jdbc.sql("""
                        insert into compost.cost
                            (id, place, path, name_zh, name_en, year, collection_fen_per_tonne, treatment_fen_per_tonne,
                            nutrient_fen_per_kg, evidence, entered_by, entered_at, origin)
                        values (:id, :place, :path, :zh, :en, :year, :collection, :treatment, :nutrient, :evidence, :by, :at,
                            :origin)
                        on conflict do nothing
                        """)
                        .param("id", it.id())
                        .param("place", it.place())
                        .param("path", it.path().value())
                        .param("zh", it.name().zh())
                        .param("en", it.name().en())
                        .param("year", it.year())
                        .param("collection", it.collectionFenPerTonne())
                        .param("treatment", it.treatmentFenPerTonne())
                        .param("nutrient", it.nutrientFenPerKg())
                        .param("evidence", it.evidence())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", it.origin().name())
                        .update()
                == 1;
    }

    public Optional<CompostCost> find(UUID id) {
        return jdbc.sql("select * from compost.cost where id = :id")
                .param("id", id)
                .query((row, number) -> cost(row))
                .optional();
    }

    /** Of the nearest place above, the latest year not after this one, the last entered. */
    public Optional<CompostCost> nearest(PlacePath at, int year) {
        return jdbc.sql("""
                        select *
                        from compost.cost
                        where path = any(:above)
                        and year <= :year
                        order by length(path) desc, year desc, entered_at desc, id desc
                        limit 1
                        """)
                .param("above", above(at))
                .param("year", year)
                .query((row, number) -> cost(row))
                .optional();
    }

    public List<CompostCost> list(PlacePath at) {
        return jdbc.sql("""
                        select *
                        from compost.cost
                        where path = :path or path like :below or path = any(:above)
                        order by entered_at desc, id desc
                        limit :most
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("above", above(at))
                .param("most", MOST_ROWS)
                .query((row, number) -> cost(row))
                .list();
    }

    private static String[] above(PlacePath at) {
        return at.andAbove().stream().map(PlacePath::value).toArray(String[]::new);
    }

    private static CompostCost cost(ResultSet row) throws SQLException {
        return new CompostCost(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getInt("year"),
                row.getLong("collection_fen_per_tonne"),
                row.getLong("treatment_fen_per_tonne"),
                row.getLong("nutrient_fen_per_kg"),
                row.getString("evidence"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                Origin.valueOf(row.getString("origin")));
    }
}
