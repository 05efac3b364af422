package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.points.internal.HoldExpiry;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Points that buy things, one household after the other: over the facades people use, on a real database. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopTests {

    private final Redemptions redemptions;
    private final ShopGoods shelf;
    private final Points points;
    private final PointsCharts charts;
    private final HoldExpiry expiry;
    private final JdbcClient sql;
    private final ShopFixture it;

    ShopTests(
            Redemptions redemptions,
            ShopGoods shelf,
            Points points,
            PointsCharts charts,
            HoldExpiry expiry,
            JdbcClient sql,
            AutowireCapableBeanFactory beans) {
        this.redemptions = redemptions;
        this.shelf = shelf;
        this.points = points;
        this.charts = charts;
        this.expiry = expiry;
        this.sql = sql;
        this.it = beans.createBean(ShopFixture.class);
    }

    @BeforeEach
    void settle() {
        it.settle();
    }

    @Test
    void holdsPointsAndAPieceUntilTheyAreHandedOverForTheCode() {
        it.give(0, 50);
        var held = redemptions.hold(it.resident(), it.wish(0));
        assertThat(held.state()).isEqualTo(Redemption.State.HELD);
        assertThat(it.balance(0)).isEqualTo(30);
        assertThat(it.stock()).extracting(Goods::stock, Goods::reserved).containsExactly(5L, 1L);
        assertThat(redemptions
                        .find(
                                it.merchant(),
                                it.shop(),
                                held.code().toLowerCase().replace("-", " "))
                        .id())
                .isEqualTo(held.id());
        var captured = redemptions.capture(it.merchant(), held.id(), held.code());
        assertThat(captured.state()).isEqualTo(Redemption.State.CAPTURED);
        assertThat(redemptions.capture(it.merchant(), held.id(), held.code()).state())
                .isEqualTo(Redemption.State.CAPTURED);
        assertThat(it.stock()).extracting(Goods::stock, Goods::reserved).containsExactly(4L, 0L);
        assertThat(it.balance(0)).isEqualTo(30);
        assertThatThrownBy(() -> redemptions.voidIt(it.resident(), held.id())).isInstanceOf(ShopRefused.Settled.class);
        assertThatThrownBy(() -> redemptions.find(it.merchant(), it.shop(), held.code()))
                .isInstanceOf(ShopRefused.UnknownCode.class);
        assertThat(points.audit(it.world().community())).isEmpty();
    }

    @Test
    void givesPointsBackInTheLotsTheyCameFromWhenTheResidentCancels() {
        it.give(0, 50);
        var before = it.lots(0);
        var held = redemptions.hold(it.resident(), it.wish(0));
        redemptions.voidIt(it.resident(), held.id());
        assertThat(redemptions.voidIt(it.resident(), held.id()).state()).isEqualTo(Redemption.State.VOIDED);
        assertThat(it.lots(0)).isEqualTo(before);
        assertThat(it.stock()).extracting(Goods::stock, Goods::reserved).containsExactly(5L, 0L);
        assertThatThrownBy(() -> redemptions.capture(it.merchant(), held.id(), held.code()))
                .isInstanceOf(ShopRefused.Settled.class);
        assertThat(points.audit(it.world().community())).isEmpty();
    }

    @Test
    void aTokenThatOnlyReadsNeitherOrdersNorCancels() {
        it.give(0, 50);
        var own = it.resident();
        var reading = new Actor(own.accountId(), own.name(), own.grants(), own.households(), Set.of("points:read"));
        assertThatThrownBy(() -> redemptions.hold(reading, it.wish(0))).isInstanceOf(Refused.Forbidden.class);
        var held = redemptions.hold(own, it.wish(0));
        assertThat(redemptions.get(reading, held.id()).state()).isEqualTo(Redemption.State.HELD);
        assertThatThrownBy(() -> redemptions.voidIt(reading, held.id())).isInstanceOf(Refused.Forbidden.class);
        var elsewhere = new Actor(own.accountId(), own.name(), own.grants(), own.households(), Set.of("places:read"));
        assertThatThrownBy(() -> redemptions.get(elsewhere, held.id())).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> redemptions.ofHousehold(elsewhere, held.household(), 10, null))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void pointsThatComeBackFromAnOrderWereNotEarned() {
        it.give(0, 50);
        var held = redemptions.hold(it.resident(), it.wish(0));
        redemptions.voidIt(it.resident(), held.id());
        assertThat(charts.earned(it.resident(), held.household()).isEmpty()).isTrue();
    }

    @Test
    void refusesForEverWhatItHasRefusedUnderThatId() {
        it.give(0, 10);
        var wish = it.wish(0);
        assertThatThrownBy(() -> redemptions.hold(it.resident(), wish)).isInstanceOf(PointsRefused.Overdraft.class);
        it.give(0, 100);
        assertThatThrownBy(() -> redemptions.hold(it.resident(), wish)).isInstanceOf(PointsRefused.Overdraft.class);
        var another = new NewRedemption(wish.id(), wish.goods(), wish.household(), 2, null);
        assertThatThrownBy(() -> redemptions.hold(it.resident(), another)).isInstanceOf(ShopRefused.KeyReused.class);
        assertThat(redemptions.hold(it.resident(), it.wish(0)).state()).isEqualTo(Redemption.State.HELD);
    }

    @Test
    void givesFreeWhatNobodyPickedUp() {
        it.give(0, 50);
        var held = redemptions.hold(it.resident(), it.wish(0));
        sql.sql("update points.redemption set expires_at = now() - interval '1 minute' where id = ?")
                .param(held.id())
                .update();
        assertThatThrownBy(() -> redemptions.capture(it.merchant(), held.id(), held.code()))
                .isInstanceOf(ShopRefused.TooLate.class);
        assertThat(expiry.sweep()).isPositive();
        assertThat(redemptions.get(it.merchant(), held.id()).voidReason()).isEqualTo(Redemption.VoidReason.EXPIRED);
        assertThat(it.balance(0)).isEqualTo(50);
    }

    @Test
    void servesAHouseholdThatComesWithItsCardOnlyWithItsConsent() {
        it.give(1, 50);
        var household = it.world().households().get(1);
        var silent = new NewRedemption(Ids.next(), it.soap().id(), household, 1, " ");
        assertThatThrownBy(() -> redemptions.serve(it.merchant(), silent))
                .isInstanceOf(ShopRefused.ConsentMissing.class);
        var served = redemptions.serve(
                it.merchant(), new NewRedemption(Ids.next(), it.soap().id(), household, 1, "持卡到场"));
        assertThat(served)
                .extracting(Redemption::state, Redemption::consent)
                .containsExactly(Redemption.State.CAPTURED, "持卡到场");
        assertThatThrownBy(() -> redemptions.serve(
                        it.resident(), new NewRedemption(Ids.next(), it.soap().id(), household, 1, "我是邻居")))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void takesGoodsBackWithTheirPointsAndWritesPaperRedemptionsDown() {
        it.give(0, 50);
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        var paper = redemptions.takeOver(
                it.head(),
                new NewRedemption(
                        Ids.next(), it.soap().id(), it.world().households().getFirst(), 1, "纸质登记"),
                yesterday,
                Origin.RECORDED);
        assertThat(it.balance(0)).isEqualTo(30);
        assertThatThrownBy(() -> redemptions.refund(it.merchant(), paper.id(), "坏了"))
                .isInstanceOf(Refused.Forbidden.class);
        redemptions.refund(it.head(), paper.id(), "坏了");
        assertThat(redemptions.refund(it.head(), paper.id(), "坏了").state()).isEqualTo(Redemption.State.REFUNDED);
        assertThat(it.balance(0)).isEqualTo(50);
        assertThat(it.stock().stock()).isEqualTo(5);
        assertThat(points.audit(it.world().community())).isEmpty();
    }

    @Test
    void keepsTheStockAboveWhatIsPromisedAndEveryMovement() {
        it.give(0, 100);
        redemptions.hold(
                it.resident(),
                new NewRedemption(
                        Ids.next(), it.soap().id(), it.world().households().getFirst(), 3, null));
        var id = Ids.next();
        assertThatThrownBy(() -> shelf.move(it.head(), it.soap(), id, StockMovement.Kind.CORRECTED, -3, "盘点"))
                .isInstanceOf(ShopRefused.StockTooSmall.class);
        shelf.move(it.head(), it.soap(), id, StockMovement.Kind.CORRECTED, -2, "盘点");
        assertThat(shelf.move(it.head(), it.soap(), id, StockMovement.Kind.CORRECTED, -2, "盘点")
                        .stockAfter())
                .isEqualTo(3);
        assertThat(shelf.movements(it.merchant(), it.soap(), 10, null).items())
                .extracting(StockMovement::pieces)
                .containsExactly(-2L, 5L);
    }
}
