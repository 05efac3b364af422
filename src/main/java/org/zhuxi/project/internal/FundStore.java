package org.zhuxi.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.project.FundKind;
import org.zhuxi.project.FundMovement;
import org.zhuxi.project.FundSheet;
import org.zhuxi.project.FundSource;
import org.zhuxi.project.FundSum;
import org.zhuxi.project.Project;

/** Keeps the movements of projects' money. */
@Repository
public class FundStore {

    private final JdbcClient jdbc;

    FundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Project project, FundMovement movement, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.fund_movement
                            (community_id, id, project_id, number, source, payer, kind, amount_fen, on_day, document,
                             reverses, booked_by, booked_at)
                        select :community, :id, :project, coalesce(max(number), 0) + 1, :source, :payer, :kind,
                            cast(:amount as bigint), :on, :document, cast(:reverses as uuid), :by, :at
                        from project.fund_movement
                        where community_id = :community
                        and project_id = :project
                        """)
                .param("community", project.community())
                .param("id", movement.id())
                .param("project", project.id())
                .param("source", movement.source().name())
                .param("payer", movement.payer())
                .param("kind", movement.kind().name())
                .param("amount", movement.amountFen())
                .param("on", movement.on())
                .param("document", movement.document())
                .param("reverses", movement.reverses())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All movements of a project in the order in which they were booked. */
    public FundSheet sheet(Project project) {
        return FundSheet.of(jdbc.sql("""
                        select id, source, payer, kind, amount_fen, on_day, document, reverses
                        from project.fund_movement
                        where community_id = :community
                        and project_id = :project
                        order by number
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query((row, number) -> movement(row))
                .list());
    }

    /** A movement of this project or of any other of its community. */
    public Optional<FundMovement> find(Project project, UUID id) {
        return jdbc.sql("""
                        select id, source, payer, kind, amount_fen, on_day, document, reverses
                        from project.fund_movement
                        where community_id = :community
                        and id = :id
                        """)
                .param("community", project.community())
                .param("id", id)
                .query((row, number) -> movement(row))
                .optional();
    }

    /** Sums of a year at and below a place, by source and type of work, which stands in the place of the area. */
    public List<FundSum> sums(PlacePath at, int year) {
        return jdbc.sql("""
                        select movement.source, project.type as area,
                            coalesce(sum(amount_fen) filter (where kind = 'PLAN'), 0)::bigint as planned_fen,
                            coalesce(sum(amount_fen) filter (where kind = 'ALLOCATE'), 0)::bigint as allocated_fen,
                            coalesce(sum(amount_fen) filter (where kind = 'PAY'), 0)::bigint as paid_fen,
                            count(distinct project.id) as projects
                        from project.project
                        join project.fund_movement movement
                            on movement.community_id = project.community_id and movement.project_id = project.id
                        where (project.place_path = :path or project.place_path like :below)
                        and movement.on_day between make_date(:year, 1, 1) and make_date(:year, 12, 31)
                        group by movement.source, project.type
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("year", year)
                .query(FundSum.class)
                .list();
    }

    private static FundMovement movement(ResultSet row) throws SQLException {
        return new FundMovement(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                FundSource.valueOf(row.getString("source")),
                row.getString("payer"),
                FundKind.valueOf(row.getString("kind")),
                row.getObject("amount_fen", Long.class),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                row.getString("document"),
                row.getObject("reverses", UUID.class));
    }
}
