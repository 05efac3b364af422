package org.zhuxi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.platform.database.DataFolder;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.testing.ZhuxiTest;

/** The running program saves everything though it answers as a role that owns nothing. */
@ZhuxiTest
class BackupsTests {

    private final Backups backups;
    private final DatabaseSettings settings;
    private final JdbcClient jdbc;

    BackupsTests(Backups backups, DatabaseSettings settings, JdbcClient jdbc) {
        this.backups = backups;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Test
    void savesEveryTableAndSequence() throws Exception {
        JobOutcome made = backups.make();

        assertThat(made.toString()).contains("rows-backed-up");
        var newest = backups.list().getFirst();
        try (var file =
                BackupFile.open(new DataFolder(settings.data()).backups().resolve(newest.name()))) {
            assertThat(file.contents().tables())
                    .extracting(Contents.Table::name)
                    .contains("account.account", "points.posting", "indicator.rollup");
            assertThat(file.contents().sequences()).isNotEmpty();
            assertThat(file.contents().tables())
                    .hasSize(jdbc.sql("""
                            select count(*)
                            from pg_class c
                            join pg_namespace n on n.oid = c.relnamespace
                            where c.relkind = 'r' and n.nspname = any(:modules)
                            """)
                            .param("modules", file.contents().modules().keySet().toArray(String[]::new))
                            .query(Integer.class)
                            .single());
        }
    }
}
