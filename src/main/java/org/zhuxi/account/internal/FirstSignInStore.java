package org.zhuxi.account.internal;

import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Sha256;

/** Accounts from lists, and the codes with which their owners sign in first. */
@Component
public class FirstSignInStore {

    private final JdbcClient jdbc;

    FirstSignInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param key the line of the list */
    public record Opened(UUID account, UUID key) {}

    public void insert(List<Opened> opened, UUID by, OffsetDateTime now) {
        jdbc.sql("""
                        insert into account.first_sign_in (account_id, key, opened_by, opened_at)
                        select cast(added.account_id as uuid), cast(added.key as uuid), :by, :now
                        from unnest(:accounts, :keys) as added (account_id, key)
                        """)
                .param("by", by)
                .param("now", now)
                .param(
                        "accounts",
                        opened.stream().map(one -> one.account().toString()).toArray(String[]::new))
                .param("keys", opened.stream().map(one -> one.key().toString()).toArray(String[]::new))
                .update();
    }

    /** The accounts that lines of a list opened, by line. */
    public Map<UUID, UUID> findByKeys(Collection<UUID> keys) {
        return jdbc
                .sql("select account_id as account, key from account.first_sign_in where key = any(:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .query(Opened.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Opened::key, Opened::account));
    }

    /** Whether nobody has signed in with it yet, nor could; the row stays locked until the transaction ends. */
    public boolean lockUnclaimed(UUID account) {
        return jdbc.sql("""
                        select true
                        from account.first_sign_in first
                        where first.account_id = :account and first.claimed_at is null
                          and not exists (select from account.passkey key where key.account_id = first.account_id)
                          and not exists (select from account.identity known where known.account_id = first.account_id)
                          and not exists (select from account.sign_in_card card where card.account_id = first.account_id)
                        for update of first
                        """)
                .param("account", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void putCode(UUID account, String code, OffsetDateTime until) {
        jdbc.sql("""
                        update account.first_sign_in
                        set code_hash = :hash, expires_at = :until, failures = 0
                        where account_id = :account
                        """)
                .param("hash", hash(account, code))
                .param("until", until)
                .param("account", account)
                .update();
    }

    /**
     * With the account in it, so that a thief of the table has to try codes for one account at a time. A slow hash would keep whoever
     * hands out thousands of codes waiting for minutes.
     */
    private static byte[] hash(UUID account, String code) {
        return Sha256.of(account + code);
    }

    /** A code that has been given out; only its hash is known. */
    public record Code(UUID accountId, byte[] codeHash, OffsetDateTime expiresAt, int failures) {

        public boolean is(String typed) {
            // those given out by versions that hashed the code alone are good for a month
            return MessageDigest.isEqual(hash(accountId, typed), codeHash)
                    || MessageDigest.isEqual(Sha256.of(typed), codeHash);
        }
    }

    /** The code of an account, locked until the transaction ends, so that it is used once. */
    public Optional<Code> lockCode(UUID account) {
        return jdbc.sql("""
                        select account_id, code_hash, expires_at, failures
                        from account.first_sign_in
                        where account_id = :account and claimed_at is null and code_hash is not null
                        for update
                        """).param("account", account).query(Code.class).optional();
    }

    public void fail(UUID account) {
        jdbc.sql("update account.first_sign_in set failures = failures + 1 where account_id = :account")
                .param("account", account)
                .update();
    }

    /** Takes note that the owner has a password of his own now. */
    public void claim(UUID account, OffsetDateTime now) {
        jdbc.sql("""
                        update account.first_sign_in
                        set claimed_at = coalesce(claimed_at, :now), code_hash = null, expires_at = null
                        where account_id = :account
                        """).param("now", now).param("account", account).update();
    }
}
