package org.zhuxi.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.zhuxi.platform.database.DatabaseAccess;
import org.zhuxi.platform.database.MigrationTargets;
import org.zhuxi.platform.database.ModuleMigrations;

/**
 * Fills an empty database: our own migrations up to those of the back-up, all rows in one transaction, then the migrations
 * that came later.
 */
final class DatabaseRestore {

    private final DatabaseAccess database;
    private final BackupFile backup;

    DatabaseRestore(DatabaseAccess database, BackupFile backup) {
        this.database = database;
        this.backup = backup;
    }

    /**
     * @throws BackupFile.Damaged when a table does not take as many rows as were backed up
     * @throws TooNew when the back-up is of a newer version of the program
     */
    void run() throws IOException, SQLException {
        var modules = backup.contents().modules();
        refuseUnknown(modules);
        database.migrate(new MigrationTargets(modules));
        try (var connection = database.connect()) {
            refuseNewer(modules, new Catalogue(connection).modules());
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        }
        database.migrate(MigrationTargets.NEWEST);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static void refuseUnknown(Map<String, String> modules) throws TooNew {
        for (var module : modules.keySet()) {
            if (!ModuleMigrations.modules().contains(module)) {
                throw new TooNew("The back-up has the module " + module + ", which this version does not know");
            }
        }
    }

    private static void refuseNewer(Map<String, String> wanted, Map<String, String> reached) throws TooNew {
        if (!wanted.equals(reached)) {
            throw new TooNew(
                    "The back-up was made by a newer version: it wants " + wanted + ", this one has " + reached);
        }
    }

    /** Within the transaction of the connection, whose schemas are as the back-up wants them. */
    void fill(Connection connection) throws IOException, SQLException {
        var catalogue = new Catalogue(connection);
        var contents = backup.contents();
        addPartitions(connection, catalogue, contents.partitions());
        var keys = catalogue.foreignKeys();
        var tables = catalogue.tables().stream().map(Catalogue.Table::name).toList();
        // the rows were consistent when they were read; the order in which they come back must not matter
        for (var key : keys) {
            execute(connection, "alter table %s drop constraint %s".formatted(key.table(), key.name()));
        }
        for (var table : tables) {
            execute(connection, "alter table %s disable trigger user".formatted(table));
        }
        execute(connection, "truncate " + String.join(", ", tables));
        for (var table : contents.tables()) {
            copy(connection, table);
        }
        for (var sequence : contents.sequences()) {
            execute(
                    connection,
                    "select setval('%s', %d, %b)"
                            .formatted(sequence.name().replace("'", "''"), sequence.lastValue(), sequence.isCalled()));
        }
        for (var table : tables) {
            execute(connection, "alter table %s enable trigger user".formatted(table));
        }
        for (var key : keys) {
            execute(
                    connection,
                    "alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()));
        }
    }

    private static void addPartitions(Connection connection, Catalogue catalogue, List<Contents.Partition> wanted)
            throws SQLException {
        var there =
                catalogue.partitions().stream().map(Contents.Partition::name).toList();
        for (var part : wanted) {
            if (!there.contains(part.name())) {
                execute(
                        connection,
                        "create table %s partition of %s %s%s"
                                .formatted(
                                        part.name(),
                                        part.parent(),
                                        part.bound(),
                                        part.key() == null ? "" : " partition by " + part.key()));
            }
        }
    }

    private void copy(Connection connection, Contents.Table table) throws IOException, SQLException {
        var sql = "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns()));
        try (var source = backup.open(table)) {
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, source);
            if (rows != table.rows()) {
                throw new BackupFile.Damaged("%s took %d rows of %d".formatted(table.name(), rows, table.rows()));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The program is older than the back-up. */
    static final class TooNew extends IOException {
        TooNew(String message) {
            super(message + ". Restore it with the version that made it, or a later one");
        }
    }
}
