package org.zhuxi.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.account.Accounts;
import org.zhuxi.exchange.ImportJob;
import org.zhuxi.exchange.RowProblem;
import org.zhuxi.exchange.internal.ImportStore.Counts;
import org.zhuxi.exchange.internal.ImportStore.Leased;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.database.Outage;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.platform.table.UndoableImport;

/**
 * Works through uploads, batch after batch. After each one it is written down how far it is; what a killed program leaves is
 * taken on by another, which hands over at most one batch a second time, and its rows know that they are there.
 */
@Component
public class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 2;

    private final ImportStore store;
    private final ImportReader reader;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private final Map<String, ImportSource> sources = new HashMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);

    ImportWorker(
            ImportStore store,
            ImportReader reader,
            Accounts accounts,
            TransactionTemplate transactions,
            List<ImportSource> sources) {
        this.store = store;
        this.reader = reader;
        this.accounts = accounts;
        this.transactions = transactions;
        sources.forEach(source -> this.sources.put(source.code(), source));
    }

    /** Begins with an upload soon, in a thread of its own. */
    public void wake(UUID job) {
        Thread.ofVirtual().name("import-" + job).start(() -> work(job));
    }

    /** Takes on what others left behind; answers how many uploads. */
    int resume() {
        var abandoned = store.listAbandoned();
        abandoned.forEach(this::work);
        return abandoned.size();
    }

    private void work(UUID id) {
        free.acquireUninterruptibly();
        try {
            store.lease(id).ifPresent(this::workOrFail);
        } catch (RuntimeException e) {
            LOG.warn("The import {} stopped and is taken on again in a minute", id, e);
        } finally {
            free.release();
        }
    }

    /** What fails now and would fail again is not tried for ever. */
    private void workOrFail(Leased leased) {
        try {
            work(leased);
        } catch (RuntimeException e) {
            if (Outage.isCauseOf(e)) {
                throw e;
            }
            LOG.error("The import {} failed", leased.job().id(), e);
            store.finish(leased, ImportJob.State.FAILED);
        }
    }

    private void work(Leased leased) {
        var job = leased.job();
        var source = sources.get(job.source());
        var account = accounts.findActor(job.accountId());
        if (source == null || account.isEmpty()) {
            store.finish(leased, ImportJob.State.FAILED);
            return;
        }
        var actor = account.get();
        var limited = new Actor(actor.accountId(), actor.name(), actor.grants(), actor.households(), leased.scopes());
        var batches = new Batches(leased, source, limited);
        try {
            reader.read(source, leased.file(), job.fileSha256(), batches::add);
            batches.flush();
        } catch (Refused refused) {
            LOG.warn("The import {} cannot go on: {}", job.id(), refused.getMessage());
            store.finish(leased, ImportJob.State.FAILED);
            return;
        }
        if (!batches.lost) {
            store.finish(leased, ImportJob.State.DONE);
        }
    }

    /** Rows on their way, from where the last worker came to. */
    private final class Batches {

        private final Leased leased;
        private final ImportSource source;
        private final Actor actor;
        private final List<ImportReader.Read> waiting = new ArrayList<>();
        private long skip;
        private boolean lost;

        Batches(Leased leased, ImportSource source, Actor actor) {
            this.leased = leased;
            this.source = source;
            this.actor = actor;
            this.skip = leased.job().rowsDone();
        }

        boolean add(ImportReader.Read row) {
            if (skip > 0) {
                skip--;
                return true;
            }
            waiting.add(row);
            if (waiting.size() == BATCH) {
                flush();
            }
            return !lost;
        }

        void flush() {
            if (waiting.isEmpty() || lost) {
                return;
            }
            var good = waiting.stream()
                    .filter(read -> read.wrong() == null)
                    .map(ImportReader.Read::row)
                    .toList();
            var results = new ArrayList<RowResult>();
            waiting.stream()
                    .map(ImportReader.Read::wrong)
                    .filter(java.util.Objects::nonNull)
                    .filter(wrong -> leased.job().phase() != ImportJob.Phase.UNDO) // never taken, so not taken back
                    .forEach(results::add);
            if (!good.isEmpty()) {
                results.addAll(
                        switch (leased.job().phase()) {
                            case CHECK -> source.check(actor, good);
                            case RUN -> take(good);
                            case UNDO -> ((UndoableImport) source).undo(actor, good);
                        });
            }
            var problems = problems(results);
            lost = !Boolean.TRUE.equals(transactions.execute(status -> {
                store.insertProblems(leased.job(), problems);
                return store.advance(leased, counts(results));
            }));
            waiting.clear();
        }

        /** A row that the database refuses must not hold up the others; those that were kept before it know that they are. */
        private List<RowResult> take(List<ImportRow> rows) {
            try {
                return source.take(actor, rows);
            } catch (DataIntegrityViolationException e) {
                return rows.size() == 1
                        ? List.of(RowResult.unkept(rows.getFirst()))
                        : rows.stream()
                                .flatMap(row -> take(List.of(row)).stream())
                                .toList();
            }
        }

        private List<RowProblem> problems(List<RowResult> results) {
            var rows = new HashMap<Long, ImportRow>();
            waiting.forEach(read -> rows.put(read.row().line(), read.row()));
            var problems = new ArrayList<RowProblem>();
            for (var result : results) {
                var number = 0;
                for (var cell : result.problems()) {
                    var row = rows.get(result.line());
                    var value = row == null ? "" : row.get(cell.column());
                    problems.add(new RowProblem(
                            result.line(), ++number, cell.column(), value, cell.slug(), cell.arguments()));
                }
            }
            return problems;
        }

        private Counts counts(List<RowResult> results) {
            return new Counts(
                    waiting.size(),
                    count(results, Fate.CREATE),
                    count(results, Fate.CHANGE),
                    count(results, Fate.SAME),
                    count(results, Fate.REFUSED));
        }

        private static long count(List<RowResult> results, Fate fate) {
            return results.stream().filter(result -> result.fate() == fate).count();
        }
    }
}
