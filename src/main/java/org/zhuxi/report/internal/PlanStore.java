package org.zhuxi.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.zhuxi.report.Deadline;
import org.zhuxi.report.Plan;

/** Plans that were filed. */
@Repository
public class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the place has one for that year. */
    public boolean insert(Plan plan, UUID by) {
        return jdbc.sql("""
                        insert into report.plan
                            (id, place, path, name_zh, name_en, year, title, document, aims, submitted_at, due_on, filed_by, origin)
                        values (:id, :place, :path, :zh, :en, :year, :title, :document, :aims, :at, :due, :by, :origin)
                        on conflict do nothing
                        """)
                        .param("id", plan.id())
                        .param("place", plan.place())
                        .param("path", plan.path().value())
                        .param("zh", plan.name().zh())
                        .param("en", plan.name().en())
                        .param("year", plan.year())
                        .param("title", plan.title())
                        .param("document", plan.document())
                        .param("aims", plan.aims())
                        .param("at", plan.submittedAt().atOffset(ZoneOffset.UTC))
                        .param("due", plan.due().day())
                        .param("by", by)
                        .param("origin", plan.origin().name())
                        .update()
                == 1;
    }

    public boolean withdraw(UUID id, UUID by, Instant at) {
        return jdbc.sql(
                                "update report.plan set withdrawn_by = :by, withdrawn_at = :at where id = :id and withdrawn_at is null")
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<Plan> find(UUID id) {
        return jdbc.sql("select * from report.plan where id = :id")
                .param("id", id)
                .query((row, number) -> plan(row))
                .optional();
    }

    public List<Plan> list(PlacePath at, @Nullable Integer year, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from report.plan
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
                .query((row, number) -> plan(row))
                .list();
    }

    /** Plans of a place itself up to a year that hold, the latest first. */
    List<Plan> of(String place, int year) {
        return jdbc.sql("""
                        select *
                        from report.plan
                        where place = :place and year <= :year and withdrawn_at is null
                        order by year desc
                        """)
                .param("place", place)
                .param("year", year)
                .query((row, number) -> plan(row))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getInt("year"),
                row.getString("title"),
                row.getString("document"),
                row.getString("aims"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                new Deadline(row.getObject("due_on", LocalDate.class)),
                row.getObject("withdrawn_at") != null,
                Origin.valueOf(row.getString("origin")));
    }
}
