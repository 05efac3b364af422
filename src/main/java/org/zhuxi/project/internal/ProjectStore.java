package org.zhuxi.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectFilter;
import org.zhuxi.project.ProjectPlan;
import org.zhuxi.project.ProjectStage;
import org.zhuxi.project.ProjectStep;

/** Keeps projects and the steps they took. */
@Repository
public class ProjectStore {

    private static final String COLUMNS = """
            community_id, id, place_code, place_path, type, title_zh, title_en, problem_zh, problem_en, old_estate,
            stage, suspended_from, plan_zh, plan_en, cost_fen, quantity, planned_start, planned_end, contractor,
            warranty_months, started_on, accepted_on, done_quantity, run_by, source, proposed_by, proposed_at, origin
            """;

    private final JdbcClient jdbc;

    ProjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the id was free. */
    public boolean insert(Project project) {
        return jdbc.sql("insert into project.project (" + COLUMNS + """
                        ) values (:community, :id, :place, :path, :type, :titleZh, :titleEn, :problemZh, :problemEn,
                            :oldEstate, :stage, :suspendedFrom, :planZh, :planEn, :cost, :quantity, :start, :end,
                            :contractor, :warranty, :started, :accepted, :done, :runBy, :source, :by, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("community", project.community())
                        .param("id", project.id())
                        .param("place", project.place())
                        .param("path", project.path().value())
                        .param("type", project.type())
                        .param("titleZh", project.title().zh())
                        .param("titleEn", project.title().en())
                        .param("problemZh", project.problem().zh())
                        .param("problemEn", project.problem().en())
                        .param("oldEstate", project.oldEstate())
                        .param("stage", project.stage().name())
                        .param("suspendedFrom", name(project.suspendedFrom()))
                        .param("planZh", project.plan().words().zh())
                        .param("planEn", project.plan().words().en())
                        .param("cost", project.plan().costFen())
                        .param("quantity", project.plan().quantity())
                        .param("start", project.plan().start())
                        .param("end", project.plan().end())
                        .param("contractor", project.plan().contractor())
                        .param("warranty", project.plan().warrantyMonths())
                        .param("started", project.startedOn())
                        .param("accepted", project.acceptedOn())
                        .param("done", project.doneQuantity())
                        .param("runBy", project.runBy())
                        .param("source", project.source())
                        .param("by", project.proposedBy())
                        .param("at", project.proposedAt().atOffset(ZoneOffset.UTC))
                        .param("origin", project.origin().name())
                        .update()
                == 1;
    }

    private static @Nullable String name(@Nullable ProjectStage stage) {
        return stage == null ? null : stage.name();
    }

    /** Whether a project stands at the same place under the same title. */
    public boolean isTitled(Project project) {
        return jdbc.sql("""
                        select exists (
                            select
                            from project.project
                            where community_id = :community
                            and place_path = :path
                            and title_zh = :title)
                        """)
                .param("community", project.community())
                .param("path", project.path().value())
                .param("title", project.title().zh())
                .query(Boolean.class)
                .single();
    }

    /** Writes what may change: stage, plan and days. */
    public void update(Project project) {
        jdbc.sql("""
                        update project.project
                        set stage = :stage, suspended_from = :suspendedFrom, plan_zh = :planZh, plan_en = :planEn,
                            cost_fen = :cost, quantity = :quantity, planned_start = :start, planned_end = :end,
                            contractor = :contractor, warranty_months = :warranty, started_on = :started,
                            accepted_on = :accepted, done_quantity = :done, run_by = :runBy
                        where community_id = :community
                        and id = :id
                        """)
                .param("stage", project.stage().name())
                .param("suspendedFrom", name(project.suspendedFrom()))
                .param("planZh", project.plan().words().zh())
                .param("planEn", project.plan().words().en())
                .param("cost", project.plan().costFen())
                .param("quantity", project.plan().quantity())
                .param("start", project.plan().start())
                .param("end", project.plan().end())
                .param("contractor", project.plan().contractor())
                .param("warranty", project.plan().warrantyMonths())
                .param("started", project.startedOn())
                .param("accepted", project.acceptedOn())
                .param("done", project.doneQuantity())
                .param("runBy", project.runBy())
                .param("community", project.community())
                .param("id", project.id())
                .update();
    }

    public Optional<Project> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from project.project where id = :id")
                .param("id", id)
                .query((row, number) -> project(row))
                .optional();
    }

    /** The project, locked until the transaction ends. */
    public Optional<Project> lock(UUID id) {
        return find(id).flatMap(found -> jdbc.sql("select " + COLUMNS
                        + " from project.project where community_id = :community and id = :id for update")
                .param("community", found.community())
                .param("id", id)
                .query((row, number) -> project(row))
                .optional());
    }

    /** Projects at or below a place, the latest first. @param after id of the last one seen, or null */
    public List<Project> list(PlacePath at, ProjectFilter filter, LocalDate today, int limit, @Nullable UUID after) {
        return jdbc.sql("select " + COLUMNS + """
                        from project.project
                        where (place_path = :path or place_path like :below)
                        and (cast(:after as uuid) is null or id < :after)
                        and (:words = '' or position(lower(:words) in lower(title_zh || ' ' || title_en)) > 0)
                        and (:type = '' or type = :type)
                        and (cast(:stage as text) is null or stage = :stage)
                        and (not :late or planned_end < coalesce(accepted_on, :today)
                            and stage not in ('REJECTED', 'CANCELLED'))
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("words", filter.words())
                .param("type", filter.type())
                .param("stage", name(filter.stage()))
                .param("late", filter.late())
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> project(row))
                .list();
    }

