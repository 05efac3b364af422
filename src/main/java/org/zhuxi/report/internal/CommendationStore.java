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
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.report.Commendation;
import org.zhuxi.report.ReportRefused;

/** Commendations. */
@Repository
public class CommendationStore {

    private final JdbcClient jdbc;

    CommendationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean insert(Commendation one, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into report.commendation
                            (id, place, path, year, kind, name, basis, state, entered_by, entered_at, origin)
                        values (:id, :place, :path, :year, :kind, :name, :basis, :state, :by, :at, :origin)
                        on conflict (id) do nothing
                        """)
                        .param("id", one.id())
                        .param("place", one.place())
                        .param("path", one.path().value())
                        .param("year", one.year())
                        .param("kind", one.kind().name())
                        .param("name", one.name())
                        .param("basis", one.basis())
                        .param("state", one.state().name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", one.origin().name())
                        .update()
                == 1;
    }

    /** @throws ReportRefused.WrongStep when somebody decided meanwhile */
    public void decide(
            UUID id,
            Commendation.State from,
            Commendation.State to,
            String reason,
            @Nullable LocalDate publicisedOn,
            UUID by,
            Instant at) {
        var changed = jdbc.sql("""
                        update report.commendation
                        set state = :to, reason = :reason, publicised_on = :publicised, decided_by = :by, decided_at = :at
                        where id = :id and state = :from
                        """)
                .param("to", to.name())
                .param("reason", reason)
                .param("publicised", publicisedOn)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("from", from.name())
                .update();
        if (changed == 0) {
            throw new ReportRefused.WrongStep();
        }
    }

    public Optional<Commendation> find(UUID id) {
        return jdbc.sql("select * from report.commendation where id = :id")
                .param("id", id)
                .query((row, number) -> commendation(row))
                .optional();
    }

    /** Commendations at or below a place, the latest first. @param words part of the name or basis; empty for all */
    public List<Commendation> list(
            PlacePath at, @Nullable Integer year, String words, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from report.commendation
                        where (path = :path or path like :below)
                        and (cast(:year as integer) is null or year = cast(:year as integer))
                        and strpos(lower(name || basis), lower(:words)) > 0
                        and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("year", year)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> commendation(row))
                .list();
    }

    private static Commendation commendation(ResultSet row) throws SQLException {
        return new Commendation(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                row.getInt("year"),
                Commendation.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("basis"),
                Commendation.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("publicised_on", LocalDate.class),
                Origin.valueOf(row.getString("origin")));
    }
}
