package org.zhuxi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.activity.internal.UnsampledIds;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Closure;
import org.zhuxi.waste.Stations;

/** People are told what concerns their household, once, and only if it really happened. */
@ZhuxiTest
@Import(World.class)
class NotificationTests {

    private final World worlds;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Reminders reminders;
    private final Activities activities;
    private final Stations stations;
    private final TransactionOperations transactions;

    NotificationTests(
            World worlds,
            Accounts accounts,
            Notifications notifications,
            Reminders reminders,
            Activities activities,
            Stations stations,
            TransactionOperations transactions) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.notifications = notifications;
        this.reminders = reminders;
        this.activities = activities;
        this.stations = stations;
        this.transactions = transactions;
    }

    @Test
    void aRejectedRecordIsToldToItsHouseholdAndToNobodyElse() {
        var made = worlds.make(2);
        var drop = drop(made);
        activities.record(accounts.actorOf(made.username("steward")), List.of(drop));

        activities.reverse(accounts.actorOf(made.username("verifier")), drop.id(), "称错了");

        var told = notifications
                .list(accounts.actorOf(made.username("resident")), 10, null)
                .items();
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(NotificationKind.RECORD_REVERSED);
            assertThat(one.arguments()).first().isEqualTo("1");
        });
        assertThat(notifications
                        .list(accounts.actorOf(made.username("clerk")), 10, null)
                        .items())
                .isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotTold() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));

        transactions.executeWithoutResult(status -> {
            assertThat(notifications.tell(List.of(gift(made, "a")))).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(notifications.countUnread(resident)).isZero();
        assertThatThrownBy(() -> notifications.tell(List.of(gift(made, "a"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theSameIsToldOnceAndReadOnce() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        for (var i = 0; i < 3; i++) {
            transactions.executeWithoutResult(status -> notifications.tell(List.of(gift(made, "b"), gift(made, "c"))));
        }
        assertThat(notifications.countUnread(resident)).isEqualTo(2);

        var first = notifications.list(resident, 1, null);
        var read = notifications.read(resident, first.items().getFirst().id());
        assertThat(read.isUnread()).isFalse();
        assertThat(notifications.read(resident, read.id()).readAt()).isEqualTo(read.readAt());
        assertThat(notifications.countUnread(resident)).isEqualTo(1);
        notifications.readAll(resident);
        assertThat(notifications.countUnread(resident)).isZero();

        assertThat(notifications
                        .list(resident, 1, UUID.fromString(java.util.Objects.requireNonNull(first.next())))
                        .next())
                .isNull();
    }

    @Test
    void nobodyReadsWhatWasToldToSomebodyElse() {
        var made = worlds.make(1);
        transactions.executeWithoutResult(status -> notifications.tell(List.of(gift(made, "d"))));
        var told = notifications
                .list(accounts.actorOf(made.username("resident")), 10, null)
                .items()
                .getFirst();

        assertThatThrownBy(() -> notifications.read(accounts.actorOf(made.username("head")), told.id()))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void aClosedStationIsToldToThoseWhoAskedForIt() {
        var made = worlds.make(2);
        var station = worlds.station(made, stations);
        var resident = accounts.actorOf(made.username("resident"));
        var household = made.households().getFirst();
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        var head = accounts.actorOf(made.username("head"));

        reminders.remind(resident, household, station.site());
        assertThat(reminders.stationOf(resident, household)).contains(station.site());
        stations.close(head, station, new Closure(day, "检修"));
        reminders.end(resident, household);
        stations.close(head, station, new Closure(day.plusDays(1), "检修"));

        assertThat(notifications.list(resident, 10, null).items())
                .singleElement()
                .satisfies(one -> assertThat(one.arguments())
                        .containsExactly("东门投放点", "East Gate Station", day.toString(), "检修"));
        assertThatThrownBy(() -> reminders.remind(resident, household, Ids.next()))
                .isInstanceOf(NoticeRefused.NoStation.class);
        assertThatThrownBy(() -> reminders.remind(resident, made.households().get(1), station.site()))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void manyAreReadPageByPage() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        transactions.executeWithoutResult(status -> notifications.tell(java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> gift(made, "n" + i))
                .toList()));

        var read = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = notifications.list(resident, 10, after == null ? null : UUID.fromString(after));
            page.items().forEach(it -> read.add(it.id()));
            after = page.next();
        } while (after != null);

        assertThat(read).hasSize(25).doesNotHaveDuplicates();
    }

    private static Told gift(World.Made made, String subject) {
        return new Told(
                made.households().getFirst(),
                NotificationKind.GIFT_RECEIVED,
                subject,
                List.of("5"),
                "/me/points/gifts");
    }

    private static Submission drop(World.Made made) {
        return new Submission(
                UnsampledIds.next(),
                "waste.drop.kitchen",
                made.communityCode(),
                made.households().getFirst().id(),
                null,
                Instant.now(),
                Map.of("mass", new Measured(new BigDecimal("1.2"), "kg")),
                "A",
                null,
                List.of(),
                null);
    }
}
