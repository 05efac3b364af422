package org.zhuxi.notice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Told;
import org.zhuxi.points.ExpiringPoints;
import org.zhuxi.points.ExpiryNotices;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;

/** What is told because of the time: points about to lapse, stations about to open. Told twice it changes nothing. */
@Component
class Clockwork {

    private static final int DAYS = 30;
    private static final int PAGE = 500;
    private static final int AHEAD_MINUTES = 60;

    private final Notifications notifications;
    private final Recipients recipients;
    private final ReminderStore reminders;
    private final ExpiryNotices expiry;
    private final Stations stations;
    private final TransactionOperations transactions;
    private final Clock clock;

    Clockwork(
            Notifications notifications,
            Recipients recipients,
            ReminderStore reminders,
            ExpiryNotices expiry,
            Stations stations,
            TransactionOperations transactions,
            Clock clock) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.reminders = reminders;
        this.expiry = expiry;
        this.stations = stations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells households that lose points within thirty days, once a day on which some lapse; answers how many people. */
    int tellOfExpiry() {
        return recipients.communities().stream().mapToInt(this::tellOfExpiry).sum();
    }

    int tellOfExpiry(CommunityId community) {
        var told = 0;
        @Nullable UUID after = null;
        do {
            var page = expiry.dueWithin(community, DAYS, PAGE, after);
            told += tell(page.items().stream().map(Clockwork::lapsing).toList());
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
        return told;
    }

    private static Told lapsing(ExpiringPoints due) {
        return new Told(
                due.household(),
                NotificationKind.POINTS_EXPIRING,
                due.household().id() + "/" + due.firstDay(),
                List.of(String.valueOf(due.points()), due.firstDay().toString()),
                "/me/points?household=" + due.household().id());
    }

    /** Tells households that their station opens within an hour; answers how many people. */
    int tellOfDropTimes() {
        return reminders.stations().stream().mapToInt(this::tellOfDropTimes).sum();
    }

    int tellOfDropTimes(StationRef ref) {
        return stations.find(ref.site()).map(view -> tellOfDropTimes(ref, view)).orElse(0);
    }

    private int tellOfDropTimes(StationRef ref, StationView view) {
        var now = clock.instant().atZone(view.hours().zone());
        var minute = now.toLocalTime().toSecondOfDay() / 60;
        var day = now.toLocalDate();
        var due = view.hours().windowsOn(day).stream()
                .filter(window -> window.fromMinute() > minute && window.fromMinute() <= minute + AHEAD_MINUTES)
                .toList();
        return tell(due.stream()
                .flatMap(window ->
                        reminders.householdsOf(ref).stream().map(household -> opening(household, view, day, window)))
                .toList());
    }

    private static Told opening(
            org.zhuxi.kernel.HouseholdRef household, StationView view, LocalDate day, OpeningWindow window) {
        var site = view.station().site();
        return new Told(
                household,
                NotificationKind.DROP_TIME,
                site.id() + "/" + day + "/" + window.from(),
                List.of(site.name().zh(), site.name().en(), window.from(), window.to()),
                "/stations");
    }

    private int tell(List<Told> news) {
        if (news.isEmpty()) {
            return 0;
        }
        var told = transactions.execute(status -> notifications.tell(news));
        return told == null ? 0 : told;
    }
}
