package org.zhuxi.sensing.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.testing.ZhuxiTest;

/** Each month has a table of its own, with the key of the whole, and making one waits until readers let it. */
@ZhuxiTest
class PartitionTests {

    private final Partitions partitions;
    private final JdbcClient jdbc;
    private final DataSource database;

    PartitionTests(Partitions partitions, JdbcClient jdbc, DataSource database) {
        this.partitions = partitions;
        this.jdbc = jdbc;
        this.database = database;
    }

    private List<String> keysOf(String table) {
        return jdbc.sql("""
                        select c.contype
                        from pg_inherits i
                        join pg_constraint c on c.conrelid = i.inhrelid
                        where i.inhrelid = to_regclass(:table)
                        and i.inhparent = 'sensing.observation'::regclass
                        and c.contype = 'p'
                        """).param("table", table).query(String.class).list();
    }

    @Test
    void aMonthIsMadeOnceWithItsKey() {
        var month = List.of(Instant.parse("2003-05-17T10:00:00Z"), Instant.parse("2003-05-18T10:00:00Z"));
        partitions.prepare(month);
        partitions.prepare(month);
        assertThat(keysOf("sensing.observation_2003_05")).containsExactly("p");
    }

    @Test
    void whatIsFarAwayHasNoTableOfItsOwn() {
        partitions.prepare(List.of(Instant.parse("1999-12-31T23:59:59Z"), Instant.parse("2999-01-01T00:00:00Z")));
        assertThat(keysOf("sensing.observation_1999_12")).isEmpty();
        assertThat(keysOf("sensing.observation_2999_01")).isEmpty();
    }

    @Test
    void itIsTriedAgainAfterAReaderWasInTheWay() throws SQLException {
        try (var reader = database.getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table sensing.observation_other in access share mode");
            var made = CompletableFuture.runAsync(
                    () -> partitions.prepare(List.of(Instant.parse("2003-06-17T10:00:00Z"))));
            assertThat(waits()).isTrue();
            reader.rollback();
            made.join();
        }
        assertThat(keysOf("sensing.observation_2003_06")).containsExactly("p");
    }

    private boolean waits() {
        for (var look = 0; look < 2_000; look++) {
            var isWaiting = jdbc.sql("""
                            select exists (
                                select 1
                                from pg_locks
                                where not granted
                                and relation = 'sensing.observation_other'::regclass)
                            """).query(Boolean.class).single();
            if (isWaiting) {
                return true;
            }
        }
        return false;
    }
}
