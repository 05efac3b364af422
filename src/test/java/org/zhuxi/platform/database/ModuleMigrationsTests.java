package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhuxi.testing.TestPostgres;

/** Migrations run once; a start that finds the same files does not ask for them again. */
class ModuleMigrationsTests {

    private ModuleMigrations migrations;
    private Flyway flyway;
    private JdbcClient database;

    @BeforeEach
    void migrate() {
        var login = new Login(TestPostgres.freshDatabase(), "postgres", "");
        migrations = new ModuleMigrations(login.forMigrations(), login.forRequests());
        var source = new DriverManagerDataSource(login.url(), login.user(), login.secret());
        flyway = Flyway.configure().dataSource(source).load();
        database = JdbcClient.create(source);
        migrations.migrate(flyway);
    }

    @Test
    void everyModuleHasItsSchemaAndItsHistory() {
        assertThat(ModuleMigrations.modules())
                .contains("account", "platform", "points", "waste")
                .isSorted();
        assertThat(ModuleMigrations.modules()).allSatisfy(module -> {
            assertThat(database.sql("select to_regnamespace(:module) is not null")
                            .param("module", module)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            assertThat(rows(ModuleMigrations.historyOf(module))).isPositive();
        });
    }

    @Test
    void aDatabaseThatHasSeenTheFilesIsLeftAlone() {
        database.sql("drop table flyway_schema_history_platform").update();

        migrations.migrate(flyway);

        assertThat(database.sql("select to_regclass('flyway_schema_history_platform') is null")
                        .query(Boolean.class)
                        .single())
                .as("Flyway was not asked")
                .isTrue();
    }

    @Test
    void otherFilesAreNoticed() {
        database.sql("update platform.migrated_files set checksum = '\\x00'").update();
        database.sql("drop schema transparency cascade").update();
        database.sql("drop table flyway_schema_history_transparency").update();

        migrations.migrate(flyway);

        assertThat(rows("flyway_schema_history_transparency where success")).isPositive();
        assertThat(rows("platform.migrated_files where checksum <> '\\x00'")).isEqualTo(1);
    }

    private int rows(String from) {
        return database.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
