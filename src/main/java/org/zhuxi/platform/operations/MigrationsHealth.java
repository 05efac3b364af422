package org.zhuxi.platform.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.ModuleMigrations;

/** Whether every module's migrations have run, none with an error; another instance may have gone further. */
@Component("migrationsHealthIndicator")
class MigrationsHealth implements HealthIndicator {

    private final JdbcClient database;

    MigrationsHealth(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Health health() {
        var missing = ModuleMigrations.modules().stream()
                .filter(module -> !isMigrated(ModuleMigrations.historyOf(module)))
                .toList();
        return missing.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("modules", missing).build();
    }

    private boolean isMigrated(String history) {
        return database.sql("select to_regclass(:history) is not null")
                        .param("history", history)
                        .query(Boolean.class)
                        .single()
                && database.sql("select bool_and(success) from " + history)
                        .query(Boolean.class)
                        .single();
    }
}
