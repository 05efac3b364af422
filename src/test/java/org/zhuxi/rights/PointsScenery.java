package org.zhuxi.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.notice.NewNotice;
import org.zhuxi.notice.NewWebhook;
import org.zhuxi.notice.Notices;
import org.zhuxi.notice.ReminderCalls;
import org.zhuxi.notice.Webhook;
import org.zhuxi.notice.Webhooks;
import org.zhuxi.place.Places;
import org.zhuxi.points.Campaigns;
import org.zhuxi.points.Gift;
import org.zhuxi.points.Gifts;
import org.zhuxi.points.ManualPosting;
import org.zhuxi.points.NewCampaign;
import org.zhuxi.points.NewGift;
import org.zhuxi.points.NewGoods;
import org.zhuxi.points.NewQuarantine;
import org.zhuxi.points.NewRedemption;
import org.zhuxi.points.NewShop;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Postings;
import org.zhuxi.points.Quarantines;
import org.zhuxi.points.Redemptions;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.Shops;
import org.zhuxi.points.StockMovement;
import org.zhuxi.testing.World;

/** What points buy, in the community that rights are tried in: each thing once. */
record PointsScenery(
        Accounts accounts,
        Postings postings,
        Shops shops,
        ShopGoods goods,
        Redemptions redemptions,
        Quarantines quarantines,
        Campaigns campaigns,
        Gifts gifts,
        Notices notices,
        Webhooks webhooks,
        ReminderCalls calls,
        JdbcClient sql,
        Places places) {

    /** The words of the scenery, and those for what is made here. */
    Map<String, String> in(Scenery scenery) {
        var made = scenery.made();
        var head = accounts.actorOf(made.username("head"));
        var household = scenery.household();
        postings.post(
                World.founder(),
                household.id(),
                new ManualPosting(Ids.next(), PostingKind.ADJUSTMENT, 200, null, "trial"));
        var shop =
                shops.add(head, new NewShop(made.communityCode(), new Names("试", "Trial"), null, "", Origin.SYNTHETIC));
        var soap = goods.put(head, shop.id(), Ids.next(), new NewGoods(new Names("肥皂", "Soap"), 10, true, null));
        goods.move(head, soap, Ids.next(), StockMovement.Kind.RECEIVED, 50, "");
        var held = redemptions.hold(
                accounts.actorOf(made.username("resident")),
                new NewRedemption(Ids.next(), soap.id(), household, 1, null));
        var steward = accounts.actorOf(made.username("steward")).account();
        var now = Instant.now();
        var quarantine = quarantines.open(
                head,
                new NewQuarantine(
                        Ids.next(),
                        made.communityCode(),
                        steward,
                        now.minus(1, ChronoUnit.DAYS),
                        now,
                        "trial",
                        Origin.SYNTHETIC));
        var gift = give(accounts.actorOf(made.username("resident")), household, scenery.neighbours());
        var later = LocalDate.now(ZoneOffset.UTC).plusYears(1);
        var campaign = campaigns.plan(
                head,
                new NewCampaign(
                        Ids.next(),
                        made.communityCode(),
                        new Names("试", "Trial"),
                        Set.of("waste.drop.kitchen"),
                        0,
                        1,
                        later,
                        later,
                        1,
                        Origin.SYNTHETIC));
        var notice = notices.draft(
                head,
                Ids.next(),
                new NewNotice(made.communityCode(), "试", "", "试", "", false, later, null),
                Origin.SYNTHETIC);
        var words = new HashMap<>(scenery.words());
        var webhook = webhooks.add(
                head, new NewWebhook(made.communityCode(), Webhook.Kind.JSON, "trial", "https://8.8.8.8/none", ""));
        // rights are tried without calling anybody: without its address nothing is sent
        sql.sql("update notice.webhook set address = '' where id = :id")
                .param("id", webhook)
                .update();
        words.put("webhook", webhook.toString());
        calls.add(head, made.dwellings().getFirst(), UUID.fromString(words.get("station")), "trial");
        words.put("notice", notice.id().toString());
        words.put("shop", shop.id().toString());
        words.put("goods", soap.id().toString());
        words.put("redemption", held.id().toString());
        words.put("pickup", held.code());
        words.put("quarantine", quarantine.id().toString());
        words.put("gift", gift.id().toString());
        words.put("later", later.toString());
        words.put("campaign", campaign.id().toString());
        words.put("stewardId", steward.toString());
        words.put("yesterday", now.minus(1, ChronoUnit.DAYS).toString());
        return words;
    }

    private Gift give(Actor resident, HouseholdRef from, HouseholdRef to) {
        var both = places.findHouseholds(List.of(from, to));
        var neighbour = new Actor(resident.account(), "trial", Set.of(), Set.of(to), null);
        gifts.agree(neighbour, to, Objects.requireNonNull(both.get(from.id())).cardCode());
        var card = Objects.requireNonNull(both.get(to.id())).cardCode();
        return gifts.give(resident, new NewGift(Ids.next(), from, card, 1, "", Origin.SYNTHETIC));
    }
}
