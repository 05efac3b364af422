package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Weighed buckets say what a litre weighs: by whom and until when they may be. */
@ZhuxiTest
@Import(World.class)
class WeighingTests {

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostLog log;
    private final CompostMonths months;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private Yard yard;

    WeighingTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            CompostMonths months,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.log = log;
        this.months = months;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.yard = Yard.make(worlds, accounts, sites);
    }

    @BeforeEach
    void settle() {
        yard = Yard.make(worlds, accounts, sites);
    }

    @Test
    void whoWeighedTheBucketsDoesNotPublish() {
        yard.log(log, yard.buckets(20, 3));
        IntStream.range(0, 5).forEach(i -> weigh(yard.head()));
        months.submit(yard.clerk(), yard.id(), Yard.LAST_MONTH);
        months.report(yard.verifier(), yard.id(), Yard.LAST_MONTH)
                .sample()
                .forEach(it -> months.look(yard.verifier(), it.entry().id(), true, ""));

        assertThatThrownBy(() -> months.publish(yard.head(), yard.id(), Yard.LAST_MONTH))
                .isInstanceOf(CompostRefused.OwnMonth.class);
        months.publish(yard.verifier(), yard.id(), Yard.LAST_MONTH);
    }

    @Test
    void aBucketThatMeetsTheSubmissionComesTooLate() {
        yard.log(log, yard.fed("10", 3));
        var weighing = Objects.requireNonNull(transactions.execute(submitting -> {
            months.submit(yard.clerk(), yard.id(), Yard.LAST_MONTH);
            var late = CompletableFuture.runAsync(() -> weigh(yard.clerk()));
            assertThat(somebodyWaits()).isTrue();
            return late;
        }));

        assertThatThrownBy(weighing::join).hasCauseInstanceOf(CompostRefused.MonthClosed.class);
        assertThat(months.weighings(yard.clerk(), yard.id(), Yard.LAST_MONTH)).isEmpty();
    }

    private boolean somebodyWaits() {
        return IntStream.range(0, 20_000)
                .anyMatch(look -> jdbc.sql("""
                        select exists (
                            select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
                        """).query(Boolean.class).single());
    }

    private void weigh(Actor by) {
        months.weigh(
                by,
                yard.id(),
                new Weighing(
                        Ids.next(),
                        "food-mixed",
                        new BigDecimal("9"),
                        BigDecimal.ONE,
                        BigDecimal.valueOf(20),
                        Yard.LAST_MONTH.atDay(4)),
                Origin.SYNTHETIC);
    }
}
