package org.zhuxi.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.ZhuxiTest;

/** Two schedulers on one database stand for two running programs. */
@ZhuxiTest
class JobsTests {

    private static final Duration LONG = Duration.ofHours(5);
    private static final long LIMIT_SECONDS = 30;

    private final DataSource database;
    private final JobStore store;
    private final JobRunner runner;
    private final Jobs jobs;
    private final Clock clock;

    JobsTests(DataSource database, JobStore store, JobRunner runner, Jobs jobs, Clock clock) {
        this.database = database;
        this.store = store;
        this.runner = runner;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void runsInOnlyOneOfTwoProgramsThatAskAtTheSameTime() throws Exception {
        var runs = new AtomicInteger();
        var gate = new CountDownLatch(1);
        var job = RecurringJob.every("test.once", LONG, () -> {
            runs.incrementAndGet();
            gate.await();
            return JobOutcome.of("things-done", 1);
        });
        var one = scheduler(job);
        var other = scheduler(job);
        one.start();
        other.start();
        try {
            await(() -> runs.get() > 0);
            assertThat(one.hasten(job.name())).as("hastened while it runs").isFalse();
            gate.countDown();
            await(() -> !store.listRuns(job.name(), 5).isEmpty()
                    && store.listRuns(job.name(), 5).getFirst().finishedAt() != null);
            // a run is told of before its job is laid down again
            await(() -> !plan(job).picked());
            assertThat(other.hasten(job.name())).isTrue();
            await(() -> runs.get() > 1);
        } finally {
            one.stop();
            other.stop();
        }
        assertThat(runs).hasValue(2);
        assertThat(store.listRuns(job.name(), 5))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.succeeded()).isTrue())
                .allSatisfy(run -> assertThat(run.detail()).isEqualTo("things-done=1"));
    }

    @Test
    void remembersAFailureByItsKindAndTriesAgainBeforeTheNextDay() throws Exception {
        var job = RecurringJob.every("test.failing", LONG, () -> {
            throw new IOException("13800138000 is on the disk");
        });
        var scheduler = scheduler(job);
        scheduler.start();
        try {
            await(() -> store.planned().containsKey(job.name()) && plan(job).failures() == 1);
        } finally {
            scheduler.stop();
        }
        var run = store.listRuns(job.name(), 1).getFirst();
        assertThat(run.succeeded()).isFalse();
        assertThat(run.detail()).isEqualTo("IOException");
        assertThat(plan(job).nextRun()).isBefore(clock.instant().plus(Duration.ofMinutes(3)));
    }

    @Test
    void runsADailyJobAtItsTimeAndNotAtTheStart() throws Exception {
        var runs = new AtomicInteger();
        var job = RecurringJob.daily(
                "test.daily", LocalTime.MIDNIGHT, () -> JobOutcome.of("things-done", runs.incrementAndGet()));
        var scheduler = scheduler(job);
        scheduler.start();
        try {
            await(() -> store.planned().containsKey(job.name()));
        } finally {
            scheduler.stop();
        }
        var midnight = plan(job).nextRun().atZone(java.time.ZoneId.of("Asia/Shanghai"));
        assertThat(midnight.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(runs).hasValue(0);
    }

    @Test
    void knowsTheJobsThatModulesDeclare() {
        assertThat(jobs.list()).extracting(JobState::name).contains("platform.job-runs", "points.expiry");
    }

    @Test
    void refusesAJobThatIsNotThereAndANameOfTheWrongForm() {
        assertThatExceptionOfType(Refused.NotFound.class).isThrownBy(() -> jobs.hasten("points.nothing"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RecurringJob.every("Expiry!", LONG, JobsTests::nothing));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RecurringJob.every("test.fast", Duration.ofMillis(5), JobsTests::nothing));
    }

    private static JobOutcome nothing() {
        return JobOutcome.of("things-done", 0);
    }

    private JobScheduler scheduler(RecurringJob job) {
        return new JobScheduler(database, List.of(job), runner, clock);
    }

    private JobStore.Planned plan(RecurringJob job) {
        return Objects.requireNonNull(store.planned().get(job.name()));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
