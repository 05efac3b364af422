package org.zhuxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates each module by itself: the files of {@code db/migration/<module>}, with version numbers and a history table of
 * its own. A module touches no schema but its own, so the order of modules does not matter.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final Pattern MODULE = Pattern.compile("db/migration/([a-z]+)/");

    @Override
    public void migrate(Flyway flyway) {
        modules()
                .forEach(module -> Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .locations("classpath:db/migration/" + module)
                        .table("flyway_schema_history_" + module)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate());
    }

    private static Stream<String> modules() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
            return Arrays.stream(files)
                    .map(file -> MODULE.matcher(file.toString()))
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .distinct()
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
