package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** An elder lets a neighbour act; the neighbour looks, is done, and the elder reads what was seen and takes it back. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActingJourneyTests {

    private final World worlds;
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    ActingJourneyTests(World worlds) {
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
    void aNeighbourActsAndTheElderSeesIt() {
        try (var elders = chrome.phone();
                var helpers = chrome.phone()) {
            var elder = elders.newPage();
            Chrome.signIn(elder, url("/sign-in"), world.username("resident"));
            elder.navigate(url("/me/acting"));
            elder.locator("#helper").fill(world.username("steward"));
            elder.locator("#helperName").fill("别人");
            elder.locator("input[name=scopes][value=shop]").check();
            elder.locator("form[action='/me/acting'] button").click();
            assertThat(elder.locator("[role=alert]")).containsText("没有找到");
            assertThat(elder.locator("#helper")).hasValue(world.username("steward"));
            elder.locator("#helperName").fill("督导员");
            elder.locator("form[action='/me/acting'] button").click();
            assertThat(elder.locator("section[aria-label='督导员']")).containsText("有效");

            var helper = helpers.newPage();
            Chrome.signIn(helper, url("/sign-in"), world.username("steward"));
            helper.navigate(url("/me/acting"));
            helper.locator("form[action$='/beginning'] button").click();
            assertThat(helper.locator(".zx-acting")).containsText("正在替居民办理");
            helper.navigate(url("/me/points"));
            assertThat(helper.locator(".zx-acting")).isVisible();
            helper.locator("form[action='/me/acting/end'] button").click();
            assertThat(helper.locator("[role=status]")).containsText("换回您自己");

            elder.navigate(url("/me/acting/history"));
            assertThat(elder.locator("main")).containsText("看了：");
            elder.navigate(url("/me/acting"));
            elder.locator("section[aria-label='督导员'] summary").click();
            elder.locator("section[aria-label='督导员'] .btn-danger").click();
            assertThat(elder.locator("section[aria-label='督导员']")).containsText("已结束");
            helper.navigate(url("/me/acting"));
            assertThat(helper.locator("form[action$='/beginning']")).hasCount(0);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
