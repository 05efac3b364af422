package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The shops as people and programs meet them over HTTP. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopPagesTests {

    private final MockMvcTester http;
    private final ShopFixture it;

    ShopPagesTests(MockMvcTester http, AutowireCapableBeanFactory beans) {
        this.http = http;
        this.it = beans.createBean(ShopFixture.class);
    }

    @BeforeEach
    void settle() {
        it.settle();
    }

    @Test
    void keepsTheGoodsThatWereChosenWhenTheCardIsMistyped() {
        var rice = it.goods("大米", 30, 5);
        for (var chosen : List.of(it.soap(), rice)) {
            var refused = http.perform(post("/field/shop/serve")
                    .with(as(it.merchant()))
                    .with(csrf())
                    .param("shop", it.shop().id().toString())
                    .param("goods", chosen.id().toString())
                    .param("card", "ZX-000-000-000")
                    .param("consent", "本人同意"));
            assertThat(refused)
                    .hasStatus(422)
                    .bodyText()
                    .contains("本人同意", "<option value=\"" + chosen.id() + "\" selected");
        }
    }

    @Test
    void keepsWhatStaffTypedAndSaysWhatIsWrong() {
        var shop = "/work/shops/" + it.shop().id();
        assertThat(sent(shop + "/goods", it.head(), "goods", Ids.next().toString(), "name", "洗衣液", "price", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"洗衣液\"");
        assertThat(sent(shop + "/stock", it.head(), "goods", it.soap().id().toString(), "pieces", "三", "note", "盘点"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"三\"", "value=\"盘点\"");
        assertThat(sent(shop + "/hours", it.head(), "days", "6", "from", "14:07", "to", "9:00"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"14:07\"");
        var settlement = "/work/settlements/" + it.shop().id();
        assertThat(sent(settlement + "/rates", it.finance(), "month", "2026-01", "validFrom", "x", "fenPerPoint", "17"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"17\"");
        assertThat(sent(
                        "/work/points/campaigns",
                        it.head(),
                        "place",
                        "321003999999",
                        "name",
                        "迎新春",
                        "kinds",
                        "waste.drop.kitchen",
                        "extra",
                        "50",
                        "firstDay",
                        "2030-01-01",
                        "lastDay",
                        "2030-01-14",
                        "budgetPoints",
                        "5000"))
                .hasStatus(404)
                .bodyText()
                .contains("value=\"321003999999\"", "value=\"迎新春\"", "value=\"5000\"");
    }

    @Test
    void showsPagesAndServesPrograms() {
        it.give(0, 50);
        var resident = user(new SignedIn("someone", "", true, it.resident()));
        var merchant = user(new SignedIn("someone", "", true, it.head()));
        var head = user(new SignedIn("someone", "", true, it.head()));
        assertThat(http.get().uri("/shops?place=" + it.world().communityCode()))
                .hasStatusOk()
                .bodyText()
                .contains("积分超市");
        assertThat(http.get().uri("/shops/" + it.shop().id()))
                .hasStatusOk()
                .bodyText()
                .contains("肥皂");
        assertThat(http.get().uri("/api/v1/shops/" + it.shop().id()))
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
                .param("goods", it.soap().id().toString())
                .param("pieces", "5"));
        assertThat(poor).hasStatus(409).bodyText().contains("积分不够");
        var id = Ids.next();
        var body = "{\"goods\":\"%s\",\"household\":\"%s\",\"pieces\":1}"
                .formatted(it.soap().id(), it.world().households().getFirst().id());
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
        assertThat(http.perform(post("/field/shop")
                        .param("code", "2222-2223")
                        .with(csrf())
                        .with(merchant)))
                .hasStatusOk()
                .bodyText()
                .contains("错字");
        assertThat(http.perform(get("/field/shop/redemptions/{id}/slip", id).with(merchant)))
                .hasStatusOk();
        assertThat(http.perform(get("/work/shops").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("积分超市");
        assertThat(http.perform(get("/work/shops/" + it.shop().id()).with(head)))
                .hasStatusOk();
        var goodsPage = "/work/shops/" + it.shop().id() + "/goods/" + it.soap().id();
        assertThat(http.perform(get(goodsPage).with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("到货");
        assertThat(http.perform(get(goodsPage + "/stock.csv").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("RECEIVED");
        var bad = http.perform(post("/work/shops/" + it.shop().id() + "/stock")
                .with(head)
                .with(csrf())
                .param("goods", it.soap().id().toString())
                .param("pieces", "viele"));
        assertThat(bad).hasStatus(422);
        assertThat(http.perform(get("/field/shop").with(resident))).hasStatus(403);
    }

    private MvcTestResult sent(String address, Actor actor, String... fields) {
        var form = post(address).with(as(actor)).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return http.perform(form);
    }

    private static RequestPostProcessor as(Actor actor) {
        return user(new SignedIn("someone", "", true, actor));
    }
}
