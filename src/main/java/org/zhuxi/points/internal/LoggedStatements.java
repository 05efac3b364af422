package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.points.DailyStatement;
import org.zhuxi.transparency.Journal;
import org.zhuxi.transparency.LogSource;
import org.zhuxi.transparency.Receipt;
import org.zhuxi.transparency.RecordBytes;
import org.zhuxi.transparency.TransparencyLog;

/** Adds up the whole ledger every night and enters the totals in the transparency log, so that they can be proven, too. */
@Component
public class LoggedStatements implements LogSource {

    static final int FORMAT = 5;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A statement belongs to all communities; the log wants a number. */
    private static final CommunityId ALL = new CommunityId(Integer.MAX_VALUE);

    private static final String COLUMNS =
            "day, id, issued, reversed, redeemed, expired, adjusted, outstanding, owed, accounts, made_at";

    private final JdbcClient jdbc;
    private final LedgerTotals totals;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    LoggedStatements(
            JdbcClient jdbc, LedgerTotals totals, Journal journal, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes the statement of yesterday unless there is one; answers how many it made. */
    int makeYesterday() {
        return make(LocalDate.now(clock.withZone(ZONE)).minusDays(1)) ? 1 : 0;
    }

    /** Makes the statement of a day; answers whether there was none yet. */
    boolean make(LocalDate day) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var sum = totals.trialBalance(false);
            var statement = new DailyStatement(
                    day,
                    Ids.next(),
                    sum.issued(),
                    sum.reversed(),
                    sum.redeemed(),
                    sum.expired(),
                    sum.adjusted(),
                    sum.outstanding(),
                    sum.owed(),
                    sum.accounts(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            var isNew = insert(statement);
            if (isNew) {
                journal.enter(ALL, statement.id(), () -> row(statement));
            }
            return isNew;
        }));
    }

    private boolean insert(DailyStatement statement) {
        return jdbc.sql("""
                                insert into points.daily_statement (
                                    day, id, issued, reversed, redeemed, expired, adjusted, outstanding, owed, accounts,
                                    made_at, log_batch)
                                values (:day, :id, :issued, :reversed, :redeemed, :expired, :adjusted, :outstanding, :owed,
                                    :accounts, :made, :batch)
                                on conflict (day) do nothing""")
                        .param("day", statement.day())
                        .param("id", statement.id())
                        .param("issued", statement.issued())
                        .param("reversed", statement.reversed())
                        .param("redeemed", statement.redeemed())
                        .param("expired", statement.expired())
                        .param("adjusted", statement.adjusted())
                        .param("outstanding", statement.outstanding())
                        .param("owed", statement.owed())
                        .param("accounts", statement.accounts())
                        .param("made", statement.madeAt().atOffset(ZoneOffset.UTC))
                        .param("batch", journal.batch())
                        .update()
                == 1;
    }

    static byte[] row(DailyStatement statement) {
        return new RecordBytes(FORMAT)
                .uuid(statement.id())
                .date(statement.day())
                .bigint(statement.issued())
                .bigint(statement.reversed())
                .bigint(statement.redeemed())
                .bigint(statement.expired())
                .bigint(statement.adjusted())
                .bigint(statement.outstanding())
                .bigint(statement.owed())
                .bigint(statement.accounts())
                .instant(statement.madeAt())
                .toBytes();
    }

    /** The latest first. */
    public List<DailyStatement> list(int most) {
        return jdbc.sql("select " + COLUMNS + " from points.daily_statement order by day desc limit :most")
                .param("most", most)
                .query(DailyStatement.class)
                .list();
    }

    public Receipt receipt(TransparencyLog log, LocalDate day) {
        var statement = jdbc.sql("select " + COLUMNS + " from points.daily_statement where day = :day")
                .param("day", day)
                .query(DailyStatement.class)
                .optional()
                .orElseThrow(() -> new Refused.NotFound(day));
        var batch = jdbc.sql("select log_batch from points.daily_statement where day = :day")
                .param("day", day)
                .query(Long.class)
                .single();
        return log.receipt(batch, statement.id(), row(statement));
    }

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public String name() {
        return "daily statement";
    }

    @Override
    public Map<UUID, byte[]> read(CommunityId community, Collection<UUID> ids) {
        return jdbc
                .sql("select " + COLUMNS + " from points.daily_statement where id = any(cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(DailyStatement.class)
                .list()
                .stream()
                .collect(Collectors.toMap(DailyStatement::id, LoggedStatements::row));
    }

    @Override
    public long countOutside() {
        return 0;
    }

    @Override
    public int enrol(int most) {
        return 0;
    }
}
