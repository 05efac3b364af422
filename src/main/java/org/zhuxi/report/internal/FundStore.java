package org.zhuxi.report.internal;

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
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.report.Fund;

/** Lines of funds. */
@Repository
public class FundStore {

    private final JdbcClient jdbc;

    FundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What all lines of a source and area add up to, in fen. */
    public record Sum(Fund.Kind kind, Fund.Area area, long plannedFen, long allocatedFen, long disbursedFen) {}

    public boolean insert(Fund fund, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into report.fund
                            (id, place, path, year, kind, area, planned_fen, allocated_fen, disbursed_fen, source, entered_by,
                                entered_at, origin)
                        values (:id, :place, :path, :year, :kind, :area, :planned, :allocated, :disbursed, :source, :by, :at,
                            :origin)
                        on conflict (id) do nothing
                        """)
                        .param("id", fund.id())
                        .param("place", fund.place())
                        .param("path", fund.path().value())
                        .param("year", fund.year())
                        .param("kind", fund.kind().name())
                        .param("area", fund.area().name())
                        .param("planned", fund.plannedFen())
                        .param("allocated", fund.allocatedFen())
                        .param("disbursed", fund.disbursedFen())
                        .param("source", fund.source())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", fund.origin().name())
                        .update()
                == 1;
    }

    public boolean withdraw(UUID id, UUID by, Instant at) {
        return jdbc.sql(
                                "update report.fund set withdrawn_by = :by, withdrawn_at = :at where id = :id and withdrawn_at is null")
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<Fund> find(UUID id) {
        return jdbc.sql("select * from report.fund where id = :id")
                .param("id", id)
                .query((row, number) -> fund(row))
                .optional();
    }

    public List<Fund> list(PlacePath at, @Nullable Integer year, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from report.fund
                        where (path = :path or path like :below)
                        and (cast(:year as integer) is null or year = cast(:year as integer))
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("year", year)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> fund(row))
                .list();
    }

    /** Sums at and below a place in a year, by source and area; withdrawn lines do not count. */
    public List<Sum> sums(PlacePath at, int year) {
        return jdbc.sql("""
                        select kind, area, sum(planned_fen)::bigint as planned_fen, sum(allocated_fen)::bigint as allocated_fen,
                            sum(disbursed_fen)::bigint as disbursed_fen
                        from report.fund
                        where (path = :path or path like :below) and year = :year and withdrawn_at is null
                        group by kind, area
                        order by kind, area
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("year", year)
                .query(Sum.class)
                .list();
    }

    private static Fund fund(ResultSet row) throws SQLException {
        return new Fund(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                row.getInt("year"),
                Fund.Kind.valueOf(row.getString("kind")),
                Fund.Area.valueOf(row.getString("area")),
                row.getLong("planned_fen"),
                row.getLong("allocated_fen"),
                row.getLong("disbursed_fen"),
                row.getString("source"),
                row.getObject("withdrawn_at") != null,
                Origin.valueOf(row.getString("origin")));
    }
}
