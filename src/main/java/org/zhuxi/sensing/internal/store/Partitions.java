package org.zhuxi.sensing.internal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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
            own.executeWithoutResult(transaction -> {
                jdbc.execute("set local lock_timeout = '5s'");
                jdbc.execute(
                        "create table if not exists sensing.observation_%04d_%02d partition of sensing.observation for values from ('%s-01T00:00:00Z') to ('%s-01T00:00:00Z')"
                                .formatted(month.getYear(), month.getMonthValue(), month, month.plusMonths(1)));
            });
        } catch (DataAccessException e) {
            // its observations then stay where stray ones are, which is slower and not wrong
            LOG.warn(
                    "No table for the observations of {}: {}",
                    month,
                    e.getMostSpecificCause().getClass().getSimpleName());
        }
        known.add(month);
    }
}
