package org.zhuxi.platform.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Refused;

/** All recurring jobs of the program: how they stand, and starting one by hand. Rights are checked by who shows them. */
@Component
public class Jobs implements SmartLifecycle {

    /** After the web server has started, together with its graceful end. */
    private static final int PHASE = Integer.MAX_VALUE - 1_024;

    private static final Duration CLEANING = Duration.ofDays(1);

    private final List<RecurringJob> declared;
    private final JobStore store;
    private final JobScheduler scheduler;
    private final boolean enabled;
    private volatile boolean running;

    Jobs(
            ObjectProvider<RecurringJob> declared,
            DataSource database,
            JobStore store,
            JobRunner runner,
            Clock clock,
            @Value("${zhuxi.jobs.enabled:true}") boolean enabled,
            @Value("${zhuxi.command:}") String command) {
        var own = RecurringJob.every(
                "platform.job-runs",
                CLEANING,
                () -> JobOutcome.of("runs-forgotten", store.forgetOldRuns(clock.instant())));
        this.declared = java.util.stream.Stream.concat(declared.stream(), java.util.stream.Stream.of(own))
                .sorted(Comparator.comparing(RecurringJob::name))
                .toList();
        this.store = store;
        this.scheduler = new JobScheduler(database, this.declared, runner, clock);
        this.enabled = enabled && command.isEmpty();
    }

    public List<JobState> list() {
        var planned = store.planned();
        var lastRuns = store.lastRuns();
        return declared.stream()
                .map(job -> {
                    var plan = planned.get(job.name());
                    var last = lastRuns.get(job.name());
                    return plan == null
                            ? new JobState(job.name(), job.cadence(), null, null, 0, last)
                            : new JobState(
                                    job.name(),
                                    job.cadence(),
                                    plan.nextRun(),
                                    plan.picked() ? plan.pickedBy() : null,
                                    plan.failures(),
                                    last);
                })
                .toList();
    }

    /**
     * The latest runs of a job, the newest first.
     *
     * @throws Refused.NotFound when there is no such job
     */
    public List<JobRun> listRuns(String name, int limit) {
        require(name);
        return store.listRuns(name, limit);
    }

    /**
     * Makes a job due at once; one of the programs on this database runs it within seconds.
     *
     * @throws Refused.NotFound when there is no such job
     * @throws JobRefused when it runs already, or jobs are switched off
     */
    public void hasten(String name) {
        require(name);
        if (!enabled) {
            throw new JobRefused.Off();
        }
        var plan = store.planned().get(name);
        if (plan == null || plan.picked() || !scheduler.hasten(name)) {
            throw new JobRefused.Running(name);
        }
    }

    private void require(String name) {
        if (declared.stream().noneMatch(job -> job.name().equals(name))) {
            throw new Refused.NotFound(name);
        }
    }

    @Override
    public void start() {
        if (enabled) {
            scheduler.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        if (enabled) {
            scheduler.stop();
        }
        running = false;
    }

    @Override
    public void stop(Runnable done) {
        // beside the web server's own graceful end, which is of the same phase
        Thread.ofPlatform().name("jobs-end").start(() -> {
            stop();
            done.run();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
