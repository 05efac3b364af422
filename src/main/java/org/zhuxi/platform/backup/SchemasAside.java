package org.zhuxi.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.zhuxi.platform.database.DatabaseAccess;

/**
 * Puts what a server of one's own holds aside, so that a restore that fails – or is killed – leaves the old data as they
 * were: schemas are renamed, not copied.
 */
final class SchemasAside {

    private static final String PREFIX = "before_restore_";
    private static final String HISTORIES = "before_restore";

    private final DatabaseAccess database;

    SchemasAside(DatabaseAccess database) {
        this.database = database;
    }

    boolean isEmpty() throws SQLException {
        try (var connection = database.connect()) {
            return new Catalogue(connection).schemas().isEmpty();
        }
    }

    /** Whether a running program is connected; it names itself. */
    boolean isInUse() throws SQLException {
        try (var connection = database.connect()) {
            return !new Catalogue(connection).list("""
                            select pid
                            from pg_stat_activity
                            where datname = current_database() and application_name = 'zhuxi'
                            """, row -> row.getInt(1)).isEmpty();
        }
    }

    void putAside() throws SQLException {
        inTransaction(connection -> {
            var catalogue = new Catalogue(connection);
            execute(connection, "create schema " + HISTORIES);
            for (var schema : catalogue.schemas()) {
                execute(connection, "alter schema %s rename to %s%s".formatted(schema, PREFIX, schema));
            }
            moveHistories(connection, catalogue, "public", HISTORIES);
        });
    }

    /** Brings back what an earlier restore, cut off, had put aside; does nothing when there was none. */
    void recover() throws SQLException {
        if (isSomethingAside()) {
            putBack();
        }
    }

    void putBack() throws SQLException {
        inTransaction(connection -> {
            var catalogue = new Catalogue(connection);
            drop(connection, catalogue);
            for (var schema : aside(catalogue)) {
                execute(
                        connection,
                        "alter schema %s rename to %s".formatted(schema, schema.substring(PREFIX.length())));
            }
            moveHistories(connection, catalogue, HISTORIES, "public");
            execute(connection, "drop schema " + HISTORIES);
        });
    }

    void forget() throws SQLException {
        inTransaction(connection -> {
            for (var schema : aside(new Catalogue(connection))) {
                execute(connection, "drop schema %s cascade".formatted(schema));
            }
            execute(connection, "drop schema %s cascade".formatted(HISTORIES));
        });
    }

    private boolean isSomethingAside() throws SQLException {
        try (var connection = database.connect()) {
            return !new Catalogue(connection)
                    .list("select 1 from pg_namespace where nspname = '" + HISTORIES + "'", row -> row.getInt(1))
                    .isEmpty();
        }
    }

    /** What the restore has made so far. */
    private static void drop(Connection connection, Catalogue catalogue) throws SQLException {
        for (var schema : catalogue.schemas()) {
            execute(connection, "drop schema %s cascade".formatted(schema));
        }
        for (var history : histories(catalogue, "public")) {
            execute(connection, "drop table public." + history);
        }
    }

    private static void moveHistories(Connection connection, Catalogue catalogue, String from, String to)
            throws SQLException {
        for (var history : histories(catalogue, from)) {
            execute(connection, "alter table %s.%s set schema %s".formatted(from, history, to));
        }
    }

    private static List<String> histories(Catalogue catalogue, String schema) throws SQLException {
        return catalogue.list("""
                select relname
                from pg_class
                where relname like 'flyway\\_schema\\_history\\_%%' and relkind = 'r'
                    and relnamespace = '%s'::regnamespace
                """.formatted(schema), row -> row.getString(1));
    }

    private static List<String> aside(Catalogue catalogue) throws SQLException {
        return catalogue.list(
                "select nspname from pg_namespace where nspname like 'before\\_restore\\_%'", row -> row.getString(1));
    }

    private void inTransaction(Work work) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            work.run(connection);
            connection.commit();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(Connection connection) throws SQLException;
    }
}
