package org.zhuxi.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.points.Goods;
import org.zhuxi.points.NewGoods;
import org.zhuxi.points.NewRedemption;
import org.zhuxi.points.NewShop;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.Redemptions;
import org.zhuxi.points.Shop;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.ShopHours;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.Shops;
import org.zhuxi.points.StockMovement;

/** Two exchange shops in Zhuxi, and a month in which families spent what the season had earned them. */
@Component
class ShopsChapter {

    private static final Logger LOG = LoggerFactory.getLogger(ShopsChapter.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 30;
    private static final int REDEMPTIONS_A_DAY = 4;
    private static final int EVERY = 7;
    private static final int OPENS = 8 * 60 + 30;
    private static final int CLOSES = 11 * 60;

    private static final List<Store> STORES = List.of(
            new Store(
                    new Names("竹西积分超市", "Zhuxi Points Shop"),
                    "居委会一楼，凭家庭卡或手机取货码领取。",
                    List.of(
                            new Thing(new Names("肥皂", "Soap"), 15, 200),
                            new Thing(new Names("垃圾袋（一卷）", "Bin bags, one roll"), 10, 300),
                            new Thing(new Names("大米 1 千克", "Rice, 1 kg"), 40, 120),
                            new Thing(new Names("堆肥 2 千克", "Compost, 2 kg"), 8, 80))),
            new Store(
                    new Names("东区绿色兑换点", "East Quarter Green Counter"),
                    "物业服务中心内，周一到周五上午。",
                    List.of(
                            new Thing(new Names("洗洁精", "Washing-up liquid"), 25, 60),
                            new Thing(new Names("多肉盆栽", "Succulent"), 30, 40))));

    private final Places places;
    private final Shops shops;
    private final ShopGoods goods;
    private final Redemptions redemptions;
    private final DemoHouseholds households;

    ShopsChapter(Places places, Shops shops, ShopGoods goods, Redemptions redemptions, DemoHouseholds households) {
        this.places = places;
        this.shops = shops;
        this.goods = goods;
        this.redemptions = redemptions;
        this.households = households;
    }

    private record Store(Names name, String note, List<Thing> things) {}

    private record Thing(Names name, long pricePoints, long pieces) {}

    void tell(LocalDate lastDay) {
        var community =
                places.findByCode(DemoCommunities.ZHUXI).orElseThrow(() -> new Refused.NotFound(DemoCommunities.ZHUXI));
        var clerk = new Actor(
                Founder.ACTOR.account(),
                Founder.ACTOR.name(),
                Set.of(new Grant(Role.COMMUNITY_CLERK, community.path())),
                Set.of(),
                null);
        var shelves =
                STORES.stream().map(store -> fill(community, store, clerk)).toList();
        LOG.info("Demo world: {} redemptions", redeem(shelves, clerk, lastDay));
    }

    private List<Goods> fill(Place community, Store store, Actor clerk) {
        var shop = shops.list(community.path(), 50, null).items().stream()
                .filter(one -> one.site().name().equals(store.name()))
                .findFirst()
                .orElseGet(() -> open(community, store));
        shops.setHours(
                clerk,
                shop.id(),
                ShopHours.on(
                        List.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        OPENS,
                        CLOSES));
        return store.things().stream().map(thing -> receive(shop, thing, clerk)).toList();
    }

    private Shop open(Place community, Store store) {
        return shops.add(
                Founder.ACTOR, new NewShop(community.code(), store.name(), null, store.note(), Origin.SYNTHETIC));
    }

    private Goods receive(Shop shop, Thing thing, Actor clerk) {
        var id = Ids.derived(shop.id(), "goods/" + thing.name().en());
        var made = goods.put(clerk, shop.id(), id, new NewGoods(thing.name(), thing.pricePoints(), true, null));
        goods.move(clerk, made, Ids.derived(id, "received"), StockMovement.Kind.RECEIVED, thing.pieces(), "演示数据");
        return made;
    }

    private int redeem(List<List<Goods>> shelves, Actor clerk, LocalDate lastDay) {
        var families = households.of(DemoCommunities.ZHUXI);
        var things = shelves.stream().flatMap(List::stream).toList();
        var done = 0;
        for (var number = 0; number < DAYS * REDEMPTIONS_A_DAY; number++) {
            var family = families.get(number * EVERY % families.size());
            var thing = things.get(number % things.size());
            var day = lastDay.minusDays(DAYS - 1L - number / REDEMPTIONS_A_DAY);
            done += takeOver(thing, family, day, number, clerk) ? 1 : 0;
        }
        return done;
    }

    private boolean takeOver(Goods thing, HouseholdRef family, LocalDate day, int number, Actor clerk) {
        var wish = new NewRedemption(Ids.derived(thing.id(), "redemption/" + number), thing.id(), family, 1, "持卡到场");
        var at = day.atTime(9, number % 60).atZone(ZONE).toInstant();
        try {
            redemptions.takeOver(clerk, wish, at, Origin.SYNTHETIC);
            return true;
        } catch (PointsRefused.Overdraft | ShopRefused.SoldOut e) {
            // a family that has not earned so much stays without, as it would in life
            return false;
        }
    }
}
