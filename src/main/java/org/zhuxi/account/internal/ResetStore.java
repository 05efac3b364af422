package org.zhuxi.account.internal;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes with which people choose a new password. */
@Component
public class ResetStore {

    private final JdbcClient jdbc;

    ResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code that has been given out; only its hash is known. */
    public record Reset(String codeHash, OffsetDateTime expiresAt, int failures) {}

    /** Replaces an earlier one. */
    public void put(UUID account, String codeHash, UUID by, OffsetDateTime expiresAt) {
        jdbc.sql("""
                        insert into account.reset_code (account_id, code_hash, issued_by, expires_at)
                        values (:account, :hash, :by, :end)
                        on conflict (account_id) do update
                        set code_hash = excluded.code_hash, issued_by = excluded.issued_by,
                            expires_at = excluded.expires_at, failures = 0
                        """)
                .param("account", account)
                .param("hash", codeHash)
                .param("by", by)
                .param("end", expiresAt)
                .update();
    }

    /** The code of an account, locked until the transaction ends, so that it is used once. */
    public Optional<Reset> lock(UUID account) {
        return jdbc.sql("""
                        select code_hash, expires_at, failures
                        from account.reset_code
                        where account_id = :account
                        for update
                        """).param("account", account).query(Reset.class).optional();
    }

    public void fail(UUID account) {
        jdbc.sql("update account.reset_code set failures = failures + 1 where account_id = :account")
                .param("account", account)
                .update();
    }

    public void delete(UUID account) {
        jdbc.sql("delete from account.reset_code where account_id = :account")
                .param("account", account)
                .update();
    }

    public int purge(OffsetDateTime before) {
        return jdbc.sql("delete from account.reset_code where expires_at < :before")
                .param("before", before)
                .update();
    }
}
