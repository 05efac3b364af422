package org.zhuxi.platform.job;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.log.Failures;

/** Runs a job once and remembers what came of it, in the database, in the log and as a measurement. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    static final String INSTANCE = hostname() + "#" + ProcessHandle.current().pid();

    private final JobStore store;
    private final Clock clock;
    private final MeterRegistry meters;

    JobRunner(JobStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.meters = meters;
    }

    /** @throws JobFailed when the work threw */
    void run(RecurringJob job) {
        var startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.begin(job.name(), startedAt, INSTANCE);
        MDC.put("job", job.name());
        try {
            var detail = job.work().run().stored();
            finish(job, startedAt, true, detail);
            LOG.debug("{}: {}", job.name(), detail);
        } catch (Exception e) {
            LOG.error("The job {} failed and will be tried again", job.name(), Failures.anonymous(e));
            finish(job, startedAt, false, e.getClass().getSimpleName());
            throw new JobFailed(job.name(), e);
        } finally {
            MDC.remove("job");
        }
    }

    private void finish(RecurringJob job, Instant startedAt, boolean succeeded, String detail) {
        var end = clock.instant().truncatedTo(ChronoUnit.MICROS);
        meters.timer("zhuxi.job", "job", job.name(), "outcome", succeeded ? "success" : "failure")
                .record(Duration.between(startedAt, end));
        try {
            store.finish(new JobRun(job.name(), startedAt, INSTANCE, end, succeeded, detail));
        } catch (DataAccessException e) {
            LOG.warn("What the job {} did could not be noted", job.name());
        }
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "local";
        }
    }

    /** Tells the scheduler that a run failed; its cause is in the log already. */
    static final class JobFailed extends RuntimeException {
        JobFailed(String job, Throwable cause) {
            super(job + " failed", cause);
        }
    }
}
