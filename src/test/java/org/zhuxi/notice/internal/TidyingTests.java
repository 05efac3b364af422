package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.Notification;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Told;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Notifications go when they are old: those that were read sooner than those that were not. */
@ZhuxiTest
@Import(World.class)
class TidyingTests {

    private static final Duration READ = Duration.ofDays(90);
    private static final Duration UNREAD = Duration.ofDays(365);

    private final World worlds;
    private final Accounts accounts;
    private final Notifications notifications;
    private final MailStore mails;
    private final TransactionOperations transactions;
    private final JdbcClient sql;

    TidyingTests(
            World worlds,
            Accounts accounts,
            Notifications notifications,
            MailStore mails,
            TransactionOperations transactions,
            JdbcClient sql) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notifications = notifications;
        this.mails = mails;
        this.transactions = transactions;
        this.sql = sql;
    }

    @Test
    void whatWasReadGoesAfterNinetyDaysAndWhatWasNotAfterAYear() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        tell(made, "read", Duration.ofDays(120));
        tell(made, "read-just-now", Duration.ofDays(120));
        tell(made, "unread", Duration.ofDays(300));
        tell(made, "unread-for-long", Duration.ofDays(400));
        readAgo(resident, "read", Duration.ofDays(91));
        readAgo(resident, "read-just-now", Duration.ofDays(1));

        tidying(READ, UNREAD).tidy();

        assertThat(notifications.list(resident, 10, null).items())
                .extracting(Notification::link)
                .containsExactlyInAnyOrder("/me/unread", "/me/read-just-now");
    }

    @Test
    void refusesToForgetWhatCouldBeToldAgain() {
        assertThatThrownBy(() -> tidying(Duration.ofDays(7), UNREAD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tidying(READ, Duration.ofDays(60))).isInstanceOf(IllegalArgumentException.class);
    }

    private Tidying tidying(Duration read, Duration unread) {
        return new Tidying(sql, mails, read, unread, Clock.systemUTC());
    }

    private void tell(World.Made made, String subject, Duration ago) {
        transactions.executeWithoutResult(status -> notifications.tell(List.of(new Told(
                made.households().getFirst(),
                NotificationKind.GIFT_RECEIVED,
                subject,
                List.of("5"),
                "/me/" + subject))));
        sql.sql(
                        "update notice.notification set created_at = :at where community_id = :community and subject = :subject")
                .param("at", Instant.now().minus(ago).atOffset(ZoneOffset.UTC))
                .param("community", made.community().value())
                .param("subject", subject)
                .update();
    }

    private void readAgo(Actor resident, String subject, Duration ago) {
        sql.sql("update notice.notification set read_at = :at where account_id = :account and subject = :subject")
                .param("at", Instant.now().minus(ago).atOffset(ZoneOffset.UTC))
                .param("account", resident.account())
                .param("subject", subject)
                .update();
    }
}
