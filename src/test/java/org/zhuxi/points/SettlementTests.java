package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What shops are owed, and which households are about to lose points. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementTests {

    private final Settlements settlements;
    private final MockMvcTester http;
    private final ShopFixture it;

    SettlementTests(Settlements settlements, MockMvcTester http, AutowireCapableBeanFactory beans) {
        this.settlements = settlements;
        this.http = http;
        this.it = beans.createBean(ShopFixture.class);
    }

    @BeforeEach
    void settle() {
        it.settle();
    }

    @Test
    void closesAMonthOnceAndPutsWhatComesLateIntoTheNext() {
        it.give(0, 100);
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);
        var before = month.minusMonths(1);
        it.takeOver(before, 1);
        assertThatThrownBy(() -> settlements.close(it.finance(), it.shop().id(), before))
                .isInstanceOf(ShopRefused.NoRate.class);
        settlements.setRate(it.finance(), it.shop().id(), new ShopRate(before.atDay(1), 3));
        settlements.setRate(it.finance(), it.shop().id(), new ShopRate(month.atDay(1), 5));
        assertThat(settlements.close(it.finance(), it.shop().id(), before).amountFen())
                .isEqualTo(60);
        it.takeOver(before, 1);
        it.takeOver(month, 1);
        assertThat(settlements.get(it.merchant(), it.shop().id(), before).amountFen())
                .isEqualTo(60);
        settlements.correct(it.finance(), it.shop().id(), Ids.next(), before, -7, "少一件");
        assertThatThrownBy(() ->
                        settlements.correct(it.finance(), it.shop().id(), Ids.next(), before, Long.MIN_VALUE, "太多"))
                .isInstanceOf(ShopRefused.Unreadable.class);
        var closed = settlements.close(it.finance(), it.shop().id(), month);
        assertThat(closed.amountFen()).isEqualTo(60 + 100 - 7);
        assertThat(closed.pieces()).isEqualTo(2);
        assertThat(settlements.close(it.finance(), it.shop().id(), month)).isEqualTo(closed);
        assertThatThrownBy(() -> settlements.close(it.finance(), it.shop().id(), month.plusMonths(1)))
                .isInstanceOf(ShopRefused.NotToBeClosed.class);
        assertThatThrownBy(() -> settlements.setRate(it.finance(), it.shop().id(), new ShopRate(month.atDay(2), 1)))
                .isInstanceOf(ShopRefused.RateTooEarly.class);
        assertThatThrownBy(() -> settlements.close(it.merchant(), it.shop().id(), month))
                .isInstanceOf(Refused.Forbidden.class);
        var head = user(new SignedIn("someone", "", true, it.head()));
        var address = "/work/settlements/" + it.shop().id();
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
        assertThat(http.perform(get("/api/v1/shops/" + it.shop().id() + "/settlements/" + month)
                        .with(head)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.amountFen")
                .isEqualTo(153);
        assertThat(http.perform(get(address + "?month=nie").with(head))).hasStatus(404);
    }

    @Test
    void listsTheHouseholdsThatAreAboutToLosePoints() {
        it.give(0, 50);
        it.give(1, 10);
        var head = user(new SignedIn("someone", "", true, it.head()));
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
}
