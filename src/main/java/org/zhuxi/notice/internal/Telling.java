package org.zhuxi.notice.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivitiesReversed;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.notice.NoticePublished;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Told;
import org.zhuxi.place.Places;
import org.zhuxi.points.GiftGiven;
import org.zhuxi.points.GoodsHeld;
import org.zhuxi.request.HelpCalled;
import org.zhuxi.request.RequestChanged;
import org.zhuxi.request.RequestStep;
import org.zhuxi.waste.StationClosed;

/** Listens to what happens elsewhere and tells whom it concerns, in the same transaction. */
@Component
class Telling {

    private final Notifications notifications;
    private final Recipients recipients;
    private final ReminderStore reminders;
    private final WebhookStore webhooks;
    private final Kinds kinds;
    private final Places places;
    private final Clock clock;

    Telling(
            Notifications notifications,
            Recipients recipients,
            ReminderStore reminders,
            WebhookStore webhooks,
            Kinds kinds,
            Places places,
            Clock clock) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.reminders = reminders;
        this.webhooks = webhooks;
        this.kinds = kinds;
        this.places = places;
        this.clock = clock;
    }

    @EventListener
    void on(NoticePublished published) {
        var notice = published.notice();
        if (places.getCommunity(notice.community()).path().equals(notice.audience())) {
            webhooks.queue(notice, clock.instant());
        }
        var arguments = List.of(notice.title().zh(), notice.title().en());
        notifications.tell(recipients.householdsAt(notice.community(), notice.audience()).stream()
                .map(household -> new Told(
                        household,
                        NotificationKind.NOTICE_PUBLISHED,
                        notice.id().toString(),
                        arguments,
                        "/me/notices#n" + notice.id()))
                .toList());
    }

    /** One line a household, however many of its records ceased to count at once. */
    @EventListener
    void on(ActivitiesReversed reversed) {
        var byHousehold = reversed.activities().stream()
                .filter(activity -> activity.household() != null)
                .collect(Collectors.groupingBy(activity ->
                        new HouseholdRef(activity.community(), Objects.requireNonNull(activity.household()))));
        notifications.tell(byHousehold.entrySet().stream()
                .map(entry -> reversed(entry.getKey(), entry.getValue()))
                .toList());
    }

    private Told reversed(HouseholdRef household, List<Activity> activities) {
        var first = activities.getFirst();
        var kind = kinds.get(first.kind()).names();
        return new Told(
                household,
                NotificationKind.RECORD_REVERSED,
                first.id().toString(),
                List.of(String.valueOf(activities.size()), kind.zh(), kind.en()),
                "/me/history");
    }

    @EventListener
    void on(GiftGiven given) {
        var gift = given.gift();
        notifications.tell(List.of(new Told(
                gift.to(),
                NotificationKind.GIFT_RECEIVED,
                gift.id().toString(),
                List.of(String.valueOf(gift.points())),
                "/me/points/gifts")));
    }

    @EventListener
    void on(GoodsHeld held) {
        var redemption = held.redemption();
        var zone = places.getCommunity(redemption.household().community()).zone();
        var until = redemption.expiresAt().atZone(zone).toLocalDate();
        notifications.tell(List.of(new Told(
                redemption.household(),
                NotificationKind.GOODS_WAITING,
                redemption.id().toString(),
                List.of(redemption.goodsName().zh(), redemption.goodsName().en(), until.toString()),
                "/me/shop/redemptions/" + redemption.id())));
    }

    @EventListener
    void on(StationClosed closed) {
        var name = closed.name();
        var day = closed.closure().day().toString();
        notifications.tell(reminders.householdsOf(closed.station()).stream()
                .map(household -> new Told(
                        household,
                        NotificationKind.STATION_CLOSED,
                        closed.station().site() + "/" + day,
                        List.of(name.zh(), name.en(), day, closed.closure().reason()),
                        "/stations"))
                .toList());
    }

    /** Whoever reported something, or follows it, is told of each new state. */
    @EventListener
    void on(RequestChanged changed) {
        var step = changed.step();
        var to = step.to();
        if (to == null || step.kind() == RequestStep.Kind.CALLED_BACK) {
            return;
        }
        notifications.tell(
                changed.request().community(),
                changed.people(),
                new Told(
                        null,
                        NotificationKind.REQUEST_MOVED,
                        step.id().toString(),
                        List.of(
                                changed.service().zh(),
                                changed.service().en(),
                                to.names().zh(),
                                to.names().en()),
                        "/requests/" + changed.request().id()));
    }

    /** Those on duty, once for each level that a call for help reaches. */
    @EventListener
    void on(HelpCalled called) {
        notifications.tell(
                called.community(),
                called.people(),
                new Told(
                        null,
                        NotificationKind.HELP_CALLED,
                        called.call() + "/" + called.level(),
                        List.of(called.where().zh(), called.where().en()),
                        "/work/help"));
    }
}
