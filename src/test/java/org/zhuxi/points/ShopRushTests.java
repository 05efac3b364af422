package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.internal.RedemptionStore;
import org.zhuxi.points.internal.RedemptionWork;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Many want the same pieces in the same moment: real threads on a real database. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopRushTests {

    private final Redemptions redemptions;
    private final ShopGoods shelf;
    private final Points points;
    private final RedemptionWork work;
    private final RedemptionStore store;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Shops shops;
    private final ShopFixture it;

    ShopRushTests(
            Redemptions redemptions,
            ShopGoods shelf,
            Points points,
            RedemptionWork work,
            RedemptionStore store,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock,
            Shops shops,
            AutowireCapableBeanFactory beans) {
        this.redemptions = redemptions;
        this.shelf = shelf;
        this.points = points;
        this.work = work;
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.shops = shops;
        this.it = beans.createBean(ShopFixture.class);
    }

    @BeforeEach
    void settle() {
        it.settle();
    }

    @Test
    void countsARedemptionOnceHoweverOftenItIsSent() throws Exception {
        it.give(0, 500);
        var wish = it.wish(0);
        var answers =
                it.together(30, () -> redemptions.hold(it.resident(), wish).code());
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(it.stock().reserved()).isEqualTo(1);
        assertThat(it.balance(0)).isEqualTo(480);
    }

    @Test
    void handsExactlyTheLastHundredOutToAThousandAtOnce() throws Exception {
        var rush = it.goods("大米", 10, 100);
        it.give(0, 400);
        it.give(1, 400);
        it.give(2, 5_000);
        var sold = new AtomicInteger();
        var soldOut = new AtomicInteger();
        var poor = new AtomicInteger();
        // another program on the same database: nothing is shared but the rows
        var elsewhere = new Redemptions(work, store, shelf, shops, transactions, events, clock);
        it.together(1_000, () -> {
            var household =
                    it.world().households().get((int) (Thread.currentThread().threadId() % 3));
            var wish = new NewRedemption(Ids.next(), rush.id(), household, 1, "持卡");
            try {
                (Math.floorMod(wish.id().hashCode(), 2) == 0 ? redemptions : elsewhere).serve(it.merchant(), wish);
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
        var left = shelf.get(it.world().community(), rush.id());
        assertThat(left).extracting(Goods::stock, Goods::reserved).containsExactly(0L, 0L);
        assertThat(it.balance(0) + it.balance(1) + it.balance(2)).isEqualTo(5_800 - 1_000);
        assertThat(points.audit(it.world().community())).isEmpty();
    }

    @Test
    void aCodeIsUsedOnceAtTwoCountersInTheSameMoment() throws Exception {
        it.give(0, 50);
        var held = redemptions.hold(it.resident(), it.wish(0));
        var voided = new AtomicInteger();
        it.together(20, () -> {
            try {
                if (Thread.currentThread().threadId() % 2 == 0) {
                    redemptions.capture(it.merchant(), held.id(), held.code());
                } else {
                    redemptions.voidIt(it.resident(), held.id());
                    voided.incrementAndGet();
                }
            } catch (ShopRefused.Settled e) {
                assertThat(e.problem().slug()).isEqualTo("shop-redemption-settled");
            }
            return "";
        });
        var end = redemptions.get(it.merchant(), held.id());
        assertThat(it.balance(0)).isEqualTo(end.state() == Redemption.State.VOIDED ? 50 : 30);
        assertThat(it.stock())
                .extracting(Goods::stock, Goods::reserved)
                .containsExactly(end.state() == Redemption.State.VOIDED ? 5L : 4L, 0L);
        assertThat(points.audit(it.world().community())).isEmpty();
    }
}
