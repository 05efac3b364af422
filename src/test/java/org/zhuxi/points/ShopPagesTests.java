package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.zhuxi.testing.FormToken.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
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
}
