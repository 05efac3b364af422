package org.zhuxi.platform.database;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Migrates each module by itself: the files of {@code db/migration/<module>}, with version numbers and a history table of
 * its own. A module touches no schema but its own, so the order of modules does not matter. A database that has seen just
 * these files is left alone, which spares most starts a second.
 */
@Component
public class ModuleMigrations implements FlywayMigrationStrategy {

    private final FlywayConnectionDetails owner;
    private final JdbcConnectionDetails requests;

    ModuleMigrations(FlywayConnectionDetails owner, JdbcConnectionDetails requests) {
        this.owner = owner;
        this.requests = requests;
    }

    @Override
    public void migrate(Flyway flyway) {
        var files = MigrationFiles.find();
        var checksum = files.checksum();
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            var database = new SingleConnectionDataSource(connection, true);
            var seen = new SeenMigrations(database);
            if (!seen.isLast(checksum)) {
                migrate(flyway, MigrationTargets.NEWEST);
                seen.note(checksum);
            }
            var role = String.valueOf(requests.getUsername());
            if (!role.equals(owner.getUsername())) {
                new ApplicationRole(role).prepare(database, files.modules());
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database cannot be reached as its owner", e);
        }
    }

    static void migrate(Flyway flyway, MigrationTargets targets) {
        for (var module : modules()) {
            targets.of(module)
                    .ifPresent(target -> Flyway.configure()
                            .configuration(flyway.getConfiguration())
                            // the one of a start with fixed components looks for the files of all modules at once
                            .resourceProvider(null)
                            .locations("classpath:db/migration/" + module)
                            .table(historyOf(module))
                            .baselineOnMigrate(true)
                            .baselineVersion("0")
                            .target(target)
                            .load()
                            .migrate());
        }
    }

    /** The table that keeps which migrations of a module have run. */
    public static String historyOf(String module) {
        return "flyway_schema_history_" + module;
    }

    /** Every module that has a schema, in the order of their names. */
    public static List<String> modules() {
        return MigrationFiles.find().modules();
    }
}
