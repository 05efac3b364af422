package org.zhuxi.activity.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.database.GroupCommit;

/** Takes a batch through screening and the shared transactions to its outcomes. */
@Component
public class Recorder implements AutoCloseable {

    static final int MOST_SUBMISSIONS = 1_000;

    private static final GroupCommit.Settings SETTINGS =
            new GroupCommit.Settings("recording", 2, 2_000, 20_000, Duration.ofSeconds(20));
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Screening screening;
    private final RecordingMeters counts;
    private final GroupCommit<Draft, Outcome> commits;

    Recorder(
            Screening screening,
            RecordingWork work,
            TransactionOperations transactions,
            RecordingMeters counts,
            MeterRegistry meters) {
        this.screening = screening;
        this.counts = counts;
        this.commits = new GroupCommit<>(SETTINGS, transactions, meters, work::write);
    }

    /** Files records as they happen. */
    public List<Outcome> record(Actor actor, List<Submission> submissions) {
        return record(actor, submissions, Screening.Way.FILED, Origin.RECORDED);
    }

    /** Takes over records of earlier days. */
    public List<Outcome> takeOver(Actor actor, List<Submission> submissions, Origin origin) {
        return record(actor, submissions, Screening.Way.IMPORTED, origin);
    }

    private List<Outcome> record(Actor actor, List<Submission> submissions, Screening.Way way, Origin origin) {
        if (submissions.size() > MOST_SUBMISSIONS) {
            throw new ActivityRefused.TooMany(submissions.size(), MOST_SUBMISSIONS);
        }
        var shards = new HashMap<UUID, Integer>();
        var pending = new ArrayList<CompletableFuture<Outcome>>(submissions.size());
        for (var screened : screening.screen(actor, submissions, way, origin)) {
            pending.add(
                    switch (screened) {
                        case Screened.Refusal refusal -> CompletableFuture.completedFuture(rejected(refusal));
                        case Draft draft -> submit(draft, shardOf(draft, shards));
                    });
        }
        var outcomes = await(pending);
        outcomes.forEach(counts::count);
        return outcomes;
    }

    private CompletableFuture<Outcome> submit(Draft draft, int shard) {
        return commits.submit(shard, draft)
                .exceptionallyCompose(failure -> failure instanceof DataIntegrityViolationException
                        ? CompletableFuture.completedFuture(rejected(new Screened.Refusal(draft.id(), unwritable())))
                        : CompletableFuture.failedFuture(failure));
    }

    private static Problem unwritable() {
        return Problem.of("activity-unwritable", Problem.Kind.INVALID);
    }

    /** Items that speak of the same record stay in their order, so they go to the same writer. */
    private static int shardOf(Draft draft, Map<UUID, Integer> shards) {
        var supersedes = draft.activity().supersedes();
        var inherited = supersedes == null ? null : shards.get(supersedes);
        return shards.computeIfAbsent(draft.id(), id -> inherited == null ? draft.shard() : inherited);
    }

    private static List<Outcome> await(List<CompletableFuture<Outcome>> pending) {
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        return pending.stream()
                .map(future -> await(future, deadline - System.nanoTime()))
                .toList();
    }

    private static Outcome await(CompletableFuture<Outcome> future, long nanos) {
        try {
            return future.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ActivityRefused.Unfinished();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ActivityRefused.Unfinished();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private static Outcome rejected(Screened.Refusal refusal) {
        return new Outcome(refusal.id(), Outcome.Status.REJECTED, refusal.problem(), null);
    }

    @Override
    public void close() {
        commits.close();
    }
}
