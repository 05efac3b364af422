package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class GroupCommitTests {

    private final RecordingTransactions transactions = new RecordingTransactions();

    @Test
    void givesEachItemItsOwnVerdict() throws Exception {
        try (var group = group(1, items -> items.stream().map(item -> item * 10).toList())) {
            var verdicts =
                    IntStream.range(0, 500).mapToObj(i -> group.submit(0, i)).toList();

            for (var i = 0; i < 500; i++) {
                assertThat(verdicts.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i * 10);
            }
        }
    }

    @Test
    void putsWhatIsWaitingIntoOneTransaction() throws Exception {
        var gate = new CountDownLatch(1);
        try (var group = group(1, items -> {
            await(gate);
            return items;
        })) {
            var first = group.submit(0, 0);
            awaitBegun(1);
            var others =
                    IntStream.range(1, 100).mapToObj(i -> group.submit(0, i)).toList();
            gate.countDown();
            first.get(10, TimeUnit.SECONDS);
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);

            assertThat(transactions.begun.get()).isEqualTo(2);
        }
    }

    @Test
    void putsTheFewThatWaitInSeveralLanesIntoOneTransaction() throws Exception {
        var gate = new CountDownLatch(1);
        try (var group = group(2, items -> {
            await(gate);
            return items;
        })) {
            var first = group.submit(0, 0);
            awaitBegun(1);
            var others = submit(group, 1, 1 + Lanes.FEW);
            gate.countDown();
            first.get(10, TimeUnit.SECONDS);
            others.get(10, TimeUnit.SECONDS);

            assertThat(transactions.begun.get()).isEqualTo(2);
        }
    }

    @Test
    void letsTheWritersWorkBesideEachOtherWhenManyWait() throws Exception {
        var first = new CountDownLatch(1);
        var both = new CountDownLatch(2);
        try (var group = group(2, items -> {
            if (items.contains(0)) {
                await(first);
            } else {
                both.countDown();
                await(both);
            }
            return items;
        })) {
            group.submit(0, 0);
            awaitBegun(1);
            var others = submit(group, 1, 2 * Lanes.FEW);
            first.countDown();

            others.get(10, TimeUnit.SECONDS);
            assertThat(transactions.begun.get()).isEqualTo(3);
        }
    }

    @Test
    void keepsTheOrderOfAShardWhateverItsLoad() throws Exception {
        var done = new ConcurrentLinkedQueue<Integer>();
        try (var group = group(3, items -> {
            items.stream().filter(item -> item % 7 == 3).forEach(done::add);
            return items;
        })) {
            var all = new CompletableFuture<?>[20_000];
            for (var i = 0; i < all.length; i++) {
                all[i] = group.submit(i % 7, i);
                if (i % 500 == 0) {
                    all[i].get(10, TimeUnit.SECONDS); // quiet moments between the crowded ones
                }
            }
            CompletableFuture.allOf(all).get(10, TimeUnit.SECONDS);
        }
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 20_000)
                        .filter(i -> i % 7 == 3)
                        .boxed()
                        .toList());
    }

    @Test
    void stillDoesWhatWaitsWhenItIsClosed() {
        var slow = new CountDownLatch(1);
        var group = group(2, items -> {
            await(slow);
            return items;
        });
        var verdicts = submit(group, 0, 300);
        slow.countDown();
        group.close();

        assertThat(verdicts).isCompleted();
    }

    @Test
    void completesOnlyAfterTheCommit() throws Exception {
        try (var group = group(1, items -> items)) {
            transactions.beforeCommit = () -> assertThat(transactions.answered).isEmpty();
            var verdict = group.submit(0, 7).thenAccept(transactions.answered::add);
            verdict.get(10, TimeUnit.SECONDS);

            assertThat(transactions.answered).containsExactly(7);
        }
    }

    @Test
    void runsTheSameBatchAgainWhenTheDatabaseWasAway() throws Exception {
        var attempts = new AtomicInteger();
        try (var group = group(1, items -> {
            if (attempts.incrementAndGet() < 4) {
                throw new PessimisticLockingFailureException("deadlock");
            }
            return items;
        })) {
            assertThat(group.submit(0, 1).get(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(attempts).hasValue(4);
        }
    }

    @Test
    void setsABadItemAsideAndKeepsTheOthers() throws Exception {
        try (var group = group(1, items -> {
            if (items.contains(13)) {
                throw new DataIntegrityViolationException("13 breaks a constraint");
            }
            return items;
        })) {
            var verdicts =
                    IntStream.range(0, 64).mapToObj(i -> group.submit(0, i)).toList();

            for (var i = 0; i < 64; i++) {
                if (i != 13) {
                    assertThat(verdicts.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i);
                }
            }
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> verdicts.get(13).get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void triesASingleItemOnceMoreBecauseAnotherMayHaveWrittenIt() throws Exception {
        var attempts = new AtomicInteger();
        try (var group = group(1, items -> {
            if (attempts.incrementAndGet() == 1) {
                throw new DataIntegrityViolationException("the key is there already");
            }
            return items;
        })) {
            assertThat(group.submit(0, 7).get(10, TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void givesUpWhenPatienceEnds() {
        var settings = new GroupCommit.Settings("test", 1, 10, 10, Duration.ZERO);
        try (var group = new GroupCommit<Integer, Integer>(settings, transactions, new SimpleMeterRegistry(), items -> {
            throw new PessimisticLockingFailureException("always");
        })) {
            var verdict = group.submit(0, 1);

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> verdict.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(GroupCommit.Unavailable.class);
        }
    }

    @Test
    void refusesMoreThanMayWait() {
        var gate = new CountDownLatch(1);
        var settings = new GroupCommit.Settings("test", 1, 1, 2, Duration.ofSeconds(5));
        try (var group = new GroupCommit<Integer, Integer>(settings, transactions, new SimpleMeterRegistry(), items -> {
            await(gate);
            return items;
        })) {
            assertThatExceptionOfType(GroupCommit.Unavailable.class).isThrownBy(() -> {
                for (var i = 0; i < 10; i++) {
                    group.submit(0, i);
                }
            });
            gate.countDown();
        }
    }

    /** Items from one number up to another, each in a shard of its own. */
    private static CompletableFuture<Void> submit(GroupCommit<Integer, Integer> group, int from, int to) {
        return CompletableFuture.allOf(
                IntStream.range(from, to).mapToObj(i -> group.submit(i, i)).toArray(CompletableFuture[]::new));
    }

    private void awaitBegun(int transactionsBegun) {
        while (transactions.begun.get() < transactionsBegun) {
            Thread.onSpinWait();
        }
    }

    private GroupCommit<Integer, Integer> group(int writers, Function<List<Integer>, List<Integer>> work) {
        return new GroupCommit<>(
                new GroupCommit.Settings("test", writers, 1_000, 10_000, Duration.ofSeconds(30)),
                transactions,
                new SimpleMeterRegistry(),
                work);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts transactions and lets a test look in just before the commit. */
    private static final class RecordingTransactions implements TransactionOperations {

        private final AtomicInteger begun = new AtomicInteger();
        private final ConcurrentLinkedQueue<Integer> answered = new ConcurrentLinkedQueue<>();
        private volatile Runnable beforeCommit = () -> {};

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            begun.incrementAndGet();
            var result = action.doInTransaction(new SimpleTransactionStatus());
            beforeCommit.run();
            return result;
        }
    }
}
