package org.zhuxi.platform.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates each module by itself: the files of {@code db/migration/<module>}, with version numbers and a history table of
 * its own. A module touches no schema but its own, so the order of modules does not matter. A database that has seen just
 * these files is left alone, which spares most starts a second.
 */
@Component
public class ModuleMigrations implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        var files = MigrationFiles.find();
        var seen = new SeenMigrations(flyway.getConfiguration().getDataSource());
        var checksum = files.checksum();
        if (!seen.isLast(checksum)) {
            migrate(flyway, MigrationTargets.NEWEST);
            seen.note(checksum);
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
