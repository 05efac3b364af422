package org.zhuxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates each module by itself: the files of {@code db/migration/<module>}, with version numbers and a history table of
 * its own. A module touches no schema but its own, so the order of modules does not matter.
 */
@Component
public class ModuleMigrations implements FlywayMigrationStrategy {

    private static final Pattern MODULE = Pattern.compile("db/migration/([a-z]+)/");

    @Override
    public void migrate(Flyway flyway) {
        migrate(flyway, MigrationTargets.NEWEST);
    }

    static void migrate(Flyway flyway, MigrationTargets targets) {
        for (var module : modules()) {
            targets.of(module)
                    .ifPresent(target -> Flyway.configure()
                            .configuration(flyway.getConfiguration())
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
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
            return Arrays.stream(files)
                    .map(file -> MODULE.matcher(file.toString()))
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
