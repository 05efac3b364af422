package org.zhuxi.transparency.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.outgoing.AllowedHosts;
import org.zhuxi.testing.TestPostgres;
import org.zhuxi.transparency.RecordBytes;

/** A log on a database of its own, put together by hand; several may share database and keys, as instances do. */
final class TestLog implements AutoCloseable {

    static final CommunityId COMMUNITY = new CommunityId(7);
    private static final int FORMAT = 200;

    final HikariDataSource source;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final LogStore store;
    final Tiles tiles;
    final LogKeys keys;
    final TransactionJournal journal;
    final Receipts receipts;
    final Sequencer sequencer;
    final Witnessing witnessing;

    TestLog(String url, Path data, List<LogSettings.Witness> witnesses) {
        this(url, data, witnesses, AllowedHosts.ANY);
    }

    TestLog(String url, Path data, List<LogSettings.Witness> witnesses, AllowedHosts allowed) {
        source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername("postgres");
        source.setMaximumPoolSize(6);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/transparency")
                .load()
                .migrate();
        var manager = new JdbcTransactionManager(source);
        var clock = Clock.systemUTC();
        var settings = new LogSettings("zhuxi.example/log", Duration.ofSeconds(1), Duration.ofSeconds(1), witnesses);
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(manager);
        store = new LogStore(jdbc);
        tiles = new Tiles(store);
        keys = new LogKeys(new DatabaseSettings(data, null, null));
        var months = new MonthKeys(jdbc, manager, clock);
        journal = new TransactionJournal(new JdbcTemplate(source), months, clock);
        receipts = new Receipts(store, tiles, months);
        sequencer = new Sequencer(store, tiles, keys, months, settings, transactions, clock);
        witnessing = new Witnessing(store, tiles, new WitnessClient(allowed), settings, clock);
    }

    static TestLog fresh(Path data) {
        return new TestLog(TestPostgres.freshDatabase(), data, List.of());
    }

    /** Another instance of the same program. */
    TestLog again(Path data) {
        return new TestLog(source.getJdbcUrl(), data, List.of());
    }

    /** @param batch the number it was entered under */
    record Entered(@Nullable Long batch, UUID id, byte[] row) {}

    /** Enters so many records in one transaction. */
    List<Entered> enter(int records) {
        var entered = transactions.execute(status -> IntStream.range(0, records)
                .mapToObj(i -> {
                    var id = Ids.next();
                    var row = new RecordBytes(FORMAT).uuid(id).integer(i).toBytes();
                    journal.enter(COMMUNITY, id, () -> row);
                    return new Entered(journal.batch(), id, row);
                })
                .toList());
        return java.util.Objects.requireNonNull(entered);
    }

    String vkey() {
        return store.find().orElseThrow().verifierKey();
    }

    Checkpoint published() {
        return Checkpoint.parse(
                SignedNote.parse(store.published().orElseThrow().note()).text());
    }

    @Override
    public void close() {
        source.close();
    }
}
