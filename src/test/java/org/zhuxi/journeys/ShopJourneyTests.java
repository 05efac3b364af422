package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.points.ManualPosting;
import org.zhuxi.points.NewGoods;
import org.zhuxi.points.NewShop;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Postings;
import org.zhuxi.points.Shop;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.Shops;
import org.zhuxi.points.StockMovement;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Points become goods: from the resident's phone to the merchant's, by the pick-up code. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopJourneyTests {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final World worlds;
    private final Accounts accounts;
    private final Shops shops;
    private final ShopGoods shelf;
    private final Postings postings;
    private World.Made world;
    private Shop shop;
    private Chrome chrome;

    @LocalServerPort
    int port;

    ShopJourneyTests(World worlds, Accounts accounts, Shops shops, ShopGoods shelf, Postings postings) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.shops = shops;
        this.shelf = shelf;
        this.postings = postings;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(2);
        var head = accounts.actorOf(world.username("head"));
        shop = shops.add(
                head, new NewShop(world.communityCode(), new Names("积分超市", "Points Shop"), null, "", Origin.SYNTHETIC));
        var soap = shelf.put(head, shop.id(), Ids.next(), new NewGoods(new Names("肥皂", "Soap"), 15, true, null));
        shelf.move(head, soap, Ids.next(), StockMovement.Kind.RECEIVED, 3, "");
        postings.post(
                World.founder(),
                world.households().getFirst().id(),
                new ManualPosting(Ids.next(), PostingKind.ADJUSTMENT, 40, null, "测试"));
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        world.username("merchant"),
                        null,
                        "店主",
                        World.PASSWORD,
                        Set.of(new Grant(Role.MERCHANT, shop.site().path())),
                        Set.of(),
                        Origin.SYNTHETIC)));
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aResidentSetsSoapAsideAndTheMerchantHandsItOverForTheCode() {
        on(chrome.phone(), resident -> {
            signIn(resident, "resident");
            resident.navigate(url("/me/shop"));
            good(resident);
            resident.locator("button").filter(withText("兑换")).first().click();
            assertThat(resident.locator("#pickup-code")).isVisible();
            good(resident);
            var code = resident.locator("#pickup-code").textContent();
            on(chrome.phone(), merchant -> {
                signIn(merchant, "merchant");
                merchant.navigate(url("/field/shop"));
                good(merchant);
                merchant.locator("#code").fill(code.toLowerCase());
                merchant.locator("#code").press("Enter");
                assertThat(merchant.locator("main")).containsText("肥皂 × 1");
                good(merchant);
                merchant.locator("#hand-over").click();
                assertThat(merchant.locator("#done")).hasText("已领取");
                merchant.navigate(
                        url("/field/shop?shop=" + shop.id() + "#" + code),
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                assertThat(merchant.locator("[role=alert]")).containsText("没有等待领取的兑换");
            });
            resident.reload();
            assertThat(resident.locator("#state")).containsText("已领取");
            resident.navigate(url("/me/points"));
            assertThat(resident.locator("main")).containsText("25");
        });
        on(chrome.desktop(), head -> {
            signIn(head, "head");
            head.navigate(url("/work/shops/" + shop.id()));
            good(head);
            head.locator("td a").filter(withText("肥皂")).first().click();
            assertThat(head.locator("main")).containsText("领取");
            good(head);
        });
    }

    private static com.microsoft.playwright.Locator.FilterOptions withText(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    private static void good(Page page) {
        var width = (Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        org.assertj.core.api.Assertions.assertThat(width.intValue()).isLessThanOrEqualTo(0);
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(violation -> SERIOUS.contains(violation.getImpact()))
                                .map(violation -> violation.getId() + ": "
                                        + violation.getNodes().getFirst().getHtml()))
                .isEmpty();
    }

    private void on(BrowserContext context, Consumer<Page> steps) {
        try (context) {
            steps.accept(context.newPage());
        }
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), world.username(who));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
