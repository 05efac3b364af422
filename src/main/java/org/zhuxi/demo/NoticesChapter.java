package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.notice.NewNotice;
import org.zhuxi.notice.NewWebhook;
import org.zhuxi.notice.Notices;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.ReminderCalls;
import org.zhuxi.notice.Reminders;
import org.zhuxi.notice.Told;
import org.zhuxi.notice.Webhook;
import org.zhuxi.notice.Webhooks;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;
import org.zhuxi.waste.Stations;

/** Notices on the board of Zhuxi, in both languages, and what a family was told. */
@Component
class NoticesChapter {

    private static final List<Words> BOARD = List.of(
            new Words(
                    "",
                    "元旦起实行定时定点投放",
                    "Drop-off hours begin on New Year's Day",
                    "各位邻居：\n从元旦起，投放点每天 7:00–9:00、18:00–20:00 开放，有督导员值守。\n\n带好家庭卡；厨余请破袋投放。看不清分类的，可以看 https://zhuxi.example/sorting-guide 。",
                    "Dear neighbours,\nfrom New Year's Day the stations are open 7–9 a.m. and 6–8 p.m. every day, with a steward.\n\nBring your household card; empty kitchen waste out of its bag.",
                    true,
                    true),
            new Words(
                    "",
                    "周六上午旧衣、旧书交换",
                    "Swap of clothes and books on Saturday",
                    "周六 9:00–11:30，居委会一楼。带来的东西请洗净、能用；换不完的统一送再利用站。",
                    "Saturday 9–11.30 a.m., ground floor of the committee. Please bring clean things that work.",
                    false,
                    true),
            new Words("-Q1", "一区南门投放点检修半天", "", "下周三上午检修雨棚和洗手池，请到东门投放点。下午照常开放。", "", false, true),
            new Words("", "堆肥领取办法（讨论稿）", "", "每户每季两千克，凭家庭卡领取。讨论后发布。", "", false, false));

    private static final int CALLED = 4;

    /** Switched off, and its key is none: the demonstration calls nobody. */
    private static final NewWebhook CHAT = new NewWebhook(
            DemoCommunities.ZHUXI,
            Webhook.Kind.WECOM,
            "一区业主群（演示）",
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=demo",
            "");

    private final DemoStaff staff;
    private final DemoHouseholds households;
    private final ReminderCalls calls;
    private final Places places;
    private final Notices notices;
    private final Notifications notifications;
    private final Reminders reminders;
    private final Webhooks webhooks;
    private final TransactionOperations transactions;

    NoticesChapter(
            DemoStaff staff,
            DemoHouseholds households,
            ReminderCalls calls,
            Places places,
            Notices notices,
            Notifications notifications,
            Reminders reminders,
            Webhooks webhooks,
            TransactionOperations transactions) {
        this.staff = staff;
        this.households = households;
        this.calls = calls;
        this.places = places;
        this.notices = notices;
        this.notifications = notifications;
        this.reminders = reminders;
        this.webhooks = webhooks;
        this.transactions = transactions;
    }

    /** @param below what follows the code of the community in the code of the place */
    private record Words(
            String below,
            String titleZh,
            String titleEn,
            String bodyZh,
            String bodyEn,
            boolean pinned,
            boolean published) {

        NewNotice on(LocalDate day, @Nullable LocalDate until) {
            return new NewNotice(DemoCommunities.ZHUXI + below, titleZh, titleEn, bodyZh, bodyEn, pinned, day, until);
        }
    }

    void tell(LocalDate lastDay) {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        webhooks.prepare(clerk, CHAT, Origin.SYNTHETIC);
        var station = places.sitesAt(staff.path(), Stations.SITE_TYPE).getFirst();
        for (var i = 0; i < BOARD.size(); i++) {
            var words = BOARD.get(i);
            var id = Ids.derived(station.id(), "notice/" + i);
            notices.draft(clerk, id, words.on(lastDay.minusDays(i), null), Origin.SYNTHETIC);
            if (words.published()) {
                notices.publish(clerk, id);
            }
        }
        var families = households.of(DemoCommunities.ZHUXI);
        places.findHouseholds(families.subList(20, 20 + CALLED))
                .values()
                .forEach(family -> calls.add(clerk, family.dwelling(), station.id(), "演示数据"));
        var resident = staff.person("resident");
        resident.households().stream().findFirst().ifPresent(home -> tellFamily(resident, home, station, lastDay));
    }

    private void tellFamily(Actor resident, HouseholdRef home, Site station, LocalDate lastDay) {
        reminders.remind(resident, home, station.id());
        transactions.executeWithoutResult(status -> notifications.tell(List.of(
                new Told(
                        home,
                        NotificationKind.DROP_TIME,
                        station.id() + "/" + lastDay + "/07:00",
                        List.of(station.name().zh(), station.name().en(), "07:00", "09:00"),
                        "/stations"),
                new Told(home, NotificationKind.GIFT_RECEIVED, "demo/" + lastDay, List.of("20"), "/me/points/gifts"))));
    }
}
