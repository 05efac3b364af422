package org.zhuxi.sensing.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhuxi.testing.TestPostgres;

/** Observations that had no table of their month find one when the table for everything else goes. */
class OrderOfTimeMigrationTests {

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(TestPostgres.freshDatabase(), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(source);

    @Test
    void everyStrayObservationComesIntoATableOfItsTime() {
        migrate(MigrationVersion.fromVersion("10"));
        jdbc.sql("""
                        create table sensing.observation_2026_01 partition of sensing.observation
                        for values from ('2026-01-01T00:00:00Z') to ('2026-02-01T00:00:00Z')
                        """).update();
        jdbc.sql("""
                        insert into sensing.observation (stream_id, start_at, id, result_kind, result_num, feature_id)
                        select 1, t.at::timestamptz, 4294967296 + t.number, 0, t.number, 1
                        from unnest(array[
                            '1970-01-01T00:00:00Z', '2026-01-31T23:59:59Z', '2026-02-01T00:00:00Z', '2026-02-28T23:00:00-01:00',
                            '2087-03-01T00:00:00Z', '2087-12-31T23:59:59Z', '2150-06-01T00:00:00Z']) with ordinality t(at, number)
                        """).update();

        migrate(MigrationVersion.LATEST);

        assertThat(jdbc.sql("select tableoid::regclass::text from sensing.observation order by start_at")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "sensing.observation_before",
                        "sensing.observation_2026_01",
                        "sensing.observation_2026_02",
                        "sensing.observation_2026_03",
                        "sensing.observation_2087",
                        "sensing.observation_2087",
                        "sensing.observation_after");
        assertThat(jdbc.sql("select to_regclass('sensing.observation_other') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void migrate(MigrationVersion target) {
        Flyway.configure()
                .dataSource(source)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/migration/sensing")
                .target(target)
                .load()
                .migrate();
    }
}
