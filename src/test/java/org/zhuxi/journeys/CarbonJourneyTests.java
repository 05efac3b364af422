package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A statement as people walk it: drafted by the clerk, verified and published by the head, read by everybody on a phone. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarbonJourneyTests {

    private static final int PHONE_PX = 360;
    private static final List<String> OPEN = List.of(
            "/carbon",
            "/carbon/factors",
            "/carbon/factors/grid.cn",
            "/carbon/methods",
            "/carbon/footprint?electricity=210&gas=15&water=12");

    private final World worlds;
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    CarbonJourneyTests(World worlds) {
        this.worlds = worlds;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(1);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aStatementIsDraftedVerifiedPublishedAndRead() {
        var faults = new ArrayList<String>();
        var path = new String[1];
        on(chrome.desktop(), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("clerk"));
            page.navigate(url("/work/carbon/new?scope=ORGANICS&period=2024"));
            faults.addAll(Axe.faults(page));
            page.locator("[name='amount.FOOD_COMPOSTED']").fill("12.5");
            page.locator("[name='unit.FOOD_COMPOSTED']").selectOption("t");
            page.locator("[name='source.FOOD_COMPOSTED']").fill("称重单 1–12 月");
            page.locator("#incineration").fill("100");
            page.locator("#evidence").fill("2024 年市容环卫年报");
            page.locator("#climate").selectOption("TEMPERATE_WET");
            page.locator("main form[method=post] button[type=submit]").click();
            assertThat(page.locator("main")).containsText("多排放");
            path[0] = page.url().substring(page.url().indexOf("/work/carbon/"));
        });
        on(chrome.desktop(), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("head"));
            page.navigate(url(path[0]));
            faults.addAll(Axe.faults(page));
            page.locator("form[action$='/verification'] button").click();
            page.locator("form[action$='/publication'] button").click();
            assertThat(page.locator("main .zx-seal")).containsText("已公布");
        });
        for (var language : List.of("zh-CN", "en")) {
            on(chrome.context(PHONE_PX, 740, language), page -> {
                page.navigate(url(path[0].replace("/work/carbon/", "/carbon/statements/")));
                assertThat(page.locator("main")).containsText("2,029");
                faults.addAll(Axe.faults(page));
                assertThat(width(page)).isLessThanOrEqualTo(PHONE_PX);
                for (var address : OPEN) {
                    page.navigate(url(address));
                    faults.addAll(Axe.faults(page));
                    assertThat(width(page)).as(address).isLessThanOrEqualTo(PHONE_PX);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static int width(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static void on(BrowserContext context, Consumer<Page> story) {
        try (context) {
            story.accept(context.newPage());
        }
    }
}
