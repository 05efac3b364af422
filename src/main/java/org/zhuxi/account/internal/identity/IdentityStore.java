package org.zhuxi.account.internal.identity;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.zhuxi.account.LinkedIdentity;
import org.zhuxi.account.internal.TypedCode;

/** Linked identities, and those that wait to be linked. */
@Component
public class IdentityStore {

    private final JdbcClient jdbc;
    private final PasswordEncoder hashes;

    IdentityStore(JdbcClient jdbc, PasswordEncoder hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    /** Who a provider says somebody is. */
    public record Subject(String registration, String subject) {}

    public List<LinkedIdentity> list(UUID account) {
        return jdbc.sql("""
                        select registration, subject, linked_at, last_used_at
                        from account.identity
                        where account_id = :account
                        order by linked_at
                        """)
                .param("account", account)
                .query(LinkedIdentity.class)
                .list();
    }

    /** The account of an identity; notes its use. */
    public Optional<UUID> use(Subject who, OffsetDateTime now) {
        return jdbc.sql("""
                        update account.identity
                        set last_used_at = :now
                        where registration = :registration and subject = :subject
                        returning account_id
                        """)
                .param("now", now)
                .param("registration", who.registration())
                .param("subject", who.subject())
                .query(UUID.class)
                .optional();
    }

    /** Answers false when the identity is somebody's already. */
    public boolean link(Subject who, UUID account, UUID by, OffsetDateTime now) {
        return jdbc.sql("""
                        insert into account.identity (registration, subject, account_id, linked_by, linked_at)
                        values (:registration, :subject, :account, :by, :now)
                        on conflict do nothing
                        """)
                        .param("registration", who.registration())
                        .param("subject", who.subject())
                        .param("account", account)
                        .param("by", by)
                        .param("now", now)
                        .update()
                == 1;
    }

    public boolean unlink(UUID account, Subject who) {
        return jdbc.sql("""
                        delete from account.identity
                        where account_id = :account and registration = :registration and subject = :subject
                        """)
                        .param("account", account)
                        .param("registration", who.registration())
                        .param("subject", who.subject())
                        .update()
                == 1;
    }

    /** Keeps an identity until somebody links it; a new code replaces an earlier one. */
    public void await(Subject who, TypedCode code, OffsetDateTime expiresAt) {
        jdbc.sql("""
                        insert into account.waiting_identity (code_start, code_hash, registration, subject, expires_at)
                        values (:start, :hash, :registration, :subject, :end)
                        on conflict (registration, subject) do update
                        set code_start = excluded.code_start, code_hash = excluded.code_hash, expires_at = excluded.expires_at
                        """)
                .param("start", code.start())
                .param("hash", Objects.requireNonNull(hashes.encode(code.secret())))
                .param("registration", who.registration())
                .param("subject", who.subject())
                .param("end", expiresAt)
                .update();
    }

    public Optional<Subject> findWaiting(TypedCode code, OffsetDateTime now) {
        return jdbc.sql("""
                        select code_hash, registration, subject
                        from account.waiting_identity
                        where code_start = :start and expires_at > :now
                        """).param("start", code.start()).param("now", now).query(Waiting.class).list().stream()
                .filter(one -> hashes.matches(code.secret(), one.codeHash()))
                .findFirst()
                .map(one -> new Subject(one.registration(), one.subject()));
    }

    private record Waiting(String codeHash, String registration, String subject) {}

    public void forgetWaiting(Subject who) {
        jdbc.sql("delete from account.waiting_identity where registration = :registration and subject = :subject")
                .param("registration", who.registration())
                .param("subject", who.subject())
                .update();
    }

    public int purge(OffsetDateTime before) {
        return jdbc.sql("delete from account.waiting_identity where expires_at < :before")
                .param("before", before)
                .update();
    }
}
