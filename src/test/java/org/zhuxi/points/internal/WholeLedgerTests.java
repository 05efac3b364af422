package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.TrialBalance;

class WholeLedgerTests {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicInteger reckoned = new AtomicInteger();

    @Test
    void letsNobodyWaitWhileItIsReckoned() throws Exception {
        var isUnderWay = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var ledger = new WholeLedger(
                () -> {
                    isUnderWay.countDown();
                    awaited(mayEnd);
                    return balance();
                },
                now::get);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(ledger::balance);
            isUnderWay.await();
            assertThatThrownBy(ledger::balance).isInstanceOf(PointsRefused.BeingReckoned.class);
            mayEnd.countDown();
            assertThat(first.get()).isEqualTo(ledger.balance());
        }
        assertThat(reckoned).hasValue(1);
    }

    @Test
    void reckonsAgainWhenAMinuteHasPassed() {
        var ledger = new WholeLedger(this::balance, now::get);
        var first = ledger.balance();
        now.set(NOON.plusSeconds(59));
        assertThat(ledger.balance()).isSameAs(first);
        now.set(NOON.plusSeconds(60));
        assertThat(ledger.balance()).isNotSameAs(first);
        assertThat(reckoned).hasValue(2);
    }

    private TrialBalance balance() {
        return new TrialBalance(reckoned.incrementAndGet(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