    /** How many projects at or below a place are in which stage. */
    public List<StageCount> count(PlacePath at) {
        return jdbc.sql("""
                        select stage, count(*) as projects
                        from project.project
                        where place_path = :path or place_path like :below
                        group by stage
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .query(StageCount.class)
                .list();
    }

    /** So many projects of a stage. */
    public record StageCount(ProjectStage stage, long projects) {}

    public void insertStep(Project project, ProjectStep step) {
        jdbc.sql("""
                        insert into project.step
                            (community_id, project_id, number, stage_from, stage_to, on_day, reason, done_by, done_at)
                        select :community, :project, coalesce(max(number), 0) + 1, :from, :to, :on, :reason, :by, :at
                        from project.step
                        where community_id = :community
                        and project_id = :project
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .param("from", name(step.from()))
                .param("to", step.to().name())
                .param("on", step.on())
                .param("reason", step.reason())
                .param("by", step.by())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<ProjectStep> steps(Project project) {
        return jdbc.sql("""
                        select stage_from, stage_to, on_day, reason, done_by, done_at
                        from project.step
                        where community_id = :community
                        and project_id = :project
                        order by number
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query((row, number) -> new ProjectStep(
                        stage(row.getString("stage_from")),
                        ProjectStage.valueOf(row.getString("stage_to")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("done_by", UUID.class),
                        instant(row, "done_at")))
                .list();
    }

    private static @Nullable ProjectStage stage(@Nullable String name) {
        return name == null ? null : ProjectStage.valueOf(name);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getInt("community_id"),
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                row.getString("type"),
                new Names(row.getString("title_zh"), row.getString("title_en")),
                new Names(row.getString("problem_zh"), row.getString("problem_en")),
                row.getBoolean("old_estate"),
                ProjectStage.valueOf(row.getString("stage")),
                stage(row.getString("suspended_from")),
                new ProjectPlan(
                        new Names(row.getString("plan_zh"), row.getString("plan_en")),
                        row.getObject("cost_fen", Long.class),
                        row.getBigDecimal("quantity"),
                        row.getObject("planned_start", LocalDate.class),
                        row.getObject("planned_end", LocalDate.class),
                        row.getString("contractor"),
                        row.getInt("warranty_months")),
                row.getObject("started_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                row.getBigDecimal("done_quantity"),
                row.getObject("run_by", UUID.class),
                row.getString("source"),
                Objects.requireNonNull(row.getObject("proposed_by", UUID.class)),
                instant(row, "proposed_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
