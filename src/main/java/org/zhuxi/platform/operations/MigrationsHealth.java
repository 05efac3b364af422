package org.zhuxi.platform.operations;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.ModuleMigrations;

/** Whether every module's migrations have run, none with an error; another instance may have gone further. */
@Component("migrationsHealthIndicator")
class MigrationsHealth extends AbstractHealthIndicator {

    private final JdbcClient database;
    private final List<String> modules;
    private final String migrated;

    MigrationsHealth(JdbcClient database) {
        super("The histories of migrations could not be read");
        this.database = database;
        modules = ModuleMigrations.modules();
        migrated = modules.stream()
                .map(module -> "select '%s' from %s having bool_and(success)"
                        .formatted(module, ModuleMigrations.historyOf(module)))
                .collect(Collectors.joining(" union all "));
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var missing = new HashSet<>(modules);
        missing.removeAll(database.sql(migrated).query(String.class).list());
        if (missing.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("modules", missing.stream().sorted().toList());
        }
    }
}
