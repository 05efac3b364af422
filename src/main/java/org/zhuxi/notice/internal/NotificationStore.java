package org.zhuxi.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.notice.Notification;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Told;

/** Notifications, one row a person and cause. */
@Component
public class NotificationStore {

    private static final UUID LAST = new UUID(-1, -1);

    /** Stands between the arguments of one notification on their way into the database; nobody types it. */
    private static final String BETWEEN = "\u001f";

    private final JdbcClient jdbc;

    NotificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param community 0 for places above communities
     * @param account who is told
     */
    public record Row(int community, UUID account, UUID id, Told told) {}

    /** Writes what is new, in one statement; answers how many that were. */
    public int insert(List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        insert into notice.notification
                            (community_id, account_id, id, kind, subject, arguments, link, created_at)
                        select community_id, account_id, id, kind, subject, string_to_array(arguments, chr(31)), link, :now
                        from unnest(cast(:communities as integer[]), cast(:accounts as uuid[]), cast(:ids as uuid[]),
                                    cast(:kinds as text[]), cast(:subjects as text[]), cast(:arguments as text[]),
                                    cast(:links as text[]))
                                 told (community_id, account_id, id, kind, subject, arguments, link)
                        on conflict (community_id, account_id, kind, subject) do nothing
                        """)
                .param("communities", rows.stream().map(Row::community).toArray(Integer[]::new))
                .param("accounts", rows.stream().map(Row::account).toArray(UUID[]::new))
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("kinds", texts(rows, told -> told.kind().name()))
                .param("subjects", texts(rows, Told::subject))
                .param("arguments", texts(rows, told -> String.join(BETWEEN, told.arguments())))
                .param("links", texts(rows, Told::link))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(List<Row> rows, Function<Told, String> text) {
        return rows.stream().map(Row::told).map(text).toArray(String[]::new);
    }

    public List<Notification> list(UUID account, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from notice.notification
                        where account_id = :account and id < :key
                        order by id desc
                        limit :limit
                        """)
                .param("account", account)
                .param("key", after == null ? LAST : after)
                .param("limit", limit)
                .query(NotificationStore::read)
                .list();
    }

    public Optional<Notification> find(UUID account, UUID id) {
        return jdbc.sql("select * from notice.notification where account_id = :account and id = :id")
                .param("account", account)
                .param("id", id)
                .query(NotificationStore::read)
                .optional();
    }

    public long countUnread(UUID account) {
        return jdbc.sql("select count(*) from notice.notification where account_id = :account and read_at is null")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** @param id null for all */
    public void markRead(UUID account, @Nullable UUID id, Instant now) {
        jdbc.sql("""
                        update notice.notification
                        set read_at = :now
                        where account_id = :account
                          and read_at is null
                          and (cast(:id as uuid) is null or id = cast(:id as uuid))
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("id", id)
                .update();
    }

    private static Notification read(ResultSet row, int number) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Notification(
                row.getObject("id", UUID.class),
                NotificationKind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
