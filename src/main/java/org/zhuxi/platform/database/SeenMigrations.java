package org.zhuxi.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checksum of the migrations a database went through last. */
final class SeenMigrations {

    private final JdbcClient database;

    SeenMigrations(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    boolean isLast(byte[] checksum) {
        return database.sql("select to_regclass('platform.migrated_files') is not null")
                        .query(Boolean.class)
                        .single()
                && database.sql("select count(*) from platform.migrated_files where checksum = :checksum")
                                .param("checksum", checksum)
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    void note(byte[] checksum) {
        database.sql("""
                insert into platform.migrated_files (checksum) values (:checksum)
                on conflict (is_only_row) do update set checksum = excluded.checksum, noted_at = excluded.noted_at
                """).param("checksum", checksum).update();
    }
}
