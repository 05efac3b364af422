package org.zhuxi.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** db-scheduler, set up for recurring jobs: claims are rows, so each run happens in one of the programs on a database. */
final class JobScheduler {

    private static final String TABLE = "platform.scheduled_task";
    private static final int THREADS = 3;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MISSED_HEARTBEATS = 4; // a killed program's job is taken over within about a minute
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 6;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final Clock clock;

    JobScheduler(DataSource database, List<RecurringJob> jobs, JobRunner runner, Clock clock) {
        this.clock = clock;
        this.scheduler = Scheduler.create(database)
                .startTasks(jobs.stream().map(job -> task(job, runner)).toList())
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_LIMIT)
                .schedulerName(new SchedulerName.Fixed(JobRunner.INSTANCE))
                .failureLogging(LogLevel.OFF, false)
                .clock(clock::instant)
                .build();
    }

    void start() {
        scheduler.start();
    }

    /** Waits for jobs under way, twenty seconds at most. */
    void stop() {
        scheduler.stop();
    }

    /** Makes the job due now; answers whether it was in the plan and not running. */
    boolean hasten(String job) {
        try {
            var hastened = scheduler.reschedule(TaskInstanceId.of(job, RecurringTask.INSTANCE), clock.instant());
            scheduler.triggerCheckForDueExecutions();
            return hastened;
        } catch (TaskInstanceException e) {
            return false;
        }
    }

    private static RecurringTask<Void> task(RecurringJob job, JobRunner runner) {
        var schedule = schedule(job.cadence());
        return Tasks.recurring(job.name(), schedule)
                .onFailure((failed, plan) -> plan.reschedule(failed, retry(schedule, failed)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> runner.run(job));
    }

    private static Schedule schedule(RecurringJob.Cadence cadence) {
        return switch (cadence) {
            case RecurringJob.Cadence.Every every -> Schedules.fixedDelay(every.pause());
            case RecurringJob.Cadence.Daily daily -> Schedules.daily(daily.zone(), daily.time());
            case RecurringJob.Cadence.OnDemand onDemand -> new Never();
        };
    }

    /** Due only when hastened. */
    private record Never() implements Schedule {

        private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

        @Override
        public Instant getNextExecutionTime(ExecutionComplete last) {
            return END;
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return END;
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }

    /** In a minute, then two, four … but not later than it would be due anyway. */
    private static Instant retry(Schedule schedule, ExecutionComplete failed) {
        var doublings = Math.min(failed.getExecution().consecutiveFailures, LONGEST_DOUBLING);
        var soon = failed.getTimeDone().plus(FIRST_RETRY.multipliedBy(1L << doublings));
        var due = schedule.getNextExecutionTime(failed);
        return soon.isBefore(due) ? soon : due;
    }
}
