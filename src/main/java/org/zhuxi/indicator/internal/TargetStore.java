package org.zhuxi.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Target;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Targets and baselines. */
@Repository
public class TargetStore {

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it once. */
    public boolean insert(Target target) {
        try {
            return jdbc.sql("""
                            insert into indicator.target
                                (id, indicator, place, path, kind, period, value, source, set_by, set_at, origin)
                            values (:id, :indicator, :place, :path, :kind, :period, :value, :source, :by, :at, :origin)
                            on conflict (id) do nothing
                            """)
                            .param("id", target.id())
                            .param("indicator", target.indicator())
                            .param("place", target.place())
                            .param("path", target.path().value())
                            .param("kind", target.kind().name())
                            .param("period", target.period().code())
                            .param("value", target.value())
                            .param("source", target.source())
                            .param("by", target.setBy())
                            .param("at", target.setAt().atOffset(ZoneOffset.UTC))
                            .param("origin", target.origin().name())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            throw new IndicatorRefused.TargetSet();
        }
    }

    public boolean withdraw(UUID id, UUID by, Instant at) {
        return jdbc.sql("""
                        update indicator.target
                        set withdrawn_by = :by, withdrawn_at = :at
                        where id = :id and withdrawn_at is null
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Target> find(UUID id) {
        return jdbc.sql("select * from indicator.target where id = :id")
                .param("id", id)
                .query((row, number) -> target(row))
                .optional();
    }

    /** Those that hold at a place for an indicator, baselines first, then by period. */
    public List<Target> held(String indicator, PlacePath path) {
        return jdbc.sql("""
                        select *
                        from indicator.target
                        where indicator = :indicator and path = :path and withdrawn_at is null
                        order by kind, period
                        """)
                .param("indicator", indicator)
                .param("path", path.value())
                .query((row, number) -> target(row))
                .list();
    }

    /** All at or below a place, the latest first. */
    public List<Target> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from indicator.target
                        where (path = :path or path like :below)
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> target(row))
                .list();
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("id", UUID.class),
                row.getString("indicator"),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                Target.Kind.valueOf(row.getString("kind")),
                ReportPeriod.parse(row.getString("period")).orElseThrow(),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getObject("set_by", UUID.class),
                Rows.moment(row, "set_at"),
                Rows.instant(row, "withdrawn_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
