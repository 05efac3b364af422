package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.points.internal.HoldExpiry;
import org.zhuxi.points.internal.RedemptionStore;
import org.zhuxi.points.internal.RedemptionWork;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Points that buy things: over the facades people use, on a real database, with real threads. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopTests {

    private final World worlds;
    private final Accounts accounts;
    private final Shops shops;
    private final ShopGoods shelf;
    private final Redemptions redemptions;
    private final Settlements settlements;
    private final Points points;
    private final Postings postings;
    private final HoldExpiry expiry;
    private final RedemptionWork work;
    private final RedemptionStore store;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JdbcClient sql;
    private final MockMvcTester http;

    private World.Made world;
    private Shop shop;
    private Goods soap;

    ShopTests(
            World worlds,
            Accounts accounts,
            Shops shops,
            ShopGoods shelf,
            Redemptions redemptions,
            Settlements settlements,
            Points points,
            Postings postings,
            HoldExpiry expiry,
            RedemptionWork work,
            RedemptionStore store,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock,
            JdbcClient sql,
            MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.shops = shops;
        this.shelf = shelf;
        this.redemptions = redemptions;
        this.settlements = settlements;
        this.points = points;
        this.postings = postings;
        this.expiry = expiry;
        this.work = work;
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.sql = sql;
        this.http = http;
    }

    @BeforeEach
    void settle() {
        world = worlds.make(3);
        shop = shops.add(
                head(),
                new NewShop(world.communityCode(), new Names("积分超市", "Points Shop"), null, "", Origin.SYNTHETIC));
        soap = goods("肥皂", 20, 5);
    }

    @Test
    void holdsPointsAndAPieceUntilTheyAreHandedOverForTheCode() {
        give(0, 50);
        var held = redemptions.hold(resident(), wish(0));
        assertThat(held.state()).isEqualTo(Redemption.State.HELD);
        assertThat(balance(0)).isEqualTo(30);
        assertThat(stock()).extracting(Goods::stock, Goods::reserved).containsExactly(5L, 1L);
        assertThat(redemptions
                        .find(merchant(), shop, held.code().toLowerCase().replace("-", " "))
                        .id())
                .isEqualTo(held.id());
        var captured = redemptions.capture(merchant(), held.id(), held.code());
        assertThat(captured.state()).isEqualTo(Redemption.State.CAPTURED);
        assertThat(redemptions.capture(merchant(), held.id(), held.code()).state())
                .isEqualTo(Redemption.State.CAPTURED);
        assertThat(stock()).extracting(Goods::stock, Goods::reserved).containsExactly(4L, 0L);
        assertThat(balance(0)).isEqualTo(30);
        assertThatThrownBy(() -> redemptions.voidIt(resident(), held.id())).isInstanceOf(ShopRefused.Settled.class);
        assertThatThrownBy(() -> redemptions.find(merchant(), shop, held.code()))
                .isInstanceOf(ShopRefused.UnknownCode.class);
        assertThat(points.audit(world.community())).isEmpty();
    }

    @Test
    void givesPointsBackInTheLotsTheyCameFromWhenTheResidentCancels() {
        give(0, 50);
        var before = lots(0);
        var held = redemptions.hold(resident(), wish(0));
        redemptions.voidIt(resident(), held.id());
        assertThat(redemptions.voidIt(resident(), held.id()).state()).isEqualTo(Redemption.State.VOIDED);
        assertThat(lots(0)).isEqualTo(before);
        assertThat(stock()).extracting(Goods::stock, Goods::reserved).containsExactly(5L, 0L);
        assertThatThrownBy(() -> redemptions.capture(merchant(), held.id(), held.code()))
                .isInstanceOf(ShopRefused.Settled.class);
        assertThat(points.audit(world.community())).isEmpty();
    }

    @Test
    void refusesForEverWhatItHasRefusedUnderThatId() {
        give(0, 10);
        var wish = wish(0);
        assertThatThrownBy(() -> redemptions.hold(resident(), wish)).isInstanceOf(PointsRefused.Overdraft.class);
        give(0, 100);
        assertThatThrownBy(() -> redemptions.hold(resident(), wish)).isInstanceOf(PointsRefused.Overdraft.class);
        var another = new NewRedemption(wish.id(), wish.goods(), wish.household(), 2, null);
        assertThatThrownBy(() -> redemptions.hold(resident(), another)).isInstanceOf(ShopRefused.KeyReused.class);
        assertThat(redemptions.hold(resident(), wish(0)).state()).isEqualTo(Redemption.State.HELD);
    }

    @Test
    void countsARedemptionOnceHoweverOftenItIsSent() throws Exception {
        give(0, 500);
        var wish = wish(0);
        var answers = together(30, () -> redemptions.hold(resident(), wish).code());
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(stock().reserved()).isEqualTo(1);
        assertThat(balance(0)).isEqualTo(480);
    }

    @Test
    void handsExactlyTheLastHundredOutToAThousandAtOnce() throws Exception {
        var rush = goods("大米", 10, 100);
        give(0, 400);
        give(1, 400);
        give(2, 5_000);
        var sold = new AtomicInteger();
        var soldOut = new AtomicInteger();
        var poor = new AtomicInteger();
        // another program on the same database: nothing is shared but the rows
        var elsewhere = new Redemptions(work, store, shelf, shops, transactions, events, clock);
        together(1_000, () -> {
            var household = world.households().get((int) (Thread.currentThread().threadId() % 3));
            var wish = new NewRedemption(Ids.next(), rush.id(), household, 1, "持卡");
            try {
                (Math.floorMod(wish.id().hashCode(), 2) == 0 ? redemptions : elsewhere).serve(merchant(), wish);
                sold.incrementAndGet();
            } catch (ShopRefused.SoldOut e) {
                soldOut.incrementAndGet();
            } catch (PointsRefused.Overdraft e) {
                poor.incrementAndGet();
            }
            return "";
        });
        assertThat(sold).hasValue(100);
        assertThat(soldOut.get() + poor.get()).isEqualTo(900);
        var left = shelf.get(world.community(), rush.id());
        assertThat(left).extracting(Goods::stock, Goods::reserved).containsExactly(0L, 0L);
        assertThat(balance(0) + balance(1) + balance(2)).isEqualTo(5_800 - 1_000);
        assertThat(points.audit(world.community())).isEmpty();
    }

    @Test
    void aCodeIsUsedOnceAtTwoCountersInTheSameMoment() throws Exception {
        give(0, 50);
        var held = redemptions.hold(resident(), wish(0));
        var voided = new AtomicInteger();
        together(20, () -> {
            try {
                if (Thread.currentThread().threadId() % 2 == 0) {
                    redemptions.capture(merchant(), held.id(), held.code());
                } else {
                    redemptions.voidIt(resident(), held.id());
                    voided.incrementAndGet();
                }
            } catch (ShopRefused.Settled e) {
                assertThat(e.problem().slug()).isEqualTo("shop-redemption-settled");
            }
            return "";
        });
        var end = redemptions.get(merchant(), held.id());
        assertThat(balance(0)).isEqualTo(end.state() == Redemption.State.VOIDED ? 50 : 30);
        assertThat(stock())
                .extracting(Goods::stock, Goods::reserved)
                .containsExactly(end.state() == Redemption.State.VOIDED ? 5L : 4L, 0L);
        assertThat(points.audit(world.community())).isEmpty();
    }

    @Test
    void givesFreeWhatNobodyPickedUp() {
        give(0, 50);
        var held = redemptions.hold(resident(), wish(0));
        sql.sql("update points.redemption set expires_at = now() - interval '1 minute' where id = ?")
                .param(held.id())
                .update();
        assertThatThrownBy(() -> redemptions.capture(merchant(), held.id(), held.code()))
                .isInstanceOf(ShopRefused.TooLate.class);
        assertThat(expiry.sweep()).isPositive();
        assertThat(redemptions.get(merchant(), held.id()).voidReason()).isEqualTo(Redemption.VoidReason.EXPIRED);
        assertThat(balance(0)).isEqualTo(50);
    }

    @Test
    void servesAHouseholdThatComesWithItsCardOnlyWithItsConsent() {
        give(1, 50);
        var household = world.households().get(1);
        var silent = new NewRedemption(Ids.next(), soap.id(), household, 1, " ");
        assertThatThrownBy(() -> redemptions.serve(merchant(), silent)).isInstanceOf(ShopRefused.ConsentMissing.class);
        var served = redemptions.serve(merchant(), new NewRedemption(Ids.next(), soap.id(), household, 1, "持卡到场"));
        assertThat(served)
                .extracting(Redemption::state, Redemption::consent)
                .containsExactly(Redemption.State.CAPTURED, "持卡到场");
        assertThatThrownBy(() ->
                        redemptions.serve(resident(), new NewRedemption(Ids.next(), soap.id(), household, 1, "我是邻居")))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void takesGoodsBackWithTheirPointsAndWritesPaperRedemptionsDown() {
        give(0, 50);
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        var paper = redemptions.takeOver(
                head(),
                new NewRedemption(Ids.next(), soap.id(), world.households().getFirst(), 1, "纸质登记"),
                yesterday,
                Origin.RECORDED);
        assertThat(balance(0)).isEqualTo(30);
        assertThatThrownBy(() -> redemptions.refund(merchant(), paper.id(), "坏了"))
                .isInstanceOf(Refused.Forbidden.class);
        redemptions.refund(head(), paper.id(), "坏了");
        assertThat(redemptions.refund(head(), paper.id(), "坏了").state()).isEqualTo(Redemption.State.REFUNDED);
        assertThat(balance(0)).isEqualTo(50);
        assertThat(stock().stock()).isEqualTo(5);
        assertThat(points.audit(world.community())).isEmpty();
    }

    @Test
    void keepsTheStockAboveWhatIsPromisedAndEveryMovement() {
        give(0, 100);
        redemptions.hold(
                resident(),
                new NewRedemption(Ids.next(), soap.id(), world.households().getFirst(), 3, null));
        var id = Ids.next();
        assertThatThrownBy(() -> shelf.move(head(), soap, id, StockMovement.Kind.CORRECTED, -3, "盘点"))
                .isInstanceOf(ShopRefused.StockTooSmall.class);
        shelf.move(head(), soap, id, StockMovement.Kind.CORRECTED, -2, "盘点");
        assertThat(shelf.move(head(), soap, id, StockMovement.Kind.CORRECTED, -2, "盘点")
                        .stockAfter())
                .isEqualTo(3);
        assertThat(shelf.movements(merchant(), soap, 10, null).items())
                .extracting(StockMovement::pieces)
                .containsExactly(-2L, 5L);
    }

    @Test
    void closesAMonthOnceAndPutsWhatComesLateIntoTheNext() {
        give(0, 100);
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);
        var before = month.minusMonths(1);
        takeOver(before, 1);
        assertThatThrownBy(() -> settlements.close(finance(), shop.id(), before))
                .isInstanceOf(ShopRefused.NoRate.class);
        settlements.setRate(finance(), shop.id(), new ShopRate(before.atDay(1), 3));
        settlements.setRate(finance(), shop.id(), new ShopRate(month.atDay(1), 5));
        assertThat(settlements.close(finance(), shop.id(), before).amountFen()).isEqualTo(60);
        takeOver(before, 1);
        takeOver(month, 1);
        assertThat(settlements.get(merchant(), shop.id(), before).amountFen()).isEqualTo(60);
        settlements.correct(finance(), shop.id(), Ids.next(), before, -7, "少一件");
        var closed = settlements.close(finance(), shop.id(), month);
        assertThat(closed.amountFen()).isEqualTo(60 + 100 - 7);
        assertThat(closed.pieces()).isEqualTo(2);
        assertThat(settlements.close(finance(), shop.id(), month)).isEqualTo(closed);
        assertThatThrownBy(() -> settlements.close(finance(), shop.id(), month.plusMonths(1)))
                .isInstanceOf(ShopRefused.NotToBeClosed.class);
        assertThatThrownBy(() -> settlements.setRate(finance(), shop.id(), new ShopRate(month.atDay(2), 1)))
                .isInstanceOf(ShopRefused.RateTooEarly.class);
        assertThatThrownBy(() -> settlements.close(merchant(), shop.id(), month))
                .isInstanceOf(Refused.Forbidden.class);
        var head = user(new SignedIn("someone", "", true, head()));
        var address = "/work/settlements/" + shop.id();
        assertThat(http.perform(get("/work/settlements").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("积分超市");
        assertThat(http.perform(get(address).with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("153", "已关账");
        assertThat(http.perform(get(address + "/" + month + ".csv").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("CORRECTED");
        assertThat(http.perform(get("/api/v1/shops/" + shop.id() + "/settlements/" + month)
                        .with(head)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.amountFen")
                .isEqualTo(153);
        assertThat(http.perform(get(address + "?month=nie").with(head))).hasStatus(404);
    }

    @Test
    void listsTheHouseholdsThatAreAboutToLosePoints() {
        give(0, 50);
        give(1, 10);
        var head = user(new SignedIn("someone", "", true, head()));
        var page = http.perform(get("/work/points/expiring?days=400&least=20").with(head));
        assertThat(page).hasStatusOk().bodyText().contains("50").doesNotContain(">10<");
        assertThat(http.perform(get("/work/points/expiring?days=30").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("没有家庭");
        assertThat(http.perform(get("/work/points/expiring.csv?days=400").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("50");
    }

    private void takeOver(YearMonth month, int pieces) {
        var wish = new NewRedemption(Ids.next(), soap.id(), world.households().getFirst(), pieces, "纸质登记");
        redemptions.takeOver(
                head(),
                wish,
                month.atDay(10).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                Origin.RECORDED);
    }

    private Actor finance() {
        return new Actor(
                UUID.fromString("01900000-0000-7000-8000-000000000002"),
                "财务",
                Set.of(new Grant(Role.FINANCE, world.path())),
                Set.of(),
                null);
    }

    @Test
    void showsPagesAndServesPrograms() {
        give(0, 50);
        var resident = user(new SignedIn("someone", "", true, resident()));
        var merchant = user(new SignedIn("someone", "", true, head()));
        var head = user(new SignedIn("someone", "", true, head()));
        assertThat(http.get().uri("/shops?place=" + world.communityCode()))
                .hasStatusOk()
                .bodyText()
                .contains("积分超市");
        assertThat(http.get().uri("/shops/" + shop.id()))
                .hasStatusOk()
                .bodyText()
                .contains("肥皂");
        assertThat(http.get().uri("/api/v1/shops/" + shop.id()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.goods[0].available")
                .isEqualTo(5);
        assertThat(http.perform(get("/me/shop").with(resident)))
                .hasStatusOk()
                .bodyText()
                .contains("肥皂", "兑换");
        var poor = http.perform(post("/me/shop/redemptions")
                .with(resident)
                .with(csrf())
                .param("goods", soap.id().toString())
                .param("pieces", "5"));
        assertThat(poor).hasStatus(409).bodyText().contains("积分不够");
        var id = Ids.next();
        var body = "{\"goods\":\"%s\",\"household\":\"%s\",\"pieces\":1}"
                .formatted(soap.id(), world.households().getFirst().id());
        var held = http.perform(put("/api/v1/redemptions/{id}", id)
                .with(resident)
                .with(csrf())
                .contentType("application/json")
                .content(body));
        assertThat(held).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("HELD");
        assertThat(http.perform(get("/me/shop/redemptions/{id}", id).with(resident)))
                .hasStatusOk();
        assertThat(http.perform(get("/api/v1/redemptions/{id}", id).with(merchant)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("");
        assertThat(http.perform(get("/field/shop").with(merchant)))
                .hasStatusOk()
                .bodyText()
                .contains("取货码");
        assertThat(http.perform(get("/field/shop?code=2222-2223").with(merchant)))
                .hasStatusOk()
                .bodyText()
                .contains("错字");
        assertThat(http.perform(get("/field/shop/redemptions/{id}/slip", id).with(merchant)))
                .hasStatusOk();
        assertThat(http.perform(get("/work/shops").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("积分超市");
        assertThat(http.perform(get("/work/shops/" + shop.id()).with(head))).hasStatusOk();
        var goodsPage = "/work/shops/" + shop.id() + "/goods/" + soap.id();
        assertThat(http.perform(get(goodsPage).with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("到货");
        assertThat(http.perform(get(goodsPage + "/stock.csv").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("RECEIVED");
        var bad = http.perform(post("/work/shops/" + shop.id() + "/stock")
                .with(head)
                .with(csrf())
                .param("goods", soap.id().toString())
                .param("pieces", "viele"));
        assertThat(bad).hasStatus(422);
        assertThat(http.perform(get("/field/shop").with(resident))).hasStatus(403);
    }

    private Goods goods(String name, long price, long pieces) {
        var made = shelf.put(head(), shop.id(), Ids.next(), new NewGoods(new Names(name, name), price, true, null));
        shelf.move(head(), made, Ids.next(), StockMovement.Kind.RECEIVED, pieces, "");
        return shelf.get(world.community(), made.id());
    }

    private Goods stock() {
        return shelf.get(world.community(), soap.id());
    }

    private NewRedemption wish(int household) {
        return new NewRedemption(Ids.next(), soap.id(), world.households().get(household), 1, null);
    }

    private void give(int household, long amount) {
        postings.post(
                World.founder(),
                world.households().get(household).id(),
                new ManualPosting(Ids.next(), PostingKind.ADJUSTMENT, amount, null, "测试"));
    }

    private long balance(int household) {
        HouseholdRef ref = world.households().get(household);
        return points.balances(List.of(ref)).getOrDefault(ref, 0L);
    }

    private String lots(int household) {
        return sql.sql("select lots::text from points.account where id = ?")
                .param(world.households().get(household).id())
                .query(String.class)
                .single();
    }

    private Actor head() {
        return accounts.actorOf(world.username("head"));
    }

    private Actor resident() {
        return accounts.actorOf(world.username("resident"));
    }

    private Actor merchant() {
        return new Actor(
                UUID.fromString("01900000-0000-7000-8000-000000000001"),
                "店主",
                Set.of(new Grant(Role.MERCHANT, world.path())),
                Set.of(),
                null);
    }

    private static <T> List<T> together(int times, Callable<T> step) throws Exception {
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
