package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.ManualPosting;
import org.zhuxi.points.NewGoods;
import org.zhuxi.points.NewShop;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Postings;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.Shops;
import org.zhuxi.points.StockMovement;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.Keyboard;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** The main task of each shell without a pointer, from the first page on. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardJourneyTests {

    private static final String UNUSUAL_KG = "18.5";

    private final World worlds;
    private final Accounts accounts;
    private final Stations stations;
    private final Shops shops;
    private final ShopGoods shelf;
    private final Postings postings;
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    KeyboardJourneyTests(
            World worlds, Accounts accounts, Stations stations, Shops shops, ShopGoods shelf, Postings postings) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.stations = stations;
        this.shops = shops;
        this.shelf = shelf;
        this.postings = postings;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(2);
        worlds.station(world, stations);
        var head = accounts.actorOf(world.username("head"));
        var shop = shops.add(
                head, new NewShop(world.communityCode(), new Names("积分超市", "Points Shop"), null, "", Origin.SYNTHETIC));
        var soap = shelf.put(head, shop.id(), Ids.next(), new NewGoods(new Names("肥皂", "Soap"), 15, true, null));
        shelf.move(head, soap, Ids.next(), StockMovement.Kind.RECEIVED, 3, "");
        postings.post(
                World.founder(),
                world.households().getFirst().id(),
                new ManualPosting(Ids.next(), PostingKind.ADJUSTMENT, 40, null, "测试"));
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aStewardRecordsADropAndAReviewerDecides() {
        on(chrome.phone(), "steward", (page, keyboard) -> {
            keyboard.enter("a[href='/field/drop']", "/field/drop");
            keyboard.to("#card").type(world.dwellings().getFirst()).press("Enter");
            keyboard.to("button[value=kitchen]").press("Enter");
            keyboard.to("#kg").type(UNUSUAL_KG);
            keyboard.to("button[name=grade][value=A]").press("Enter");
            assertThat(page.locator(".zx-big")).isVisible();
        });
        on(chrome.desktop(), "verifier", (page, keyboard) -> {
            keyboard.enter("a[href='/work/review']", "/work/review");
            assertThat(page.locator("main")).containsText(UNUSUAL_KG);
            var waiting = page.locator("button[value=verified]").count();
            keyboard.to("button[value=verified]").press("Enter");
            assertThat(page.locator("button[value=verified]")).hasCount(waiting - 1);
        });
    }

    @Test
    void aResidentSetsGoodsAside() {
        on(chrome.phone(), "resident", (page, keyboard) -> {
            keyboard.enter("a[href='/me/shop']", "/me/shop");
            keyboard.to(page.locator("button")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("兑换"))
                            .first())
                    .press("Enter");
            assertThat(page.locator("#pickup-code")).isVisible();
        });
    }

    @Test
    void aVisitorSkipsTheMenuOpensAFigureAndEnlargesTheType() {
        try (var context = chrome.desktop()) {
            var page = context.newPage();
            page.navigate(url("/"));
            var keyboard = new Keyboard(page);
            keyboard.to(".zx-skip").press("Enter");
            keyboard.enter("a.zx-figure", "/figures/");
            assertThat(page.locator("h1")).hasCount(1);
            keyboard.enter("a[href*='type=large']", "type=");
            assertThat(page.locator("html")).hasAttribute("data-type", "large");
        }
    }

    /** Signs in by keyboard as well, from the first page. */
    private void on(BrowserContext context, String who, BiConsumer<Page, Keyboard> steps) {
        try (context) {
            var page = context.newPage();
            page.navigate(url("/"));
            var keyboard = new Keyboard(page);
            keyboard.enter("a[href^='/sign-in']:visible", "/sign-in");
            keyboard.to("#username").type(world.username(who));
            keyboard.to("#password").type(World.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(now -> !now.contains("/sign-in"));
            steps.accept(page, keyboard);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
