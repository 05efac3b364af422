package org.zhuxi.notice.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was told long ago goes: what was read after a while, what nobody read much later. No sooner than news could come again:
 * a row is what keeps the same from being told twice.
 */
@Component
class Tidying {

    /** Points about to lapse are told thirty days ahead, the longest there is. */
    static final Duration LEAST = Duration.ofDays(31);

    private static final Duration LINKS = Duration.ofDays(2);
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final MailStore mails;
    private final Duration keepRead;
    private final Duration keepUnread;
    private final Clock clock;

    Tidying(
            JdbcClient jdbc,
            MailStore mails,
            @Value("${zhuxi.notice.keep-read:90d}") Duration keepRead,
            @Value("${zhuxi.notice.keep-unread:365d}") Duration keepUnread,
            Clock clock) {
        if (keepRead.compareTo(LEAST) < 0 || keepUnread.compareTo(keepRead) < 0) {
            throw new IllegalArgumentException("zhuxi.notice.keep-read must be " + LEAST.toDays()
                    + " days at least, and zhuxi.notice.keep-unread no less than it");
        }
        this.jdbc = jdbc;
        this.mails = mails;
        this.keepRead = keepRead;
        this.keepUnread = keepUnread;
        this.clock = clock;
    }

    /** Removes what is too old, a few thousand rows a statement; answers how many notifications. */
    long tidy() {
        var now = clock.instant();
        mails.forgetLinks(now.minus(LINKS));
        while (forgetRings(now) == AT_ONCE) {
            // the next few thousand
        }
        var gone = 0L;
        int some;
        do {
            some = forgetNotifications(now);
            gone += some;
        } while (some == AT_ONCE);
        return gone;
    }

    private int forgetNotifications(Instant now) {
        return jdbc.sql("""
                        delete from notice.notification
                        where (community_id, account_id, id) in (
                            select community_id, account_id, id
                            from notice.notification
                            where created_at < :read and (read_at < :read or created_at < :unread)
                            limit :most)
                        """)
                .param("read", now.minus(keepRead).atOffset(ZoneOffset.UTC))
                .param("unread", now.minus(keepUnread).atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }

    private int forgetRings(Instant now) {
        return jdbc.sql("""
                        delete from notice.push_post
                        where (community_id, account_id, notification_id, subscription_id) in (
                            select community_id, account_id, notification_id, subscription_id
                            from notice.push_post
                            where finished_at < :before
                            limit :most)
                        """)
                .param("before", now.minus(keepRead).atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }
}
