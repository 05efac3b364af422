package org.zhuxi.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.PushDevice;
import org.zhuxi.notice.PushSettings;

/** Browsers that are rung, when not to ring them, and what is to be rung. */
@Component
public class PushStore {

    static final String PUSH = "PUSH";
    static final String MAIL = "MAIL";

    private final JdbcClient jdbc;

    PushStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param endpoint sealed */
    record Browser(UUID id, byte[] endpoint, byte[] publicKey, byte[] auth, String language) {}

    /** @param attempts this one included */
    record Due(
            int communityId, UUID accountId, UUID notificationId, UUID subscriptionId, String channel, int attempts) {

        boolean isMail() {
            return channel.equals(MAIL);
        }
    }

    /** Minutes of the local day. */
    record Quiet(int fromMinute, int toMinute) {}

    /** A browser that somebody else used before is this person's from now on. */
    public void insert(
            PushDevice device,
            UUID account,
            String endpoint,
            byte[] sealed,
            byte[] publicKey,
            byte[] auth,
            String language) {
        jdbc.sql("""
                        insert into notice.push_subscription
                            (id, account_id, endpoint_hash, endpoint, host, public_key, auth, language, made_at)
                        values (:id, :account, :hash, :endpoint, :host, :key, :auth, :language, :now)
                        on conflict (endpoint_hash) do update
                            set account_id = excluded.account_id, public_key = excluded.public_key,
                                auth = excluded.auth, language = excluded.language
                        """)
                .param("id", device.id())
                .param("account", account)
                .param("hash", sha256(endpoint))
                .param("endpoint", sealed)
                .param("host", device.host())
                .param("key", publicKey)
                .param("auth", auth)
                .param("language", language)
                .param("now", utc(device.madeAt()))
                .update();
    }

    public long count(UUID account) {
        return jdbc.sql("select count(*) from notice.push_subscription where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    public List<PushDevice> devices(UUID account) {
        return jdbc.sql("select * from notice.push_subscription where account_id = :account order by id")
                .param("account", account)
                .query((row, number) -> new PushDevice(
                        row.getObject("id", UUID.class),
                        row.getString("host"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void delete(UUID account, UUID device) {
        jdbc.sql("delete from notice.push_subscription where account_id = :account and id = :id")
                .param("account", account)
                .param("id", device)
                .update();
    }

    Optional<Browser> find(UUID account, UUID device) {
        return jdbc.sql("""
                        select id, endpoint, public_key, auth, language
                        from notice.push_subscription
                        where account_id = :account and id = :id
                        """)
                .param("account", account)
                .param("id", device)
                .query(Browser.class)
                .optional();
    }

    public PushSettings settings(UUID account) {
        var muted = new HashSet<NotificationKind>();
        jdbc.sql("select kind from notice.muted where account_id = :account")
                .param("account", account)
                .query(String.class)
                .list()
                .forEach(kind -> muted.add(NotificationKind.valueOf(kind)));
        var quiet = quiet(account).orElse(null);
        return quiet == null
                ? new PushSettings(muted, null, null)
                : new PushSettings(muted, time(quiet.fromMinute()), time(quiet.toMinute()));
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    Optional<Quiet> quiet(UUID account) {
        return jdbc.sql("select from_minute, to_minute from notice.quiet_hours where account_id = :account")
                .param("account", account)
                .query(Quiet.class)
                .optional();
    }

    public void mute(UUID account, Set<NotificationKind> kinds) {
        jdbc.sql("delete from notice.muted where account_id = :account")
                .param("account", account)
                .update();
        jdbc.sql("insert into notice.muted (account_id, kind) select :account, unnest(cast(:kinds as text[]))")
                .param("account", account)
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    /** @param from null for none */
    public void keepQuiet(UUID account, @Nullable Integer from, @Nullable Integer to) {
        jdbc.sql("delete from notice.quiet_hours where account_id = :account")
                .param("account", account)
                .update();
        if (from != null) {
            jdbc.sql(
                            "insert into notice.quiet_hours (account_id, from_minute, to_minute) values (:account, :from, :to)")
                    .param("account", account)
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    /** Every browser of the people told rings once, and each is written to once, unless they muted the kind. */
    public void queue(Collection<NotificationStore.Row> rows, Instant now) {
        jdbc.sql("""
                        insert into notice.push_post
                            (community_id, account_id, notification_id, subscription_id, channel, urgent, due_at)
                        select told.community_id, told.account_id, told.id, browser.id, 'PUSH',
                            told.kind = any(:urgent), :now
                        from notice.notification told
                        join notice.push_subscription browser on browser.account_id = told.account_id
                        where told.community_id = any(:communities)
                          and told.account_id = any(:accounts)
                          and told.id = any(:ids)
                          and not exists (
                              select from notice.muted
                              where muted.account_id = told.account_id and muted.kind = told.kind)
                        union all
                        select told.community_id, told.account_id, told.id, box.id, 'MAIL',
                            told.kind = any(:urgent), :now
                        from notice.notification told
                        join notice.mail_address box on box.account_id = told.account_id and box.stopped_at is null
                        where told.community_id = any(:communities)
                          and told.account_id = any(:accounts)
                          and told.id = any(:ids)
                          and not exists (
                              select from notice.mail_muted
                              where mail_muted.account_id = told.account_id and mail_muted.kind = told.kind)
                        on conflict do nothing
                        """)
                .param("now", utc(now))
                .param(
                        "urgent",
                        NotificationKind.urgent().stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "communities",
                        rows.stream()
                                .map(NotificationStore.Row::community)
                                .distinct()
                                .toArray(Integer[]::new))
                .param(
                        "accounts",
                        rows.stream()
                                .map(NotificationStore.Row::account)
                                .distinct()
                                .toArray(UUID[]::new))
                .param("ids", rows.stream().map(NotificationStore.Row::id).toArray(UUID[]::new))
                .update();
    }

    /** Takes what is due of a channel, the urgent first; until the lease ends nobody else takes it. */
    List<Due> lease(String channel, Instant now, Duration lease, int most) {
        return jdbc.sql("""
                        update notice.push_post
                        set attempts = attempts + 1, due_at = :until
                        where (community_id, account_id, notification_id, subscription_id) in (
                            select community_id, account_id, notification_id, subscription_id
                            from notice.push_post
                            where channel = :channel and finished_at is null and due_at <= :now
                            order by urgent desc, due_at
                            limit :most
                            for update skip locked)
                        returning community_id, account_id, notification_id, subscription_id, channel, attempts
                        """)
                .param("channel", channel)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("most", most)
                .query(Due.class)
                .list();
    }

    void finish(Due due, String outcome, Instant now) {
        about(due, "finished_at = :at, outcome = :outcome")
                .param("at", utc(now))
                .param("outcome", outcome)
                .update();
    }

    void postpone(Due due, String outcome, Instant until) {
        about(due, "due_at = :at, outcome = :outcome")
                .param("at", utc(until))
                .param("outcome", outcome)
                .update();
    }

    /** Waits until then without counting as an attempt. */
    void rest(Due due, Instant until) {
        about(due, "due_at = :at, attempts = attempts - 1")
                .param("at", utc(until))
                .update();
    }

    private JdbcClient.StatementSpec about(Due due, String change) {
        return jdbc.sql("update notice.push_post set " + change + """
                 where community_id = :community
                  and account_id = :account
                  and notification_id = :notification
                  and subscription_id = :subscription
                """)
                .param("community", due.communityId())
                .param("account", due.accountId())
                .param("notification", due.notificationId())
                .param("subscription", due.subscriptionId());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text);
    }
}
