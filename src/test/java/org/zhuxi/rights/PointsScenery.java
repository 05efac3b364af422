package org.zhuxi.rights;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.ManualPosting;
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
        Quarantines quarantines) {

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
        var words = new HashMap<>(scenery.words());
        words.put("shop", shop.id().toString());
        words.put("goods", soap.id().toString());
        words.put("redemption", held.id().toString());
        words.put("pickup", held.code());
        words.put("quarantine", quarantine.id().toString());
        words.put("stewardId", steward.toString());
        words.put("yesterday", now.minus(1, ChronoUnit.DAYS).toString());
        return words;
    }
}
