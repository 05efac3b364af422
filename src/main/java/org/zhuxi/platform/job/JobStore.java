package org.zhuxi.platform.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is planned and what was run. */
@Component
class JobStore {

    private static final int LONGEST_DETAIL = 300;
    private static final int KEPT_DAYS = 30;

    private final JdbcClient database;

    JobStore(JdbcClient database) {
        this.database = database;
    }

    /** A job's row in the plan. */
    record Planned(
            String name,
            Instant nextRun,
            boolean picked,
            @Nullable String pickedBy,
            int failures) {}

    Map<String, Planned> planned() {
        return database.sql("""
                        select task_name as name, execution_time as next_run, picked, picked_by,
                            coalesce(consecutive_failures, 0) as failures
                        from platform.scheduled_task
                        """).query(Planned.class).list().stream()
                .collect(Collectors.toMap(Planned::name, Function.identity(), (one, other) -> one));
    }

    Map<String, JobRun> lastRuns() {
        return database.sql("""
                        select distinct on (job) job, started_at, instance, finished_at, succeeded, detail
                        from platform.job_run
                        order by job, started_at desc
                        """).query(JobRun.class).list().stream()
                .collect(Collectors.toMap(JobRun::job, Function.identity()));
    }

    List<JobRun> listRuns(String job, int limit) {
        return database.sql("""
                        select job, started_at, instance, finished_at, succeeded, detail
                        from platform.job_run
                        where job = :job
                        order by started_at desc
                        limit :limit
                        """)
                .param("job", job)
                .param("limit", limit)
                .query(JobRun.class)
                .list();
    }

    void begin(String job, Instant startedAt, String instance) {
        database.sql("""
                        insert into platform.job_run (job, started_at, instance)
                        values (:job, :startedAt, :instance)
                        """)
                .param("job", job)
                .param("startedAt", utc(startedAt))
                .param("instance", instance)
                .update();
    }

    void finish(JobRun run) {
        database.sql("""
                        update platform.job_run
                        set finished_at = :finishedAt, succeeded = :succeeded, detail = :detail
                        where job = :job and started_at = :startedAt and instance = :instance
                        """)
                .param("job", run.job())
                .param("startedAt", utc(run.startedAt()))
                .param("instance", run.instance())
                .param("finishedAt", run.finishedAt() == null ? null : utc(run.finishedAt()))
                .param("succeeded", run.succeeded())
                .param(
                        "detail",
                        run.detail()
                                .substring(
                                        0, Math.min(LONGEST_DETAIL, run.detail().length())))
                .update();
    }

    /** Drops runs of a month ago and older, but keeps the last of each job. */
    int forgetOldRuns(Instant now) {
        return database.sql("""
                        delete from platform.job_run old
                        where old.started_at < :before
                            and exists (
                                select from platform.job_run later
                                where later.job = old.job and later.started_at > old.started_at)
                        """).param("before", utc(now).minusDays(KEPT_DAYS)).update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
