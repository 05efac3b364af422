package org.zhuxi.account.internal.session;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.Secret;

/** Browsers that stay signed in for thirty days. */
@Component
public class RememberedStore {

    private final JdbcClient jdbc;

    RememberedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A browser that is remembered. */
    public record Remembered(
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            String device,
            @Nullable LocalDate lastUsedDay) {}

    public void insert(Secret secret, UUID account, String device, OffsetDateTime now, OffsetDateTime end) {
        jdbc.sql("""
                        insert into account.remembered_login (secret_hash, account_id, device, created_at, expires_at)
                        values (:hash, :account, :device, :now, :end)
                        """)
                .param("hash", secret.hash())
                .param("account", account)
                .param("device", device)
                .param("now", now)
                .param("end", end)
                .update();
    }

    /** The account behind a secret that has not expired; notes the day of its use. */
    public Optional<UUID> use(Secret secret, OffsetDateTime now, LocalDate today) {
        return jdbc.sql("""
                        update account.remembered_login
                        set last_used_day = :today
                        where secret_hash = :hash and expires_at > :now
                        returning account_id
                        """)
                .param("today", today)
                .param("hash", secret.hash())
                .param("now", now)
                .query(UUID.class)
                .optional();
    }

    public List<Remembered> list(UUID account, OffsetDateTime now) {
        return jdbc.sql("""
                        select created_at, expires_at, device, last_used_day
                        from account.remembered_login
                        where account_id = :account and expires_at > :now
                        order by created_at desc
                        limit 50
                        """)
                .param("account", account)
                .param("now", now)
                .query(Remembered.class)
                .list();
    }

    public void delete(Secret secret) {
        jdbc.sql("delete from account.remembered_login where secret_hash = :hash")
                .param("hash", secret.hash())
                .update();
    }

    /** Ends all of an account but one, or all. Answers how many. */
    public int end(UUID account, @Nullable Secret except) {
        return jdbc.sql("delete from account.remembered_login where account_id = :account and secret_hash <> :except")
                .param("account", account)
                .param("except", except == null ? new byte[0] : except.hash())
                .update();
    }

    /** Forgets what expired before a moment. */
    public int purge(OffsetDateTime before) {
        return jdbc.sql("delete from account.remembered_login where expires_at < :before")
                .param("before", before)
                .update();
    }
}
