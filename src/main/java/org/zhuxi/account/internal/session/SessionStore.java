package org.zhuxi.account.internal.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of an account, for looking at them and ending them; Spring Session writes them. */
@Component
public class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session that has not ended. */
    public record Open(String sessionId, Instant since, Instant lastSeen, String device) {}

    /** Last used first, at most fifty. */
    public List<Open> list(UUID account, Instant now) {
        return jdbc.sql("""
                        select session.session_id, session.creation_time, session.last_access_time,
                               coalesce(convert_from(device.attribute_bytes, 'UTF8'), '') as device
                        from account.session session
                        left join account.session_attributes device
                            on device.session_primary_id = session.primary_id and device.attribute_name = 'device'
                        where session.principal_name = :account and session.expiry_time > :now
                        order by session.last_access_time desc
                        limit 50
                        """)
                .param("account", account.toString())
                .param("now", now.toEpochMilli())
                .query((row, number) -> new Open(
                        row.getString("session_id"),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getString("device")))
                .list();
    }

    /** Ends all sessions of an account but one, or all. Answers how many. */
    public int end(UUID account, @Nullable String exceptSessionId) {
        return jdbc.sql("""
                        delete from account.session
                        where principal_name = :account and session_id <> :except
                        """)
                .param("account", account.toString())
                .param("except", exceptSessionId == null ? "" : exceptSessionId)
                .update();
    }
}
