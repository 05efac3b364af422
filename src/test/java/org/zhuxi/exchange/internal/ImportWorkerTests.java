package org.zhuxi.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.account.Accounts;
import org.zhuxi.exchange.ImportJob;
import org.zhuxi.exchange.RowProblem;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What becomes of an upload when taking a row fails. */
@ZhuxiTest
@Import(World.class)
class ImportWorkerTests {

    private final ImportStore store;
    private final ImportReader reader;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private final Actor head;

    ImportWorkerTests(
            ImportStore store, ImportReader reader, Accounts accounts, TransactionTemplate transactions, World worlds) {
        this.store = store;
        this.reader = reader;
        this.accounts = accounts;
        this.transactions = transactions;
        this.head = accounts.actorOf(worlds.make(1).username("head"));
    }

    @Test
    void aRowThatTheDatabaseRefusesHoldsUpNoOther() {
        var done = taken(row -> {
            if (row.get("word").equals("word3")) {
                throw new DataIntegrityViolationException("too long");
            }
        });

        assertThat(done.state()).isEqualTo(ImportJob.State.DONE);
        assertThat(List.of(done.creates(), done.refusals())).containsExactly(4L, 1L);
        assertThat(store.listProblems(done, 10, ""))
                .extracting(RowProblem::line, RowProblem::slug)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(5L, "exchange-unkept"));
    }

    @Test
    void whatWouldFailAgainEndsTheImport() {
        var done = taken(row -> {
            throw new IllegalStateException("a defect");
        });

        assertThat(done.state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(store.listAbandoned()).doesNotContain(done.id());
    }

    /** Five rows, taken after a dry run. */
    private ImportJob taken(Consumer<ImportRow> keep) {
        var worker = new ImportWorker(store, reader, accounts, transactions, List.of(new Words(keep)));
        var lines = new StringBuilder("word\n");
        IntStream.range(0, 5).forEach(i -> lines.append("word").append(i).append('\n'));
        var file = lines.toString().getBytes(StandardCharsets.UTF_8);
        var job = store.insert(head, "words", "words.csv", file, 5);
        worker.wake(job.id());
        assertThat(finished(job).state()).isEqualTo(ImportJob.State.DONE);
        store.beginRun(job.id());
        worker.wake(job.id());
        return finished(job);
    }

    private ImportJob finished(ImportJob job) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var now = store.find(job.id()).orElseThrow();
        while (now.state() == ImportJob.State.WORKING && System.nanoTime() < until) {
            LockSupport.parkNanos(20_000_000);
            now = store.find(job.id()).orElseThrow();
        }
        return now;
    }

    private record Words(Consumer<ImportRow> keep) implements ImportSource {

        @Override
        public String code() {
            return "words";
        }

        @Override
        public Names names() {
            return new Names("词", "Words");
        }

        @Override
        public List<ImportColumn> columns() {
            return List.of(new ImportColumn("word", names(), ColumnType.TEXT, true, "word"));
        }

        @Override
        public Permission permission() {
            return PlacePermissions.MANAGE;
        }

        @Override
        public List<RowResult> check(Actor actor, List<ImportRow> rows) {
            return rows.stream()
                    .map(row -> RowResult.of(row, RowResult.Fate.CREATE))
                    .toList();
        }

        @Override
        public List<RowResult> take(Actor actor, List<ImportRow> rows) {
            rows.forEach(keep);
            return check(actor, rows);
        }
    }
}
