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
    void whatIsOutsideTheCenturyHasNoTableOfItsOwn() {
        partitions.prepare(List.of(Instant.parse("1999-12-31T23:59:59Z"), Instant.parse("2999-01-01T00:00:00Z")));
        assertThat(keysOf("sensing.observation_1999_12")).isEmpty();
        assertThat(keysOf("sensing.observation_2999_01")).isEmpty();
        assertThat(keysOf("sensing.observation_before")).containsExactly("p");
        assertThat(keysOf("sensing.observation_after")).containsExactly("p");
    }

    @Test
    void aYearFarAheadHasOneTableForAllItsMonths() {
        partitions.prepare(List.of(Instant.parse("2087-03-17T10:00:00Z"), Instant.parse("2087-11-17T10:00:00Z")));
        assertThat(keysOf("sensing.observation_2087")).containsExactly("p");
        assertThat(keysOf("sensing.observation_2087_03")).isEmpty();
    }

    @Test
    void readersDoNotHoldItUp() throws SQLException {
        try (var reader = database.getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table sensing.observation in access share mode");
            statement.execute("lock table sensing.observation_before in row exclusive mode");
            partitions.prepare(List.of(Instant.parse("2003-06-17T10:00:00Z")));
            reader.rollback();
        }
        assertThat(keysOf("sensing.observation_2003_06")).containsExactly("p");
    }

    @Test
    void itIsTriedAgainAfterAnotherChangeOfTheTableWasInTheWay() throws SQLException {
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table sensing.observation in share update exclusive mode");
            var made = CompletableFuture.runAsync(
                    () -> partitions.prepare(List.of(Instant.parse("2003-07-17T10:00:00Z"))));
            assertThat(waits()).isTrue();
            other.rollback();
            made.join();
        }
        assertThat(keysOf("sensing.observation_2003_07")).containsExactly("p");
    }

    /** Whatever the months, the latest value of a stream is looked for in one table after the other, the latest first. */
    @Test
    void aPageInOrderOfTimeStopsAtTheFirstTableThatFillsIt() {
        partitions.prepare(List.of(Instant.parse("2003-08-17T10:00:00Z"), Instant.parse("2003-09-18T10:00:00Z")));
        var plan = jdbc.sql("""
                        explain (costs off)
                        select id from sensing.observation where stream_id = 1 order by start_at desc, id desc limit 1
                        """).query(String.class).list();
        assertThat(plan).anyMatch(line -> line.contains("Append")).noneMatch(line -> line.contains("Merge Append"));
    }

    private boolean waits() {
        for (var look = 0; look < 2_000; look++) {
            var isWaiting = jdbc.sql("""
                            select exists (
                                select 1
                                from pg_locks
                                where not granted
                                and relation = 'sensing.observation'::regclass)
                            """).query(Boolean.class).single();
            if (isWaiting) {
                return true;
            }
        }
        return false;
    }
}
