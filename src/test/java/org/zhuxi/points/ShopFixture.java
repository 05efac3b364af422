package org.zhuxi.points;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;

/** A shop with soap in a community of its own, and the people around it. */
class ShopFixture {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final World worlds;
    private final Accounts accounts;
    private final Shops shops;
    private final ShopGoods shelf;
    private final Redemptions redemptions;
    private final Points points;
    private final Postings postings;
    private final JdbcClient sql;

    private World.@Nullable Made world;
    private @Nullable Shop shop;
    private @Nullable Goods soap;

    ShopFixture(
            World worlds,
            Accounts accounts,
            Shops shops,
            ShopGoods shelf,
            Redemptions redemptions,
            Points points,
            Postings postings,
            JdbcClient sql) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.shops = shops;
        this.shelf = shelf;
        this.redemptions = redemptions;
        this.points = points;
        this.postings = postings;
        this.sql = sql;
    }

    void settle() {
        world = worlds.make(3);
        shop = shops.add(
                head(),
                new NewShop(world().communityCode(), new Names("积分超市", "Points Shop"), null, "", Origin.SYNTHETIC));
        soap = goods("肥皂", 20, 5);
    }

    World.Made world() {
        return Objects.requireNonNull(world);
    }

    Shop shop() {
        return Objects.requireNonNull(shop);
    }

    Goods soap() {
        return Objects.requireNonNull(soap);
    }

    Goods goods(String name, long price, long pieces) {
        var made = shelf.put(head(), shop().id(), Ids.next(), new NewGoods(new Names(name, name), price, true, null));
        shelf.move(head(), made, Ids.next(), StockMovement.Kind.RECEIVED, pieces, "");
        return shelf.get(world().community(), made.id());
    }

    Goods stock() {
        return shelf.get(world().community(), soap().id());
    }

    NewRedemption wish(int household) {
        return new NewRedemption(Ids.next(), soap().id(), world().households().get(household), 1, null);
    }

    void takeOver(YearMonth month, int pieces) {
        var wish =
                new NewRedemption(Ids.next(), soap().id(), world().households().getFirst(), pieces, "纸质登记");
        redemptions.takeOver(
                head(), wish, month.atDay(10).atTime(9, 0).atZone(ZONE).toInstant(), Origin.RECORDED);
    }

    void give(int household, long amount) {
        postings.post(
                World.founder(),
                world().households().get(household).id(),
                new ManualPosting(Ids.next(), PostingKind.ADJUSTMENT, amount, null, "测试"));
    }

    long balance(int household) {
        HouseholdRef ref = world().households().get(household);
        return points.balances(List.of(ref)).getOrDefault(ref, 0L);
    }

    String lots(int household) {
        return sql.sql("select lots::text from points.account where id = ?")
                .param(world().households().get(household).id())
                .query(String.class)
                .single();
    }

    Actor head() {
        return accounts.actorOf(world().username("head"));
    }

    Actor resident() {
        return accounts.actorOf(world().username("resident"));
    }

    Actor merchant() {
        return somebody("01900000-0000-7000-8000-000000000001", "店主", Role.MERCHANT);
    }

    Actor finance() {
        return somebody("01900000-0000-7000-8000-000000000002", "财务", Role.FINANCE);
    }

    private Actor somebody(String id, String name, Role role) {
        return new Actor(UUID.fromString(id), name, Set.of(new Grant(role, world().path())), Set.of(), null);
    }

    /** Does the same so many times at once, and answers what each answered. */
    <T> List<T> together(int times, Callable<T> step) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<java.util.concurrent.Future<T>>();
            for (var i = 0; i < times; i++) {
                waiting.add(threads.submit(step));
            }
            var answers = new ArrayList<T>();
            for (var one : waiting) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
