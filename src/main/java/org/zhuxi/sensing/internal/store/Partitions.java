package org.zhuxi.sensing.internal.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the table of a month before the first observation of that month is written; what is stray stays in one for all others. */
@Component
class Partitions {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
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

    /** Must be called before the transaction that writes, for it takes a lock of its own. */
    void prepare(Collection<Instant> times) {
        var last = YearMonth.now(clock.withZone(ZoneOffset.UTC)).plusMonths(MONTHS_AHEAD);
        times.stream()
                .map(time -> YearMonth.from(time.atZone(ZoneOffset.UTC)))
                .distinct()
                .filter(month -> !month.isBefore(FIRST) && !month.isAfter(last))
                .filter(month -> !known.contains(month))
                .forEach(this::make);
    }

    private void make(YearMonth month) {
        try {
            RETRY.execute(() -> own.execute(transaction -> attach(month)));
        } catch (RetryException e) {
            // its observations then stay where stray ones are, which is slower and not wrong
            LOG.warn(
                    "No table for the observations of {}: {}",
                    month,
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName());
        }
        known.add(month);
    }

    /**
     * A table that is attached leaves writers of other months alone, where one made as a part would wait for every reader with all
     * writers behind it. It still waits for those who read stray observations, for so long at a time as nobody behind it minds.
     */
    private boolean attach(YearMonth month) {
        var table = "sensing.observation_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
        jdbc.execute("set local lock_timeout = '300ms'");
        jdbc.execute("select pg_advisory_xact_lock(" + KEY + ")");
        var isThere = jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, table);
        if (Boolean.TRUE.equals(isThere)) {
            return false;
        }
        jdbc.execute("create table " + table + " (like sensing.observation including defaults including constraints)");
        jdbc.execute(
                "alter table sensing.observation attach partition %s for values from ('%s-01T00:00:00Z') to ('%s-01T00:00:00Z')"
                        .formatted(table, month, month.plusMonths(1)));
        return true;
    }
}
