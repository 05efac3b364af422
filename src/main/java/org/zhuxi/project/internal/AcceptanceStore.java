package org.zhuxi.project.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.project.Acceptance;
import org.zhuxi.project.Defect;
import org.zhuxi.project.Evaluation;
import org.zhuxi.project.Project;

/** Keeps acceptances, defects and evaluations. */
@Repository
public class AcceptanceStore {

    private final JdbcClient jdbc;

    AcceptanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Project project, Acceptance acceptance, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.acceptance
                            (community_id, id, project_id, held_on, passed, words, held_by, held_at)
                        values (:community, :id, :project, :on, :passed, :words, :by, :at)
                        """)
                .param("community", project.community())
                .param("id", acceptance.id())
                .param("project", project.id())
                .param("on", acceptance.heldOn())
                .param("passed", acceptance.passed())
                .param("words", acceptance.words())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Acceptance> acceptances(Project project) {
        return jdbc.sql("""
                        select id, held_on, passed, words
                        from project.acceptance
                        where community_id = :community
                        and project_id = :project
                        order by held_on, id
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query(Acceptance.class)
                .list();
    }

    /** @param acceptance in which they were found, or null within the warranty */
    public void insertDefects(Project project, @Nullable UUID acceptance, List<Defect> defects, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.defect
                            (community_id, id, project_id, acceptance_id, words, due_on, reported_by, reported_at)
                        select :community, id, :project, cast(:acceptance as uuid), words, due_on, :by, :at
                        from unnest(cast(:ids as uuid[]), cast(:words as text[]), cast(:due as date[]))
                            as it (id, words, due_on)
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .param("acceptance", acceptance)
                .param("ids", defects.stream().map(it -> it.id().toString()).toArray(String[]::new))
                .param("words", defects.stream().map(Defect::words).toArray(String[]::new))
                .param("due", defects.stream().map(it -> it.dueOn().toString()).toArray(String[]::new))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was open. */
    public boolean fix(Project project, UUID defect, LocalDate on, String repair, UUID by) {
        return jdbc.sql("""
                        update project.defect
                        set fixed_on = :on, repair = :repair, fixed_by = :by
                        where community_id = :community
                        and id = :id
                        and project_id = :project
                        and fixed_on is null
                        """)
                        .param("on", on)
                        .param("repair", repair)
                        .param("by", by)
                        .param("community", project.community())
                        .param("id", defect)
                        .param("project", project.id())
                        .update()
                == 1;
    }

    public List<Defect> defects(Project project) {
        return jdbc.sql("""
                        select id, acceptance_id is null as in_warranty, words, due_on, fixed_on, repair
                        from project.defect
                        where community_id = :community
                        and project_id = :project
                        order by due_on, id
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query(Defect.class)
                .list();
    }

    public void insert(Project project, Evaluation evaluation, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.evaluation
                            (community_id, project_id, held_on, satisfied, neutral, dissatisfied, words_zh, words_en,
                             indicator, before_period, after_period, evaluated_by, evaluated_at)
                        values (:community, :project, :on, :satisfied, :neutral, :dissatisfied, :zh, :en, :indicator,
                            :before, :after, :by, :at)
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .param("on", evaluation.heldOn())
                .param("satisfied", evaluation.satisfied())
                .param("neutral", evaluation.neutral())
                .param("dissatisfied", evaluation.dissatisfied())
                .param("zh", evaluation.words().zh())
                .param("en", evaluation.words().en())
                .param("indicator", evaluation.indicator())
                .param("before", evaluation.before())
                .param("after", evaluation.after())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Evaluation> evaluation(Project project) {
        return jdbc.sql("""
                        select held_on, satisfied, neutral, dissatisfied, words_zh, words_en, indicator, before_period,
                            after_period
                        from project.evaluation
                        where community_id = :community
                        and project_id = :project
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query((row, number) -> new Evaluation(
                        Objects.requireNonNull(row.getObject("held_on", LocalDate.class)),
                        row.getInt("satisfied"),
                        row.getInt("neutral"),
                        row.getInt("dissatisfied"),
                        new Names(row.getString("words_zh"), row.getString("words_en")),
                        row.getString("indicator"),
                        row.getString("before_period"),
                        row.getString("after_period")))
                .optional();
    }
}
