package org.zhuxi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.platform.database.DataFolder;
import org.zhuxi.platform.database.DatabaseAccess;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.database.MigrationTargets;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.testing.TestPostgres;

/** Back-up and restore on servers of one's own; the drill with the embedded one is in {@code RestoreDrillTests}. */
class BackupTests {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private DatabaseSettings source;

    @BeforeEach
    void fillADatabase() throws Exception {
        source = settings("source");
        try (var database = DatabaseAccess.of(source)) {
            database.migrate(MigrationTargets.NEWEST);
        }
        run(
                source,
                "insert into platform.job_run (job, started_at, instance) values ('test.竹西', now(), E'a\\tb\\n\\\\N')");
        write(source, "files/ab/cd/photo", "light");
        write(source, "keys/passkey", "secret");
        write(source, "backups/old.zip", "not again");
    }

    @Test
    void bringsRowsFilesAndKeysToAnotherServer() throws Exception {
        var file = backUp(source);
        var target = settings("target");

        assertThat(restore(file, target, false)).isEmpty();

        assertThat(ask(target, "select job || instance from platform.job_run")).isEqualTo("test.竹西a\tb\n\\N");
        assertThat(target.data().resolve("files/ab/cd/photo")).hasContent("light");
        assertThat(target.data().resolve("keys/passkey")).hasContent("secret");
        assertThat(target.data().resolve("backups")).doesNotExist();
        assertThat(ask(target, "select count(*) from account.audit_entry")).isEqualTo("0");
        assertThatExceptionOfType(SQLException.class)
                .as("the constraints are back")
                .isThrownBy(() -> run(target, "insert into account.role_grant select gen_random_uuid()"));
    }

    @Test
    void keysKeepTheirAge() throws Exception {
        var made = FileTime.from(Instant.parse("2024-02-29T12:00:00Z"));
        Files.setLastModifiedTime(source.data().resolve("keys/passkey"), made);
        var target = settings("target");

        restore(backUp(source), target, false);

        assertThat(Files.getLastModifiedTime(target.data().resolve("keys/passkey")))
                .isEqualTo(made);
    }

    @Test
    void keepsTheNextNumberOfASequence() throws Exception {
        run(source, "alter sequence place.community_id_seq restart with 41");
        run(source, "select nextval('place.community_id_seq')");
        var target = settings("target");

        restore(backUp(source), target, false);

        assertThat(ask(target, "select nextval('place.community_id_seq')")).isEqualTo("42");
    }

    @Test
    void refusesADatabaseOrAFolderThatHoldsData() throws Exception {
        var file = backUp(source);

        assertThatExceptionOfType(Restore.Occupied.class)
                .isThrownBy(() -> restore(file, source, false))
                .withMessageContaining("--replace");

        var emptyFolder = new DatabaseSettings(folder.resolve("new"), null, source.db());
        assertThatExceptionOfType(Restore.Occupied.class)
                .isThrownBy(() -> restore(file, emptyFolder, false))
                .withMessageContaining("The database holds data");
    }

    @Test
    void putsDataAsideWhenAskedTo() throws Exception {
        var file = backUp(source);
        run(source, "delete from platform.job_run");
        write(source, "files/ab/cd/later", "later");

        var before = restore(file, source, true).orElseThrow();

        assertThat(ask(source, "select count(*) from platform.job_run")).isEqualTo("1");
        assertThat(source.data().resolve("files/ab/cd/later")).doesNotExist();
        assertThat(before.resolve("files/ab/cd/later")).hasContent("later");
        assertThat(ask(source, "select count(*) from pg_namespace where nspname like 'before%'"))
                .isEqualTo("0");
        assertThat(source.data().resolve("backups/old.zip")).as("back-ups stay").exists();
    }

