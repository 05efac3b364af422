package org.zhuxi.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.zhuxi.platform.database.DataFolder;
import org.zhuxi.platform.database.DatabaseAccess;
import org.zhuxi.platform.database.DatabaseSettings;

/** Brings a back-up into a data folder and its database; what was there is replaced only when asked for, and at one stroke. */
final class Restore {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final DatabaseSettings settings;
    private final DataFolder folder;
    private final Clock clock;

    Restore(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        this.folder = new DataFolder(settings.data());
        this.clock = clock;
    }

    /** What was there and is not restored over. */
    static final class Occupied extends IOException {
        Occupied(String message) {
            super(message);
        }
    }

    /**
     * Checks every byte of the back-up, then restores it.
     *
     * @param replace whether data that are there may be put aside
     * @return where the old data folder's contents are now, if there were any
     * @throws Occupied when data are there and may not be replaced, or a program is using them
     * @throws BackupFile.Damaged when the file is not what was written
     */
    Optional<Path> run(BackupFile backup, boolean replace) throws IOException, SQLException {
        backup.verify();
        if (DatabaseAccess.isInUse(folder.root())) {
            throw new Occupied("A program is using " + folder.root() + ". Stop it first");
        }
        folder.completeExchange(stamp());
        if (!folder.isEmpty() && !replace) {
            throw new Occupied(
                    "There are data in " + folder.root() + ". Nothing was changed; --replace puts them aside");
        }
        return settings.db() == null ? embedded(backup) : ownServer(backup, replace);
    }

    private Optional<Path> embedded(BackupFile backup) throws IOException, SQLException {
        var draft = folder.draft();
        try {
            backup.extractFiles(draft);
            try (var database = DatabaseAccess.createIn(draft)) {
                new DatabaseRestore(database, backup).run();
            }
            folder.declareReady();
        } finally {
            folder.discardDraft();
        }
        return exchange();
    }

    private Optional<Path> ownServer(BackupFile backup, boolean replace) throws IOException, SQLException {
        try (var database = DatabaseAccess.of(settings)) {
            var aside = new SchemasAside(database);
            if (aside.isInUse()) {
                throw new Occupied("A program is using the database. Stop it first");
            }
            aside.recover();
            if (!aside.isEmpty() && !replace) {
                throw new Occupied("The database holds data. Nothing was changed; --replace puts them aside");
            }
            var draft = folder.draft();
            aside.putAside();
            try {
                backup.extractFiles(draft);
                new DatabaseRestore(database, backup).run();
                folder.declareReady();
            } catch (IOException | SQLException | RuntimeException e) {
                aside.putBack();
                throw e;
            } finally {
                folder.discardDraft();
            }
            var before = exchange();
            aside.forget();
            return before;
        }
    }

    private Optional<Path> exchange() throws IOException {
        var before = folder.exchange(stamp());
        if (DataFolder.deleteIfEmpty(before)) {
            return Optional.empty();
        }
        return Optional.of(before);
    }

    private String stamp() {
        return STAMP.format(clock.instant().atZone(ZoneId.systemDefault()));
    }
}
