package org.zhuxi.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.exchange.ImportJob;
import org.zhuxi.exchange.RowProblem;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Sha256;

/** Uploads, how far they are, and what is wrong with them. */
@Component
public class ImportStore {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int LONGEST_NAME = 200;
    private static final String COLUMNS = """
            id, account_id, source, file_name, file_sha256, phase, state, rows_total, rows_done, creates, changes, sames,
            refusals, created_at, changed_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts of a batch. */
    record Counts(long rows, long creates, long changes, long sames, long refusals) {}

    /**
     * An upload that a worker has taken on.
     *
     * @param lease shows that it is still this worker's
     */
    record Leased(ImportJob job, byte[] file, @Nullable Set<String> scopes, UUID lease) {}

    public ImportJob insert(Actor actor, String source, String fileName, byte[] file, long rows) {
        var id = Ids.next();
        var name = fileName.replace("\0", "");
        var scopes = actor.scopes();
        jdbc.sql("""
                        insert into exchange.import_job
                            (id, account_id, scopes, source, file_name, file_sha256, file, phase, state, rows_total,
                             rows_done, creates, changes, sames, refusals, created_at, changed_at, leased_to, lease)
                        values (:id, :account, :scopes, :source, :name, :hash, :file, 'CHECK', 'WORKING', :rows,
                                0, 0, 0, 0, 0, :now, :now, :now, :id)
                        """)
                .param("id", id)
                .param("account", actor.account())
                .param("scopes", scopes == null ? null : scopes.toArray(String[]::new))
                .param("source", source)
                .param("name", name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .param("hash", sha256(file))
                .param("file", file)
                .param("rows", rows)
                .param("now", now())
                .update();
        return find(id).orElseThrow();
    }

    public Optional<ImportJob> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from exchange.import_job where id = :id")
                .param("id", id)
                .query(ImportStore::job)
                .optional();
    }

    public List<ImportJob> list(UUID account, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from exchange.import_job where account_id = :account order by id desc limit :limit")
                .param("account", account)
                .param("limit", limit)
                .query(ImportStore::job)
                .list();
    }

    /** Goes from the dry run to taking; answers false when somebody did already. */
    public boolean beginRun(UUID id) {
        return begin(id, ImportJob.Phase.RUN, "phase = 'CHECK' and state = 'DONE'");
    }

    /** Goes from taking to taking back; answers false when somebody did already. */
    public boolean beginUndo(UUID id) {
        return begin(id, ImportJob.Phase.UNDO, "phase = 'RUN' and state <> 'WORKING'");
    }

    private boolean begin(UUID id, ImportJob.Phase phase, String condition) {
        return jdbc.sql("""
                        update exchange.import_job
                        set phase = :phase, state = 'WORKING', rows_done = 0, creates = 0, changes = 0, sames = 0,
                            refusals = 0, changed_at = :now, leased_to = :now
                        where id = :id and\s""" + condition)
                        .param("phase", phase.name())
                        .param("id", id)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whether the rows of the very same file were taken back by this account. */
    public boolean isTakenBack(UUID account, String source, byte[] file) {
        return jdbc.sql("""
                        select exists (
                            select
                            from exchange.import_job
                            where file_sha256 = :hash and source = :source and account_id = :account and phase = 'UNDO')
                        """)
                .param("hash", sha256(file))
                .param("source", source)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    public byte[] file(UUID id) {
        return jdbc.sql("select file from exchange.import_job where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("file"))
                .single();
    }

    /** The lines with something wrong in the present phase, in order. */
    public Set<Long> refusedLines(ImportJob job) {
        return new java.util.LinkedHashSet<>(jdbc.sql("""
                        select distinct line
                        from exchange.import_problem
                        where job_id = :job and phase = :phase
                        order by line
                        """)
                .param("job", job.id())
                .param("phase", job.phase().name())
                .query(Long.class)
                .list());
    }

    /** The uploads that nobody works on, such as those of a killed program. */
    List<UUID> listAbandoned() {
        return jdbc.sql("select id from exchange.import_job where state = 'WORKING' and leased_to <= :now order by id")
                .param("now", now())
                .query(UUID.class)
                .list();
    }

    /** Takes an upload on, unless another worker has it. */
    Optional<Leased> lease(UUID id) {
        return jdbc.sql("""
                        update exchange.import_job
                        set lease = :lease, leased_to = :until
                        where id = :id and state = 'WORKING' and leased_to <= :now
                        returning lease, scopes, file,
                        """ + COLUMNS)
                .param("id", id)
                .param("lease", UUID.randomUUID())
                .param("until", now().plus(LEASE))
                .param("now", now())
                .query((row, number) -> new Leased(
                        job(row, number), row.getBytes("file"), scopes(row), row.getObject("lease", UUID.class)))
                .optional();
    }

    /** Adds a batch; answers false when the upload is another worker's by now. */
    boolean advance(Leased leased, Counts counts) {
        return jdbc.sql("""
                        update exchange.import_job
                        set rows_done = rows_done + :rows, creates = creates + :creates, changes = changes + :changes,
                            sames = sames + :sames, refusals = refusals + :refusals, changed_at = :now,
                            leased_to = :until
                        where id = :id and lease = :lease and state = 'WORKING'
                        """)
                        .param("rows", counts.rows())
                        .param("creates", counts.creates())
                        .param("changes", counts.changes())
                        .param("sames", counts.sames())
                        .param("refusals", counts.refusals())
                        .param("now", now())
                        .param("until", now().plus(LEASE))
                        .param("id", leased.job().id())
                        .param("lease", leased.lease())
                        .update()
                == 1;
    }

    void finish(Leased leased, ImportJob.State state) {
        jdbc.sql("update exchange.import_job set state = :state, changed_at = :now where id = :id and lease = :lease")
                .param("state", state.name())
                .param("now", now())
                .param("id", leased.job().id())
                .param("lease", leased.lease())
                .update();
    }

    void insertProblems(ImportJob job, List<RowProblem> problems) {
        for (var problem : problems) {
            jdbc.sql("""
                            insert into exchange.import_problem
                                (job_id, phase, line, number, column_name, value, slug, arguments)
                            values (:job, :phase, :line, :number, :column, :value, :slug, :arguments)
                            on conflict do nothing
                            """)
                    .param("job", job.id())
                    .param("phase", job.phase().name())
                    .param("line", problem.line())
                    .param("number", problem.number())
                    .param("column", problem.column())
                    .param("value", problem.value().replace("\0", ""))
                    .param("slug", problem.slug())
                    .param(
                            "arguments",
                            problem.arguments().stream()
                                    .map(argument -> argument.toString().replace("\0", ""))
                                    .toArray(String[]::new))
                    .update();
        }
    }

    /** @param after {@code line~number} of the last one seen, or empty */
    public List<RowProblem> listProblems(ImportJob job, int limit, String after) {
        var parts = after.matches("[0-9]{1,12}~[0-9]{1,4}") ? after.split("~", -1) : new String[] {"0", "0"};
        return jdbc.sql("""
                        select line, number, column_name, value, slug, arguments
                        from exchange.import_problem
                        where job_id = :job and phase = :phase and (line, number) > (:line, :number)
                        order by line, number
                        limit :limit
                        """)
                .param("job", job.id())
                .param("phase", job.phase().name())
                .param("line", Long.parseLong(parts[0]))
                .param("number", Integer.parseInt(parts[1]))
                .param("limit", limit)
                .query((row, number) -> new RowProblem(
                        row.getLong("line"),
                        row.getInt("number"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("slug"),
                        List.copyOf(Arrays.<Object>asList(
                                (Object[]) row.getArray("arguments").getArray()))))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Set<String> scopes(ResultSet row) throws SQLException {
        var scopes = row.getArray("scopes");
        return scopes == null ? null : Set.of((String[]) scopes.getArray());
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("source"),
                row.getString("file_name"),
                row.getString("file_sha256"),
                ImportJob.Phase.valueOf(row.getString("phase")),
                ImportJob.State.valueOf(row.getString("state")),
                row.getLong("rows_total"),
                row.getLong("rows_done"),
                row.getLong("creates"),
                row.getLong("changes"),
                row.getLong("sames"),
                row.getLong("refusals"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static String sha256(byte[] file) {
        return Sha256.hex(file);
    }
}