    @Test
    void leavesTheOldDataWhenTheRestoreFails() throws Exception {
        var newest = ask(source, "select max(version::integer) from flyway_schema_history_platform");
        var newer = edited(backUp(source), "\"platform\" : \"" + newest + "\"", "\"platform\" : \"9999\"");
        run(source, "delete from platform.job_run");

        assertThatExceptionOfType(DatabaseRestore.TooNew.class).isThrownBy(() -> restore(newer, source, true));

        assertThat(ask(source, "select count(*) from platform.job_run")).isEqualTo("0");
        assertThat(source.data().resolve("keys/passkey")).hasContent("secret");
        assertThat(ask(source, "select count(*) from pg_namespace where nspname like 'before%'"))
                .isEqualTo("0");
    }

    @Test
    void completesWhatARestoreThatWasKilledHadBegun() throws Exception {
        var file = backUp(source);
        try (var database = DatabaseAccess.of(source)) {
            new SchemasAside(database).putAside();
        }

        restore(file, source, true);

        assertThat(ask(source, "select count(*) from platform.job_run")).isEqualTo("1");
    }

    @Test
    void refusesAFileThatWasChangedOrCutOff() throws Exception {
        var file = backUp(source);
        var bytes = Files.readAllBytes(file);
        var half = Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        var lie = edited(file, "\"rows\" : 1,", "\"rows\" : 2,");
        var changed = withEntry(file, "data/files/ab/cd/photo", "night");
        var target = settings("target");

        assertThatExceptionOfType(BackupFile.Damaged.class).isThrownBy(() -> restore(half, target, false));
        assertThatExceptionOfType(BackupFile.Damaged.class).isThrownBy(() -> restore(lie, target, false));
        assertThatExceptionOfType(BackupFile.Damaged.class)
                .isThrownBy(() -> restore(changed, target, false))
                .withMessageContaining("photo");
        assertThatExceptionOfType(BackupFile.Damaged.class)
                .isThrownBy(() -> restore(folder.resolve("none.zip"), target, false));
        assertThat(target.data().resolve("files")).doesNotExist();
    }

    @Test
    void refusesWhileAProgramIsConnected() throws Exception {
        var file = backUp(source);
        try (var database = DatabaseAccess.of(source);
                var program = database.connect()) {
            program.setClientInfo("ApplicationName", "zhuxi");

            assertThatExceptionOfType(Restore.Occupied.class)
                    .isThrownBy(() -> restore(file, source, true))
                    .withMessageContaining("Stop it first");
        }
    }

