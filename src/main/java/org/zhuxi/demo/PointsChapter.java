package org.zhuxi.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.points.Campaigns;
import org.zhuxi.points.Gifts;
import org.zhuxi.points.NewCampaign;
import org.zhuxi.points.NewGift;
import org.zhuxi.points.NewQuarantine;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.Quarantines;
import org.zhuxi.points.Settlements;
import org.zhuxi.points.ShopRate;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.Shops;

/**
 * What happens to points in Zhuxi: a scale that counted twice waits for a second person, a campaign runs, one family gives
 * points to another, and the shops' last month is closed.
 */
@Component
class PointsChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID STORY = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0036L);
    private static final int FIRST_HOUR = 7;
    private static final Duration MINUTES = Duration.ofMinutes(20);
    private static final int CAMPAIGN_DAYS = 14;
    private static final int MONTH_OF_REDEMPTIONS = 29;
    private static final long FEN_PER_POINT = 5;
    private static final int SHOPS = 50;

    private final Accounts accounts;
    private final Places places;
    private final Quarantines quarantines;
    private final Campaigns campaigns;
    private final Gifts gifts;
    private final Shops shops;
    private final Settlements settlements;
    private final DemoStaff staff;
    private final Clock clock;

    PointsChapter(
            Accounts accounts,
            Places places,
            Quarantines quarantines,
            Campaigns campaigns,
            Gifts gifts,
            Shops shops,
            Settlements settlements,
            DemoStaff staff,
            Clock clock) {
        this.accounts = accounts;
        this.places = places;
        this.quarantines = quarantines;
        this.campaigns = campaigns;
        this.gifts = gifts;
        this.shops = shops;
        this.settlements = settlements;
        this.staff = staff;
        this.clock = clock;
    }

    void tell(LocalDate lastDay) {
        withhold(lastDay);
        plan();
        give();
        settle(lastDay);
    }

    private void withhold(LocalDate lastDay) {
        var clerk = accounts.actorOf(DemoPeople.username(Role.COMMUNITY_CLERK));
        var from = lastDay.atTime(FIRST_HOUR, 0).atZone(ZONE).toInstant();
        var source = quarantines.sources(clerk, DemoCommunities.ZHUXI, from, from.plus(MINUTES)).stream()
                .findFirst();
        source.ifPresent(scale -> {
            try {
                quarantines.open(
                        clerk,
                        new NewQuarantine(
                                Ids.derived(STORY, "quarantine/" + lastDay),
                                DemoCommunities.ZHUXI,
                                scale.recorder(),
                                from,
                                from.plus(MINUTES),
                                "电子秤读数异常，同一袋可能记了两次（演示数据）",
                                Origin.SYNTHETIC));
            } catch (PointsRefused.NothingToWithhold e) {
                // told before, up to here
                return;
            }
        });
    }

    private void plan() {
        var head = accounts.actorOf(DemoPeople.username(Role.COMMUNITY_HEAD));
        var today = LocalDate.now(clock.withZone(ZONE));
        campaigns.plan(
                head,
                new NewCampaign(
                        Ids.derived(STORY, "campaign/" + today),
                        DemoCommunities.ZHUXI,
                        new Names("厨余双倍积分周（演示）", "Double points for kitchen waste (demo)"),
                        Set.of("waste.drop.kitchen"),
                        100,
                        0,
                        today,
                        today.plusDays(CAMPAIGN_DAYS - 1L),
                        5_000,
                        Origin.SYNTHETIC));
    }

    private void give() {
        var giver = accounts.actorOf(DemoPeople.username(Role.HOUSEHOLD_HEAD));
        var receiver = accounts.actorOf(DemoPeople.username(Role.RESIDENT));
        var from = giver.households().iterator().next();
        var to = receiver.households().iterator().next();
        var homes = places.findHouseholds(List.of(from, to));
        var givers = homes.get(from.id());
        var receivers = homes.get(to.id());
        if (givers == null || receivers == null || from.equals(to)) {
            return;
        }
        gifts.agree(receiver, to, givers.cardCode());
        try {
            gifts.give(
                    giver,
                    new NewGift(Ids.derived(STORY, "gift"), from, receivers.cardCode(), 2, "给孩子换文具", Origin.SYNTHETIC));
        } catch (PointsRefused.Overdraft e) {
            // a family that has not earned so much keeps what it has
            return;
        }
    }

    private void settle(LocalDate lastDay) {
        var finance = staff.founderAs(Role.FINANCE);
        var zhuxi =
                places.findByCode(DemoCommunities.ZHUXI).orElseThrow(() -> new Refused.NotFound(DemoCommunities.ZHUXI));
        var first = YearMonth.from(lastDay.minusDays(MONTH_OF_REDEMPTIONS));
        for (var shop : shops.list(zhuxi.path(), SHOPS, null).items()) {
            try {
                settlements.setRate(finance, shop.id(), new ShopRate(first.atDay(1), FEN_PER_POINT));
            } catch (ShopRefused.KeyReused | ShopRefused.RateTooEarly e) {
                continue;
            }
            if (first.isBefore(YearMonth.now(clock.withZone(ZONE)))) {
                settlements.close(finance, shop.id(), first);
            }
        }
    }
}
