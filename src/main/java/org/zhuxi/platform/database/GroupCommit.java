package org.zhuxi.platform.database;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.platform.log.Failures;

/**
 * Lets many callers share one transaction and one flush to disk. A writer takes what is waiting and never waits to fill a
 * batch, so batches are small when it is quiet and grow under load. A caller's future completes only after the COMMIT of
 * its item has returned.
 *
 * <p>Work must be idempotent by a key of the item: when the outcome of a commit is unknown (the connection was lost), the
 * same batch runs again. A batch that breaks a constraint is halved until the one bad item stands alone, and that one is
 * tried once more.
 *
 * @param <T> an item of work
 * @param <R> its verdict
 */
public final class GroupCommit<T, R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Settings settings;
    private final TransactionOperations transactions;
    private final Function<List<T>, List<R>> work;
    private final Lanes<Pending<T, R>> lanes;
    private final List<Writer> writers;
    private final CommitMeters meters;
    private volatile boolean open = true;

    /**
     * @param work called inside a transaction with one item or more; answers one verdict an item, in the same order
     */
    public GroupCommit(
            Settings settings,
            TransactionOperations transactions,
            MeterRegistry meters,
            Function<List<T>, List<R>> work) {
        this.settings = settings;
        this.transactions = transactions;
        this.work = work;
        this.lanes = new Lanes<>(settings.writers(), settings.capacity(), settings.largestBatch());
        this.meters = new CommitMeters(settings, this::waiting, meters);
        this.writers =
                IntStream.range(0, settings.writers()).mapToObj(Writer::new).toList();
    }

    /**
     * @param name of the writer threads
     * @param writers how many transactions may run side by side; while few items wait there is one
     * @param largestBatch items at most in one transaction
     * @param capacity items at most that may wait for each writer
     * @param patience how long an item is tried again while the database is away
     */
    public record Settings(String name, int writers, int largestBatch, int capacity, Duration patience) {}

    /** Thrown, or given to the future, when the item was not taken; the caller may send it again. */
    public static final class Unavailable extends RuntimeException {
        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }

        Unavailable(String message) {
            super(message);
        }
    }

    /**
     * Hands an item to a writer.
     *
     * @param shard items of equal shard are done one after the other, or in one transaction
     * @throws Unavailable when too many items wait already
     */
    public CompletableFuture<R> submit(int shard, T item) {
        var pending = new Pending<T, R>(item, System.nanoTime(), new CompletableFuture<>());
        if (!lanes.offer(shard, pending)) {
            throw new Unavailable("Too much is waiting to be written");
        }
        return pending.verdict();
    }

    public int writers() {
        return writers.size();
    }

    /** Items that wait for a writer at this moment. */
    public int waiting() {
        return lanes.waiting();
    }

    @Override
    public void close() {
        open = false;
        lanes.close();
        writers.forEach(Writer::stop);
    }

    private record Pending<T, R>(T item, long sinceNanos, CompletableFuture<R> verdict) {}

    private final class Writer implements Runnable {

        private final Thread thread;

        private Writer(int number) {
            // a platform thread: it is pinned to its database connection for most of its life
            this.thread = Thread.ofPlatform()
                    .name(settings.name() + "-" + number)
                    .daemon()
                    .start(this);
        }

        @Override
        public void run() {
            for (var load = lanes.take(); load != null; load = lanes.take()) {
                try {
                    commit(load.items());
                } catch (InterruptedException e) {
                    LOG.debug("{} stops", thread.getName());
                } finally {
                    lanes.giveBack(load);
                }
            }
        }

        private void commit(List<Pending<T, R>> batch) throws InterruptedException {
            var pause = FIRST_PAUSE_MILLIS;
            while (true) {
                try {
                    attempt(batch);
                    return;
                } catch (DataIntegrityViolationException e) {
                    halve(batch, e);
                    return;
                } catch (RuntimeException e) {
                    if (!mayPass(e) || isOutOfPatience(batch)) {
                        fail(batch, e);
                        return;
                    }
                    LOG.info("A batch of {} is tried again: {}", batch.size(), Failures.brief(e));
                    TimeUnit.MILLISECONDS.sleep(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        }

        private void attempt(List<Pending<T, R>> batch) {
            var items = batch.stream().map(Pending::item).toList();
            var begin = System.nanoTime();
            var verdicts = transactions.execute(status -> work.apply(items));
            if (verdicts == null || verdicts.size() != batch.size()) {
                throw new IllegalStateException("Each item needs its own verdict");
            }
            meters.committed(items.size(), System.nanoTime() - begin);
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).verdict().complete(verdicts.get(i));
            }
        }

        private void halve(List<Pending<T, R>> batch, DataIntegrityViolationException cause)
                throws InterruptedException {
            if (batch.size() == 1) {
                onceMore(batch, cause);
                return;
            }
            var middle = batch.size() / 2;
            commit(batch.subList(0, middle));
            commit(batch.subList(middle, batch.size()));
        }

        /** Another program may have written the very same item while this one was at it; now its work can see that. */
        private void onceMore(List<Pending<T, R>> single, DataIntegrityViolationException cause) {
            try {
                attempt(single);
            } catch (DataIntegrityViolationException e) {
                single.getFirst().verdict().completeExceptionally(cause);
            } catch (RuntimeException e) {
                fail(single, e);
            }
        }

        private void fail(List<Pending<T, R>> batch, RuntimeException cause) {
            var answer = mayPass(cause) ? new Unavailable("The database is away", cause) : cause;
            batch.forEach(pending -> pending.verdict().completeExceptionally(answer));
        }

        private boolean isOutOfPatience(List<Pending<T, R>> batch) {
            var waited = System.nanoTime() - batch.getFirst().sinceNanos();
            return !open || waited > settings.patience().toNanos();
        }

        private void stop() {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean mayPass(RuntimeException e) {
        return Outage.isCauseOf(e);
    }
}
