package org.zhuxi.platform.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.zhuxi.platform.database.DataFolder;
import org.zhuxi.platform.database.DatabaseAccess;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one file with everything: all rows of one snapshot of the database, then the files beside it. Files are
 * older than the rows that name them and never change, so what the snapshot names is there. Nothing is held in
 * memory but one buffer; the program goes on writing meanwhile.
 */
final class BackupWriter {

    private static final int BUFFER_BYTES = 1 << 16;

    private final DatabaseAccess database;
    private final DataFolder folder;
    private final Clock clock;

    BackupWriter(DatabaseAccess database, DataFolder folder, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /** Writes the file, which appears whole under its name or not at all. */
    Contents write(Path file) throws IOException, SQLException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = privateFile(file.resolveSibling(file.getFileName() + ".part"));
        try {
            Contents contents;
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), BUFFER_BYTES))) {
                zip.setLevel(Deflater.BEST_SPEED);
                contents = writeAll(zip);
            }
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Readable by the owner alone: a back-up holds everything, also secrets. */
    private static Path privateFile(Path path) throws IOException {
        Files.deleteIfExists(path);
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(path);
    }

    private Contents writeAll(ZipOutputStream zip) throws IOException, SQLException {
        try (var connection = database.connect()) {
            var moment = moment(connection);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
            var catalogue = new Catalogue(connection);
            var modules = catalogue.modules();
            if (modules.isEmpty()) {
                throw new IOException("The database holds nothing of Zhuxi yet");
            }
            var partitions = catalogue.partitions();
            var sequences = catalogue.sequences();
            var tables = new ArrayList<Contents.Table>();
            for (var table : catalogue.tables()) {
                tables.add(copy(connection, table, zip));
            }
            var server = connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
            connection.rollback();
            var contents = new Contents(
                    Contents.FORM,
                    moment,
                    clock.instant(),
                    server,
                    modules,
                    tables,
                    partitions,
                    sequences,
                    copyFiles(zip));
            zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
            zip.write(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(contents));
            zip.closeEntry();
            return contents;
        }
    }

    /** Read before the snapshot is taken: what was acknowledged by then had been committed, so the snapshot sees it. */
    private static Instant moment(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Contents.Table copy(Connection connection, Catalogue.Table table, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        var checked = new Checksum();
        var sql = "copy %s (%s) to stdout".formatted(table.name(), String.join(", ", table.columns()));
        var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, checked.over(open(zip)));
        zip.closeEntry();
        return new Contents.Table(
                table.name(), table.entry(), table.columns(), rows, checked.bytes(), checked.sha256());
    }

    private Contents.Files copyFiles(ZipOutputStream zip) throws IOException {
        var list = Files.createTempFile("zhuxi-files-", ".sha256");
        try {
            var count = 0L;
            var bytes = 0L;
            try (var sums = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
                for (var file : (Iterable<Path>) folder.files()::iterator) {
                    var name = BackupFile.FILES + folder.nameOf(file);
                    var copied = copy(file, name, zip);
                    if (copied != null) {
                        sums.write(copied.sha256() + "  " + name + "\n");
                        count++;
                        bytes += copied.bytes();
                    }
                }
            }
            var checked = new Checksum();
            zip.putNextEntry(new ZipEntry(BackupFile.CHECKSUMS));
            Files.copy(list, checked.over(open(zip)));
            zip.closeEntry();
            return new Contents.Files(count, bytes, checked.sha256());
        } finally {
            Files.delete(list);
        }
    }

    private static @org.jspecify.annotations.Nullable Checksum copy(Path file, String name, ZipOutputStream zip)
            throws IOException {
        try (var source = Files.newInputStream(file)) {
            var checked = new Checksum();
            var entry = new ZipEntry(name);
            entry.setLastModifiedTime(Files.getLastModifiedTime(file)); // tells the age of keys
            zip.putNextEntry(entry);
            source.transferTo(checked.over(open(zip)));
            zip.closeEntry();
            return checked;
        } catch (NoSuchFileException e) {
            return null; // a file that was just coming in, or was erased
        }
    }

    /** The present entry of the file; closing it leaves the file open. */
    private static OutputStream open(ZipOutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                out.write(source, offset, length);
            }

            @Override
            public void close() {
                // the entry ends, the file goes on
            }
        };
    }

    static List<String> summary(Contents contents) {
        return List.of(
                "everything acknowledged before  " + contents.moment(),
                "tables                          %,d with %,d rows"
                        .formatted(contents.tables().size(), contents.rows()),
                "files                           %,d with %,d bytes"
                        .formatted(contents.files().count(), contents.files().bytes()),
                "modules                         " + contents.modules());
    }
}
