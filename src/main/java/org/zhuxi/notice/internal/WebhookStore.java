package org.zhuxi.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.notice.Notice;
import org.zhuxi.notice.Webhook;

/** Group chats and what is to be sent there. */
@Component
public class WebhookStore {

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sealed. */
    record Keys(byte[] address, byte @Nullable [] secret) {}

    /** @param attempts this one included */
    record Due(Webhook hook, UUID notice, int attempts) {}

    private record Leased(UUID webhookId, UUID noticeId, int attempts) {}

    public void insert(Webhook hook, byte[] address, byte @Nullable [] secret, UUID by, Origin origin) {
        about("""
                        insert into notice.webhook
                            (community_id, id, kind, label, host, address, secret, made_by, made_at, paused_at, origin)
                        values (:community, :id, :kind, :label, :host, :address, :secret, :by, :at,
                                case when :paused then cast(:at as timestamptz) end, :origin)
                        """, hook)
                .param("kind", hook.kind().name())
                .param("label", hook.label())
                .param("host", hook.host())
                .param("address", address)
                .param("secret", secret)
                .param("by", by)
                .param("at", utc(hook.madeAt()))
                .param("paused", hook.paused())
                .param("origin", origin.name())
                .update();
    }

    public List<Webhook> list(List<Integer> communities) {
        return jdbc.sql("""
                        select * from notice.webhook
                        where community_id = any(:communities) and ended_at is null
                        order by id
                        limit 200
                        """)
                .param("communities", communities.toArray(Integer[]::new))
                .query(WebhookStore::read)
                .list();
    }

    public Optional<Webhook> find(UUID id) {
        return jdbc.sql("select * from notice.webhook where id = :id and ended_at is null")
                .param("id", id)
                .query(WebhookStore::read)
                .optional();
    }

    Keys keysOf(Webhook hook) {
        return about("select address, secret from notice.webhook where community_id = :community and id = :id", hook)
                .query((row, number) -> new Keys(row.getBytes("address"), row.getBytes("secret")))
                .single();
    }

    /** Its secrets are forgotten, and what waits is not sent. */
    public void end(Webhook hook, Instant now) {
        about("""
                        update notice.webhook
                        set ended_at = :now, address = '', secret = null
                        where community_id = :community and id = :id
                        """, hook).param("now", utc(now)).update();
        about("delete from notice.webhook_post where community_id = :community and webhook_id = :id", hook)
                .update();
    }

    /** What waits is not sent. */
    public void pause(Webhook hook, Instant now) {
        about("""
                        update notice.webhook
                        set paused_at = coalesce(paused_at, :now)
                        where community_id = :community and id = :id
                        """, hook).param("now", utc(now)).update();
        forgetWaiting(hook);
    }

    public void resume(Webhook hook) {
        about("update notice.webhook set paused_at = null where community_id = :community and id = :id", hook)
                .update();
    }

    private void forgetWaiting(Webhook hook) {
        about(
                        "delete from notice.webhook_post"
                                + " where community_id = :community and webhook_id = :id and finished_at is null",
                        hook)
                .update();
    }

    /** Every robot of the community gets the notice, once. */
    void queue(Notice notice, Instant now) {
        jdbc.sql("""
                        insert into notice.webhook_post (community_id, webhook_id, notice_id, due_at)
                        select community_id, id, :notice, :now
                        from notice.webhook
                        where community_id = :community and ended_at is null and paused_at is null
                        on conflict (community_id, webhook_id, notice_id) do nothing
                        """)
                .param("notice", notice.id())
                .param("now", utc(now))
                .param("community", notice.community().value())
                .update();
    }

    /** Takes what is due; until the lease ends nobody else takes it, and if this program dies somebody does afterwards. */
    List<Due> lease(Instant now, Duration lease, int most) {
        return jdbc
                .sql("""
                        update notice.webhook_post post
                        set attempts = attempts + 1, due_at = :until
                        where (community_id, webhook_id, notice_id) in (
                            select community_id, webhook_id, notice_id
                            from notice.webhook_post
                            where finished_at is null and due_at <= :now
                            order by due_at
                            limit :most
                            for update skip locked)
                        returning webhook_id, notice_id, attempts
                        """)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("most", most)
                .query(Leased.class)
                .list()
                .stream()
                .flatMap(it -> find(it.webhookId()).map(hook -> new Due(hook, it.noticeId(), it.attempts())).stream())
                .toList();
    }

    void finish(Due due, String outcome, Instant now) {
        about(due, "finished_at = :at, outcome = :outcome", outcome, now);
    }

    void postpone(Due due, Instant until, String outcome) {
        about(due, "due_at = :at, outcome = :outcome", outcome, until);
    }

    private void about(Due due, String change, String outcome, Instant at) {
        about("update notice.webhook_post set " + change + """
                 where community_id = :community and webhook_id = :id and notice_id = :notice
                """, due.hook())
                .param("notice", due.notice())
                .param("outcome", outcome)
                .param("at", utc(at))
                .update();
    }

    void noteOutcome(Webhook hook, String outcome, Instant now) {
        about("""
                        update notice.webhook
                        set tried_at = :now, outcome = :outcome
                        where community_id = :community and id = :id
                        """, hook).param("now", utc(now)).param("outcome", outcome).update();
    }

    private JdbcClient.StatementSpec about(String sql, Webhook hook) {
        return jdbc.sql(sql).param("community", hook.community().value()).param("id", hook.id());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Webhook read(ResultSet row, int number) throws SQLException {
        var tried = row.getObject("tried_at", OffsetDateTime.class);
        return new Webhook(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                Webhook.Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getString("host"),
                row.getBytes("secret") != null,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                tried == null ? null : tried.toInstant(),
                row.getString("outcome"),
                row.getObject("paused_at") != null);
    }
}
