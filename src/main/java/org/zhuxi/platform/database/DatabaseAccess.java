package org.zhuxi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database of a data folder or of a server of one's own, for work beside the program: back-up and restore. */
public final class DatabaseAccess implements AutoCloseable {

    private final Login login;
    private final @Nullable EmbeddedServer server;

    private DatabaseAccess(Login login, @Nullable EmbeddedServer server) {
        this.login = login;
        this.server = server;
    }

    /** The database the running program uses, as it uses it to answer requests. */
    public static DatabaseAccess of(JdbcConnectionDetails details) {
        return new DatabaseAccess(
                new Login(
                        details.getJdbcUrl(),
                        String.valueOf(details.getUsername()),
                        details.getPassword() == null ? "" : details.getPassword()),
                null);
    }

    /**
     * The database the settings name, as its owner. The embedded server is joined when a program runs on it, else started until this is
     * closed.
     *
     * @throws IOException when the data folder holds no database
     */
    public static DatabaseAccess of(DatabaseSettings settings) throws IOException {
        if (settings.db() != null) {
            return new DatabaseAccess(settings.db().ownersLogin(), null);
        }
        var directory = settings.data().resolve("postgres");
        if (Files.notExists(directory.resolve("PG_VERSION"))) {
            throw new IOException("There is no database in " + settings.data().toAbsolutePath());
        }
        return embedded(EmbeddedServer.joinOrStartOn(directory));
    }

    /** A new embedded database in an empty folder; it stays on disk when this is closed. */
    public static DatabaseAccess createIn(Path data) throws IOException {
        return embedded(EmbeddedServer.startOn(data.resolve("postgres")));
    }

    /** Whether a running program uses the embedded database of the folder. */
    public static boolean isInUse(Path data) throws IOException {
        return Orphan.portOfLivingProgram(data.resolve("postgres").toAbsolutePath())
                .isPresent();
    }

    private static DatabaseAccess embedded(EmbeddedServer server) throws IOException {
        return new DatabaseAccess(server.login(EmbeddedRoles.OWNER), server);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.secret());
    }

    /** Migrates each module as far as the program knows, or to the versions wanted. */
    public void migrate(MigrationTargets targets) {
        ModuleMigrations.migrate(
                Flyway.configure()
                        .dataSource(login.url(), login.user(), login.secret())
                        .load(),
                targets);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
