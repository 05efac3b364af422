package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/** Which batch a bucket belongs to: where one has just left the bin, and where two people feed it at once. */
@ZhuxiTest
@Import(World.class)
class BatchBeginningTests {

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostLog log;
    private final CompostBatches batches;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private Yard yard;

    BatchBeginningTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            CompostBatches batches,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.log = log;
        this.batches = batches;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.yard = Yard.make(worlds, accounts, sites);
    }

    @BeforeEach
    void settle() {
        yard = Yard.make(worlds, accounts, sites);
    }

    @Test
    void whatIsFedOnTheDayTheBinWasEmptiedBeginsTheNextBatch() {
        var old = batchOf(yard.clerk(), fed("100", Yard.on(1)));
        batches.move(yard.clerk(), old, BatchState.SCREENED, "");

        var next = batchOf(yard.clerk(), fed("12", Instant.now()));
        assertThat(next).isNotEqualTo(old);
        assertThat(batchOf(yard.clerk(), fed("13", Instant.now()))).isEqualTo(next);
        assertThat(batchOf(yard.clerk(), NewEntry.seen(Ids.next(), yard.unit(), EntryKind.TURN, null, Instant.now())))
                .isEqualTo(next);
        assertThat(batchOf(
                        yard.clerk(),
                        NewEntry.mass(Ids.next(), yard.unit(), EntryKind.OUTPUT, new BigDecimal("30"), Instant.now())))
                .as("what was taken out is of the batch that was finished")
                .isEqualTo(old);

        assertThat(batches.view(old).balance().inKg()).isEqualByComparingTo("100");
        assertThat(batches.view(old).balance().lossKg()).isEqualByComparingTo("70");
        assertThat(batches.get(next).state()).isEqualTo(BatchState.BUILDING);
    }

    @Test
    void twoPhonesThatFeedAnEmptyBinAtOnceFeedOneBatch() {
        var first = fed("10", Yard.on(3));
        var second = fed("11", Yard.on(3));
        var other = Objects.requireNonNull(transactions.execute(feeding -> {
            record(yard.clerk(), first);
            var late = CompletableFuture.runAsync(() -> record(yard.head(), second));
            assertThat(somebodyWaits()).isTrue();
            return late;
        }));
        other.join();

        var batch = log.get(yard.clerk(), second.id()).batch();
        assertThat(batch)
                .isNotNull()
                .isEqualTo(log.get(yard.clerk(), first.id()).batch());
        assertThat(batches.view(Objects.requireNonNull(batch)).balance().inKg()).isEqualByComparingTo("21");
    }

    private boolean somebodyWaits() {
        return IntStream.range(0, 20_000)
                .anyMatch(look -> jdbc.sql("""
                        select exists (
                            select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
                        """).query(Boolean.class).single());
    }

    private NewEntry fed(String kg, Instant at) {
        return NewEntry.fed(Ids.next(), yard.unit(), "food-mixed", new BigDecimal(kg), at);
    }

    private UUID batchOf(Actor by, NewEntry entry) {
        record(by, entry);
        return Objects.requireNonNull(log.get(by, entry.id()).batch());
    }

    private void record(Actor by, NewEntry entry) {
        assertThat(log.record(by, by.account(), List.of(entry), Origin.SYNTHETIC))
                .extracting(Logged::status)
                .containsExactly(Logged.Status.CREATED);
    }
}
