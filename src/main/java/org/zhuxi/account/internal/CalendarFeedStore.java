package org.zhuxi.account.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.CalendarFeeds.Feed;

/** Secret addresses of calendars, by the hash of their secret. */
@Component
public class CalendarFeedStore {

    private final JdbcClient jdbc;

    CalendarFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Feed> find(UUID account) {
        return jdbc.sql("select made_at, last_used_day from account.calendar_feed where account_id = :account")
                .param("account", account)
                .query(Feed.class)
                .optional();
    }

    /** The one there is; it replaces the one before. */
    public void put(UUID account, Secret secret, OffsetDateTime now) {
        jdbc.sql("""
                        insert into account.calendar_feed (account_id, secret_hash, made_at)
                        values (:account, :hash, :now)
                        on conflict (account_id) do update
                            set secret_hash = excluded.secret_hash, made_at = excluded.made_at, last_used_day = null
                        """)
                .param("account", account)
                .param("hash", secret.hash())
                .param("now", now)
                .update();
    }

    public boolean delete(UUID account) {
        return jdbc.sql("delete from account.calendar_feed where account_id = :account")
                        .param("account", account)
                        .update()
                == 1;
    }

    /** The account behind a secret; notes the day of its use, once a day. */
    public Optional<UUID> use(Secret secret, LocalDate today) {
        var found = jdbc.sql("select account_id from account.calendar_feed where secret_hash = :hash")
                .param("hash", secret.hash())
                .query(UUID.class)
                .optional();
        found.ifPresent(account ->
                jdbc.sql("""
                        update account.calendar_feed
                        set last_used_day = :today
                        where account_id = :account and last_used_day is distinct from :today
                        """).param("today", today).param("account", account).update());
        return found;
    }
}
