package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.points.Points;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** The loop as people walk it: record, reward, verify, take back, open. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTests {

    /** More than is usual for a household, so that the record waits for a reviewer. */
    private static final String UNUSUAL_KG = "16.5";

    private static final String DAILY_CAP = "10";

    private final World worlds;
    private final Stations stations;
    private final Points points;
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    JourneyTests(World worlds, Stations stations, Points points) {
        this.worlds = worlds;
        this.stations = stations;
        this.points = points;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(3);
        worlds.station(world, stations);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aStewardRecordsTheHouseholdSeesItsPointsAReviewerAcceptsAndAVisitorOpensTheFigure() {
        on(chrome.phone(), page -> {
            signIn(page, "steward");
            recordDrop(page, world.dwellings().getFirst());
            assertThat(page.locator(".zx-big")).containsText(DAILY_CAP);
        });
        on(chrome.phone(), page -> {
            signIn(page, "resident");
            page.navigate(url("/me"));
            assertThat(page.locator("#balance")).hasText(DAILY_CAP);
            page.navigate(url("/me/points"));
            assertThat(page.locator("main")).containsText("厨余垃圾");
        });
        on(chrome.desktop(), page -> {
            signIn(page, "verifier");
            page.navigate(url("/work/review"));
            assertThat(page.locator("main")).containsText(UNUSUAL_KG);
            page.locator("button[value=verified]").first().click();
            page.waitForLoadState();
        });
        on(chrome.desktop(), page -> {
            page.navigate(url("/"));
            page.locator("a.zx-figure").filter(withText("厨余垃圾")).first().click();
            for (var place :
                    new String[] {"江苏省", "扬州市", "邗江区", "试验街道" + world.streetCode(), "试验社区" + world.communityCode()}) {
                page.locator("td a").filter(withText(place)).first().click();
                assertThat(page.locator("li.breadcrumb-item").last()).containsText(place);
            }
            page.locator("td a").first().click();
            page.locator("td a").filter(withText("厨余垃圾投放")).first().click();
            assertThat(page).hasURL(Pattern.compile(".*/activities/[0-9a-f-]{36}"));
            assertThat(page.locator("main")).containsText(UNUSUAL_KG);
            assertThat(page.locator("main"))
                    .not()
                    .containsText(world.dwellings().getFirst());
        });
    }

    @Test
    void aReviewerRejectsADropAndThePointsGoBack() {
        on(chrome.phone(), page -> {
            signIn(page, "steward");
            recordDrop(page, world.dwellings().get(1));
            assertThat(page.locator(".zx-big")).containsText(DAILY_CAP);
            assertThat(page.locator("main")).containsText("现有 10 分");
        });
        on(chrome.desktop(), page -> {
            signIn(page, "verifier");
            page.navigate(url("/work/review"));
            var item = page.locator("form")
                    .filter(new Locator.FilterOptions().setHas(page.locator("button[value=rejected]")));
            item.last().locator("input[name=reason], textarea[name=reason]").fill("称重有误");
            item.last().locator("button[value=rejected]").click();
            page.waitForLoadState();
        });
        on(chrome.phone(), page -> {
            signIn(page, "steward");
            page.navigate(url("/field"));
            assertThat(page.locator("main")).containsText("未通过");
        });
        org.assertj.core.api.Assertions.assertThat(balanceOf(1)).isZero();
    }

    private long balanceOf(int household) {
        return points.balances(List.of(world.households().get(household)))
                .getOrDefault(world.households().get(household), 0L);
    }

    private void recordDrop(Page page, String plate) {
        page.navigate(url("/field/drop"));
        page.locator("#card").fill(plate);
        page.locator("#card").press("Enter");
        page.locator("button[value=kitchen]").click();
        page.locator("#kg").fill(UNUSUAL_KG);
        page.locator("button[name=grade][value=A]").click();
        page.waitForLoadState();
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), world.username(who));
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
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
