package org.zhuxi.transparency.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The secrets behind the salts, one a month. Without its secret no leaf of a month can be connected with a record. */
@Component
public class MonthKeys {

    private static final int LENGTH = 32;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, byte[]> known = new ConcurrentHashMap<>();

    MonthKeys(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The month as it is kept, such as 202611. */
    public static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** The secret of a month that is still being written; made when it is the first. */
    byte[] get(int month) {
        var secret = known.get(month);
        return secret == null ? make(month) : secret;
    }

    /** The secret of any month, or nothing when it was destroyed. */
    Optional<byte[]> find(int month) {
        return jdbc.sql("select secret from transparency.month_key where month = :month and secret is not null")
                .param("month", month)
                .query(byte[].class)
                .optional();
    }

    /** Makes the secrets of this month and the next ahead of time, so that no writer has to wait for it. */
    void prepare(Instant now) {
        var month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        get(number(month));
        get(number(month.plusMonths(1)));
    }

    private byte[] make(int month) {
        var made = apart.execute(status -> insert(month))
                .orElseThrow(() -> new IllegalStateException("The month " + month + " is closed"));
        known.put(month, made);
        return made;
    }

    /** In a transaction of its own: a secret must never be in use and then be rolled back. */
    private Optional<byte[]> insert(int month) {
        var secret = new byte[LENGTH];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into transparency.month_key (month, secret, made_at)
                        values (:month, :secret, :now)
                        on conflict (month) do nothing""")
                .param("month", month)
                .param("secret", secret)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return find(month);
    }
}