    @Test
    void takesTablesPartitionsAndKeysItWasNeverToldAbout() throws Exception {
        var made = """
                create table platform.measured (
                    community_id integer not null, day date not null, value integer not null,
                    double integer generated always as (value * 2) stored, primary key (community_id, day)
                ) partition by range (day);
                create table platform.measured_2025 partition of platform.measured
                    for values from ('2025-01-01') to ('2026-01-01');
                create table platform."Hen" (id integer primary key, egg integer);
                create table platform.egg (id integer primary key, hen integer references platform."Hen");
                alter table platform."Hen" add foreign key (egg) references platform.egg;
                create function platform.refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end';
                create trigger refuse before insert on platform.egg for each row execute function platform.refuse();
                """;
        run(source, made);
        run(source, """
                create table platform.measured_2026 partition of platform.measured
                    for values from ('2026-01-01') to ('2027-01-01') partition by list (community_id);
                create table platform.measured_2026_7 partition of platform.measured_2026 for values in (7);
                insert into platform.measured values (1, '2025-05-05', 5), (7, '2026-06-06', 6);
                insert into platform."Hen" values (1, null);
                alter table platform.egg disable trigger user;
                insert into platform.egg values (1, 1);
                alter table platform.egg enable trigger user;
                update platform."Hen" set egg = 1;
                """);
        var target = settings("target");
        try (var database = DatabaseAccess.of(target)) {
            database.migrate(MigrationTargets.NEWEST);
        }
        run(target, made);

        try (var backup = BackupFile.open(backUp(source));
                var database = DatabaseAccess.of(target);
                var connection = database.connect()) {
            connection.setAutoCommit(false);
            new DatabaseRestore(database, backup).fill(connection);
            connection.commit();
        }

        assertThat(ask(target, "select string_agg(value || '/' || double, ' ' order by day) from platform.measured"))
                .isEqualTo("5/10 6/12");
        assertThat(ask(target, "select count(*) from platform.measured_2026_7")).isEqualTo("1");
        assertThat(ask(target, "select egg from platform.\"Hen\"")).isEqualTo("1");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(target, "insert into platform.egg values (2, 1)"))
                .withMessageContaining("no");
    }

    @Test
    void holdsEveryTableOfTheProgram() throws Exception {
        assertThat(ask(source, """
                        select string_agg(table_schema || '.' || table_name, ' ')
                        from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema')
                            and table_name not like 'flyway%'
                            and to_regclass('flyway_schema_history_' || table_schema) is null
                        """)).as("tables outside the modules' schemas").isNull();
    }

    @Test
    void makesBackUpsByItselfAndKeepsTheLatest() throws Exception {
        try (var database = DatabaseAccess.of(source)) {
            for (var hour = 1; hour <= 3; hour++) {
                var file =
                        new DataFolder(source.data()).backups().resolve("zhuxi-20260101-0%d0000.zip".formatted(hour));
                new BackupWriter(database, new DataFolder(source.data()), CLOCK).write(file);
            }
        }
        var backups = new Backups(new TestDetails(source), source, new BackupSettings(Duration.ofDays(1), 2), CLOCK);

        assertThat(backups.make().counts()).contains(new JobOutcome.Count("old-backups-dropped", 2));
        assertThat(backups.list()).hasSize(2);
        assertThat(backups.list().getLast().name()).isEqualTo("zhuxi-20260101-030000.zip");
    }

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(backUp(source))).hasSize(2);
    }

    private record TestDetails(DatabaseSettings settings)
            implements org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return java.util.Objects.requireNonNull(settings.db()).url();
        }
    }

    private DatabaseSettings settings(String name) {
        return new DatabaseSettings(
                folder.resolve(name),
                null,
                new DatabaseSettings.Server(TestPostgres.freshDatabase(), "postgres", "", null));
    }

    private Path backUp(DatabaseSettings settings) throws Exception {
        var file = folder.resolve("backup.zip");
        try (var database = DatabaseAccess.of(settings)) {
            new BackupWriter(database, new DataFolder(settings.data()), CLOCK).write(file);
        }
        return file;
    }

    private static java.util.Optional<Path> restore(Path file, DatabaseSettings target, boolean replace)
            throws IOException, SQLException {
        try (var backup = BackupFile.open(file)) {
            return new Restore(target, CLOCK).run(backup, replace);
        }
    }

    private Path edited(Path file, String text, String other) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = new String(
                    zip.getInputStream(zip.getEntry(BackupFile.MANIFEST)).readAllBytes(), "UTF-8");
            assertThat(manifest).contains(text);
            return withEntry(
                    file, BackupFile.MANIFEST, manifest.replaceFirst(java.util.regex.Pattern.quote(text), other));
        }
    }

    private Path withEntry(Path file, String name, String content) throws IOException {
        var copy = Files.createTempFile(folder, "edited", ".zip");
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : List.copyOf(from.stream().toList())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals(name)
                                ? content.getBytes("UTF-8")
                                : from.getInputStream(entry).readAllBytes());
                to.closeEntry();
            }
        }
        return copy;
    }

    private static void write(DatabaseSettings settings, String name, String content) throws IOException {
        var file = settings.data().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static @org.jspecify.annotations.Nullable String ask(DatabaseSettings settings, String sql)
            throws SQLException, IOException {
        try (var database = DatabaseAccess.of(settings);
                var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(DatabaseSettings settings, String sql) throws SQLException, IOException {
        try (var database = DatabaseAccess.of(settings);
                var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
