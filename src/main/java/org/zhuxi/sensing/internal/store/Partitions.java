package org.zhuxi.sensing.internal.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the table of a month before the first observation of that month is written; of a year, where the time is so far ahead that a
 * clock may be wrong. No table takes what has none: so they stand in the order of time, and a page in that order stops at the first
 * that fills it.
 */
@Component
class Partitions {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final int MONTHS_AHEAD = 24;
    private static final long KEY = 0x7a78_6f62_7300_0001L;
    private static final RetryTemplate RETRY = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class)
            .maxRetries(20)
            .delay(Duration.ofMillis(100))
            .build());

    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final Clock clock;
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    Partitions(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Best called before the transaction that writes, for it needs a connection of its own when a table is missing.
     *
     * @throws CannotAcquireLockException when the table could not be made for so long that it had better be tried again later
     */
    void prepare(Collection<Instant> times) {
        times.stream()
                .map(time -> YearMonth.from(time.atZone(ZoneOffset.UTC)))
                .distinct()
                .filter(month -> month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR)
                .filter(month -> !known.contains(month))
                .forEach(this::make);
    }

    private void make(YearMonth month) {
        try {
            RETRY.execute(() -> own.execute(transaction -> addPartOf(month)));
        } catch (RetryException e) {
            throw new CannotAcquireLockException("No table for the observations of " + month, e);
        }
        known.add(month);
    }

    private boolean addPartOf(YearMonth month) {
        jdbc.execute("set local lock_timeout = '300ms'");
        jdbc.execute("select pg_advisory_xact_lock(" + KEY + ")");
        var ofYear = "observation_%04d".formatted(month.getYear());
        var ofMonth = "%s_%02d".formatted(ofYear, month.getMonthValue());
        if (isThere(ofYear) || isThere(ofMonth)) {
            return false;
        }
        var soon = YearMonth.now(clock.withZone(ZoneOffset.UTC)).plusMonths(MONTHS_AHEAD);
        if (month.getYear() <= soon.getYear() || isThere(ofYear + "_%")) {
            add(month, month.plusMonths(1));
        } else {
            add(month.withMonth(1), month.withMonth(1).plusYears(1));
        }
        return true;
    }

    private boolean isThere(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from pg_tables where schemaname = 'sensing' and tablename like ?)",
                Boolean.class,
                table.replace("_", "\\_")));
    }

    private void add(YearMonth from, YearMonth until) {
        jdbc.queryForList("select sensing.add_observations(?, ?)", from.atDay(1), until.atDay(1));
    }
}
