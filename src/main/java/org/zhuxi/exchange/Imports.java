package org.zhuxi.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.exchange.internal.ImportReader;
import org.zhuxi.exchange.internal.ImportStore;
import org.zhuxi.exchange.internal.ImportWorker;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.scan.FileScanner;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.HandoutImport;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.UndoableImport;

/**
 * Tables taken in: uploaded, tried without effect, looked through, taken. Each step goes on without the one who began it, and
 * after a crash where it was; the same file twice counts once.
 */
@Service
public class Imports {

    private final List<ImportSource> sources;
    private final ImportReader reader;
    private final ImportStore store;
    private final ImportWorker worker;
    private final FileScanner scanner;
    private final ApplicationEventPublisher events;

    Imports(
            List<ImportSource> sources,
            ImportReader reader,
            ImportStore store,
            ImportWorker worker,
            FileScanner scanner,
            ApplicationEventPublisher events) {
        this.sources = List.copyOf(sources);
        this.reader = reader;
        this.store = store;
        this.worker = worker;
        this.scanner = scanner;
        this.events = events;
    }

    /** What this actor may import somewhere. */
    public List<ImportSource> sources(Actor actor) {
        return sources.stream()
                .filter(source -> actor.mayAnywhere(source.permission()))
                .toList();
    }

    /** One of those. */
    public ImportSource getSource(Actor actor, String code) {
        var source = findSource(code).orElseThrow(() -> new Refused.NotFound(code));
        if (!actor.mayAnywhere(source.permission())) {
            throw new Refused.Forbidden(source.permission().code());
        }
        return source;
    }

    /**
     * Keeps a file and begins its dry run.
     *
     * @param file CSV or XLSX with a head line
     * @throws ExchangeRefused when columns or rows are missing, or the scanner for viruses does not let it pass
     * @throws Refused.Invalid when it is no table
     */
    @Transactional
    public ImportJob upload(Actor actor, String code, String fileName, byte[] file) {
        actor.account();
        var source = getSource(actor, code);
        requireClean(actor, file);
        if (store.isTakenBack(actor.account(), code, file)) {
            throw new ExchangeRefused.TakenBack();
        }
        var rows = reader.count(source, file);
        var job = store.insert(actor, source.code(), fileName, file, rows);
        events.publishEvent(new Audited(
                actor, "import.upload", job.id().toString(), PlacePath.NATION, code + ", " + rows + " rows"));
        wakeAfterCommit(job.id());
        return job;
    }

    private void requireClean(Actor actor, byte[] file) {
        switch (scanner.look(actor, file)) {
            case CLEAN -> {}
            case INFECTED -> throw new ExchangeRefused.InfectedFile();
            case UNKNOWN -> throw new ExchangeRefused.UnscannedFile();
        }
    }

    /**
     * Takes the rows that the dry run found good.
     *
     * @throws ExchangeRefused.NotReady while the dry run goes on, or when the table has been taken already
     */
    @Transactional
    public ImportJob run(Actor actor, UUID id) {
        var job = get(actor, id);
        getSource(actor, job.source());
        if (!job.isReady() || !store.beginRun(id)) {
            throw new ExchangeRefused.NotReady();
        }
        events.publishEvent(new Audited(actor, "import.run", id.toString(), PlacePath.NATION, job.source()));
        wakeAfterCommit(id);
        return get(actor, id);
    }

    /**
     * Takes back what the rows of an import made.
     *
     * @throws ExchangeRefused.NothingToUndo when nothing was taken, or this kind of table cannot be taken back
     */
    @Transactional
    public ImportJob undo(Actor actor, UUID id) {
        var job = get(actor, id);
        var source = getSource(actor, job.source());
        if (!(source instanceof UndoableImport) || !job.isTaken() || !store.beginUndo(id)) {
            throw new ExchangeRefused.NothingToUndo();
        }
        events.publishEvent(new Audited(actor, "import.undo", id.toString(), PlacePath.NATION, job.source()));
        wakeAfterCommit(id);
        return get(actor, id);
    }

    /**
     * Hands out what rows that were taken bring, such as codes for the first sign-in; whatever was handed out before is
     * worthless.
     *
     * @throws ExchangeRefused.NothingToHandOut when nothing was taken, or this kind of table hands nothing out
     */
    @Transactional
    public void handOut(Actor actor, UUID id, ExportSource.Rows out) throws IOException {
        var job = get(actor, id);
        if (!(getSource(actor, job.source()) instanceof HandoutImport source) || !job.isTaken()) {
            throw new ExchangeRefused.NothingToHandOut();
        }
        var rows = new ArrayList<ImportRow>();
        reader.read(source, store.file(id), job.fileSha256(), read -> {
            if (read.wrong() == null) {
                rows.add(read.row());
            }
            return true;
        });
        events.publishEvent(new Audited(actor, "import.hand-out", id.toString(), PlacePath.NATION, job.source()));
        source.handOut(actor, rows, out);
    }

    /** The rows that are refused in the present phase, in the columns of the template, to be corrected and sent again. */
    @Transactional(readOnly = true)
    public void refusedRows(Actor actor, UUID id, ExportSource.Rows out) throws IOException {
        var job = get(actor, id);
        var source = getSource(actor, job.source());
        var lines = store.refusedLines(job);
        var refused = new ArrayList<ImportRow>();
        reader.read(source, store.file(id), job.fileSha256(), read -> {
            if (lines.contains(read.row().line())) {
                refused.add(read.row());
            }
            return true;
        });
        for (var row : refused) {
            out.row(source.columns().stream()
                    .map(column -> row.get(column.name()))
                    .toArray());
        }
    }

    /** One of the actor's own uploads. */
    @Transactional(readOnly = true)
    public ImportJob get(Actor actor, UUID id) {
        return store.find(id)
                .filter(job -> job.accountId().equals(actor.accountId()))
                .orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The actor's own uploads, the latest first. */
    @Transactional(readOnly = true)
    public List<ImportJob> list(Actor actor, int limit) {
        return store.list(actor.account(), limit);
    }

    /** What is wrong in the present phase, in order of line. */
    @Transactional(readOnly = true)
    public Slice<RowProblem> problems(Actor actor, UUID id, int limit, @Nullable String after) {
        var job = get(actor, id);
        var found = store.listProblems(job, limit + 1, after == null ? "" : after);
        return Slice.of(found, limit, problem -> problem.line() + "~" + problem.number());
    }

    private Optional<ImportSource> findSource(String code) {
        return sources.stream().filter(source -> source.code().equals(code)).findFirst();
    }

    private void wakeAfterCommit(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake(id);
            }
        });
    }
}
