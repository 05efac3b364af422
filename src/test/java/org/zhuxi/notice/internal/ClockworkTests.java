package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Reminders;
import org.zhuxi.points.ExpiryNotices;
import org.zhuxi.points.ManualPosting;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Postings;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.Stations;

/** What the clock tells people: before a station opens, before points lapse; however often it is asked, once. */
@ZhuxiTest
@Import(World.class)
class ClockworkTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final World worlds;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Recipients recipients;
    private final ReminderStore store;
    private final Reminders reminders;
    private final ExpiryNotices expiry;
    private final Stations stations;
    private final Postings postings;
    private final TransactionOperations transactions;
    private final JdbcClient sql;

    ClockworkTests(
            World worlds,
            Accounts accounts,
            Notifications notifications,
            Recipients recipients,
            ReminderStore store,
            Reminders reminders,
            ExpiryNotices expiry,
            Stations stations,
            Postings postings,
            TransactionOperations transactions,
            JdbcClient sql) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notifications = notifications;
        this.recipients = recipients;
        this.store = store;
        this.reminders = reminders;
        this.expiry = expiry;
        this.stations = stations;
        this.postings = postings;
        this.transactions = transactions;
        this.sql = sql;
    }

    @Test
    void tellsWithinTheHourBeforeAStationOpens() {
        var made = worlds.make(1);
        var station = worlds.station(made, stations);
        var resident = accounts.actorOf(made.username("resident"));
        var day = LocalDate.now(ZONE).plusDays(1);
        stations.setWindows(
                accounts.actorOf(made.username("head")),
                station,
                day,
                List.of(OpeningWindow.of(OpeningWindow.everyDay(), "07:00", "09:00")));
        reminders.remind(resident, made.households().getFirst(), station.site());

        assertThat(at(day, 5, 59).tellOfDropTimes(station)).isZero();
        assertThat(at(day, 6, 0).tellOfDropTimes(station)).isEqualTo(1);
        assertThat(at(day, 6, 10).tellOfDropTimes(station)).isZero();
        assertThat(at(day, 7, 0).tellOfDropTimes(station)).isZero();

        assertThat(notifications.list(resident, 10, null).items())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.kind()).isEqualTo(NotificationKind.DROP_TIME);
                    assertThat(told.arguments()).endsWith("07:00", "09:00");
                });
    }

    @Test
    void tellsOfPointsThatLapseSoonOnce() {
        var made = worlds.make(1);
        var household = made.households().getFirst();
        postings.post(
                World.founder(),
                household.id(),
                new ManualPosting(Ids.next(), PostingKind.ADJUSTMENT, 20, null, "trial"));
        sql.sql("update points.account set lots[1] = :day where community_id = :community and id = :household")
                .param("day", LocalDate.now(ZONE).plusDays(10).toEpochDay())
                .param("community", made.community().value())
                .param("household", household.id())
                .update();
        var clockwork = at(LocalDate.now(ZONE), 9, 0);

        assertThat(clockwork.tellOfExpiry(made.community())).isEqualTo(1);
        assertThat(clockwork.tellOfExpiry(made.community())).isZero();

        assertThat(notifications
                        .list(accounts.actorOf(made.username("resident")), 10, null)
                        .items())
                .singleElement()
                .satisfies(told -> assertThat(told.arguments()).first().isEqualTo("20"));
    }

    private Clockwork at(LocalDate day, int hour, int minute) {
        var clock = Clock.fixed(day.atTime(hour, minute).atZone(ZONE).toInstant(), ZONE);
        return new Clockwork(notifications, recipients, store, expiry, stations, transactions, clock);
    }
}
