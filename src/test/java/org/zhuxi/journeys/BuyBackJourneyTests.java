package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
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
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.buyback.BuyBacks;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.NewBuyBack;
import org.zhuxi.waste.buyback.Payment;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.Recycler;
import org.zhuxi.waste.buyback.Recyclers;

/** Selling recyclables as people walk it: weighed and paid on a phone, seen by the household, settled by finance. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuyBackJourneyTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final World worlds;
    private final Accounts accounts;
    private final Recyclers recyclers;
    private final BuyBacks buyBacks;
    private final YearMonth lastMonth = YearMonth.now(ZONE).minusMonths(1);
    private World.Made world;
    private Recycler recycler;
    private Chrome chrome;

    @LocalServerPort
    int port;

    BuyBackJourneyTests(World worlds, Accounts accounts, Recyclers recyclers, BuyBacks buyBacks) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.recyclers = recyclers;
        this.buyBacks = buyBacks;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(2);
        accounts.open(World.founder(), List.of(account("recycler", Role.RECYCLER), account("finance", Role.FINANCE)));
        var clerk = accounts.actorOf(world.username("clerk"));
        recycler = recyclers.add(clerk, world.community(), "绿源回收", "0514-1", Origin.SYNTHETIC);
        recyclers.engage(clerk, recycler.ref(), world.username("recycler"));
        recyclers.setPrices(
                clerk,
                recycler.ref(),
                List.of(new Price(Material.PAPER, lastMonth.minusMonths(1).atDay(1), 80L)));
    }

    private NewAccount account(String who, Role role) {
        return new NewAccount(
                world.username(who),
                null,
                who,
                World.PASSWORD,
                Set.of(new Grant(role, world.path())),
                Set.of(),
                Origin.SYNTHETIC);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aRecyclerPaysTheHouseholdSeesTheReceiptAndFinanceSettlesTheMonth() {
        sellLastMonth();
        on(chrome.phone(), page -> {
            signIn(page, "recycler");
            page.navigate(url("/field/buy-back"));
            page.locator("#card").fill(world.dwellings().getFirst());
            page.locator("#kg_paper").fill("3.25");
            page.locator("button[value=QUOTE]").click();
            assertThat(page.locator("#total")).containsText("2.60");
            page.locator("button[value=CASH]").click();
            assertThat(page.locator(".zx-big")).containsText("2.60");
            assertThat(page.locator("svg.zx-qr")).isVisible();
        });
        on(chrome.withoutScript(), page -> {
            signIn(page, "resident");
            page.navigate(url("/me/receipts"));
            page.locator("button.list-group-item")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("2.60"))
                    .first()
                    .click();
            assertThat(page.locator("main")).containsText("废纸");
            assertThat(page.locator("main")).containsText("3.250");
        });
        on(chrome.desktop(), page -> {
            signIn(page, "finance");
            page.navigate(url("/work/buy-back"));
            page.locator("main a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("绿源回收"))
                    .first()
                    .click();
            page.locator("td a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(lastMonth.toString()))
                    .click();
            assertThat(page.locator("#sum")).hasText("8.00");
            page.locator("form[action$=closing] button").click();
            assertThat(page.locator(".zx-seal")).hasText("已结算");
            assertThat(page.locator("form[action$=closing]")).hasCount(0);
            assertThat(page.locator("#sum")).hasText("8.00");
        });
    }

    private void sellLastMonth() {
        LocalDate day = lastMonth.atEndOfMonth();
        var sale = new NewBuyBack(
                Ids.next(),
                world.households().getFirst().id(),
                null,
                day.atTime(10, 0).atZone(ZONE).toInstant(),
                List.of(new NewBuyBack.Weighed(Material.PAPER, 10_000)),
                Payment.CASH,
                null,
                null);
        buyBacks.takeOver(
                accounts.actorOf(world.username("recycler")), World.founder(), List.of(sale), Origin.SYNTHETIC);
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), world.username(who));
    }

    private void on(BrowserContext context, Consumer<Page> steps) {
        try (context) {
            steps.accept(context.newPage());
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
