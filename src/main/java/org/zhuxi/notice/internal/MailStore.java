package org.zhuxi.notice.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Ids;
import org.zhuxi.notice.MailAddress;
import org.zhuxi.notice.NotificationKind;

/** Addresses that are written to, links that wait for being used, and what not to write about. */
@Component
public class MailStore {

    private final JdbcClient jdbc;
    private final Sealed sealed;

    MailStore(JdbcClient jdbc, Sealed sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** @param address sealed */
    record Box(UUID id, byte[] address, String language) {}

    private record Row(
            byte[] address,
            OffsetDateTime confirmedAt,
            @Nullable String stopReason) {}

    public Optional<MailAddress> find(UUID account) {
        return jdbc.sql(
                        "select address, confirmed_at, stop_reason from notice.mail_address where account_id = :account")
                .param("account", account)
                .query(Row.class)
                .optional()
                .map(row -> new MailAddress(
                        opened(row.address()), row.confirmedAt().toInstant(), muted(account), row.stopReason()));
    }

    /** The words, or nothing when the key is another one. */
    private String opened(byte[] address) {
        try {
            return sealed.open(address);
        } catch (IllegalStateException e) {
            return "";
        }
    }

    private Set<NotificationKind> muted(UUID account) {
        var muted = new HashSet<NotificationKind>();
        jdbc.sql("select kind from notice.mail_muted where account_id = :account")
                .param("account", account)
                .query(String.class)
                .list()
                .forEach(kind -> muted.add(NotificationKind.valueOf(kind)));
        return muted;
    }

    /** The box to which a letter of the queue goes; empty when it is gone or stopped. */
    Optional<Box> findOpen(UUID account, UUID id) {
        return jdbc.sql("""
                        select id, address, language
                        from notice.mail_address
                        where account_id = :account and id = :id and stopped_at is null
                        """)
                .param("account", account)
                .param("id", id)
                .query(Box.class)
                .optional();
    }

    public Optional<String> pending(UUID account, Instant now) {
        return jdbc.sql("""
                        select address
                        from notice.mail_confirmation
                        where account_id = :account and ended_at is null and expires_at > :now
                        """)
                .param("account", account)
                .param("now", utc(now))
                .query(byte[].class)
                .optional()
                .map(this::opened);
    }

    /** How many links somebody asked for since then; until the transaction ends nobody counts beside. */
    public long lockAndCountAsked(UUID account, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('notice.mail_confirmation'), hashtext(:account))")
                .param("account", account.toString())
                .query((row, number) -> true)
                .single();
        return jdbc.sql(
                        "select count(*) from notice.mail_confirmation where account_id = :account and made_at > :since")
                .param("account", account)
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    /** Earlier links of the person are worthless from now on. */
    public void ask(UUID account, MailLink link, String address, String language, Instant now, Instant until) {
        endLinks(account, now);
        jdbc.sql("""
                        insert into notice.mail_confirmation (token_hash, account_id, address, language, made_at, expires_at)
                        values (:hash, :account, :address, :language, :now, :until)
                        """)
                .param("hash", link.hash())
                .param("account", account)
                .param("address", sealed.seal(address))
                .param("language", language)
                .param("now", utc(now))
                .param("until", utc(until))
                .update();
    }

    /** Answers whether the link was good. */
    public boolean confirm(MailLink link, Instant now) {
        return jdbc.sql("""
                        with used as (
                            update notice.mail_confirmation
                            set ended_at = :now
                            where token_hash = :hash and ended_at is null and expires_at > :now
                            returning account_id, address, language)
                        insert into notice.mail_address (account_id, id, address, language, confirmed_at)
                        select account_id, :id, address, language, :now
                        from used
                        on conflict (account_id) do update
                            set id = excluded.id, address = excluded.address, language = excluded.language,
                                confirmed_at = excluded.confirmed_at, stopped_at = null, stop_reason = null
                        """)
                        .param("hash", link.hash())
                        .param("id", Ids.next())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** @param address its id; one that is stopped already stays as it is */
    public void stop(UUID address, String reason, Instant now) {
        jdbc.sql("""
                        update notice.mail_address
                        set stopped_at = :now, stop_reason = :reason
                        where id = :id and stopped_at is null
                        """)
                .param("id", address)
                .param("now", utc(now))
                .param("reason", reason)
                .update();
    }

    public void remove(UUID account, Instant now) {
        endLinks(account, now);
        for (var table : new String[] {"mail_address", "mail_muted"}) {
            jdbc.sql("delete from notice." + table + " where account_id = :account")
                    .param("account", account)
                    .update();
        }
    }

    private void endLinks(UUID account, Instant now) {
        jdbc.sql("""
                        update notice.mail_confirmation
                        set ended_at = :now, address = ''
                        where account_id = :account and ended_at is null
                        """).param("account", account).param("now", utc(now)).update();
    }

    public void mute(UUID account, Set<NotificationKind> kinds) {
        jdbc.sql("delete from notice.mail_muted where account_id = :account")
                .param("account", account)
                .update();
        jdbc.sql("insert into notice.mail_muted (account_id, kind) select :account, unnest(cast(:kinds as text[]))")
                .param("account", account)
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    /** Forgets links made before; answers how many. */
    int forgetLinks(Instant before) {
        return jdbc.sql("delete from notice.mail_confirmation where made_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
