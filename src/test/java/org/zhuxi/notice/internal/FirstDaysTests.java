package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.notice.NewNotice;
import org.zhuxi.notice.Notices;
import org.zhuxi.notice.Notifications;
import org.zhuxi.place.Places;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** People are told of a notice once, from its first day on, and of none that is over or withdrawn by then. */
@ZhuxiTest
@Import(World.class)
class FirstDaysTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TOMORROW = LocalDate.now(ZONE).plusDays(1);

    private final World worlds;
    private final Accounts accounts;
    private final Notices notices;
    private final Notifications notifications;
    private final NoticeStore store;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    FirstDaysTests(
            World worlds,
            Accounts accounts,
            Notices notices,
            Notifications notifications,
            NoticeStore store,
            Places places,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notices = notices;
        this.notifications = notifications;
        this.store = store;
        this.places = places;
        this.events = events;
        this.transactions = transactions;
    }

    @Test
    void isToldOnceWhenTheFirstDayBegins() {
        var made = worlds.make(1);
        publish(made, TOMORROW, null);

        at(TOMORROW.minusDays(1), 23, 59).tellDue();
        assertThat(told(made)).isEmpty();
        at(TOMORROW, 0, 0).tellDue();
        at(TOMORROW, 0, 0).tellDue();
        at(TOMORROW.plusDays(1), 0, 0).tellDue();
        assertThat(told(made)).containsExactly("停水");
    }

    @Test
    void isToldLaterWhenNoProgramRanOnTheFirstDay() {
        var made = worlds.make(1);
        publish(made, TOMORROW, TOMORROW.plusDays(5));

        at(TOMORROW.plusDays(5), 23, 59).tellDue();
        assertThat(told(made)).containsExactly("停水");
    }

    @Test
    void isNotToldWhenItIsOverWithdrawnOrPutOffByThen() {
        var made = worlds.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        publish(made, TOMORROW, TOMORROW);
        var putOff = publish(made, TOMORROW, null);
        notices.edit(clerk, putOff, 1, words(made, TOMORROW.plusDays(9), null));
        notices.withdraw(clerk, publish(made, TOMORROW, null), "不停了");

        at(TOMORROW.plusDays(1), 0, 0).tellDue();
        assertThat(told(made)).isEmpty();
        at(TOMORROW.plusDays(9), 0, 0).tellDue();
        assertThat(told(made)).hasSize(1);
    }

    private List<String> told(World.Made made) {
        return notifications.list(accounts.actorOf(made.username("resident")), 10, null).items().stream()
                .map(one -> one.arguments().getFirst())
                .toList();
    }

    private UUID publish(World.Made made, LocalDate from, @Nullable LocalDate until) {
        var clerk = accounts.actorOf(made.username("clerk"));
        var id = Ids.next();
        notices.draft(clerk, id, words(made, from, until), Origin.SYNTHETIC);
        notices.publish(clerk, id);
        return id;
    }

    private static NewNotice words(World.Made made, LocalDate from, @Nullable LocalDate until) {
        return new NewNotice(made.communityCode(), "停水", "", "正文", "", false, from, until);
    }

    /** As another program of the same community would, at that time. */
    private FirstDays at(LocalDate day, int hour, int minute) {
        var clock = Clock.fixed(day.atTime(hour, minute).atZone(ZONE).toInstant(), ZONE);
        return new FirstDays(store, places, events, transactions, clock);
    }
}
