package org.zhuxi.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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

/** Eight months of Zhuyuan's meters, read in a browser: the printed 754 kWh and 62 t of water that fifty homes saved. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZhuyuanYearTests {

    private static final String ELECTRICITY_KWH = "754";
    /** A cubic metre of water weighs a tonne. */
    private static final String WATER_M3 = "62";

    private final ZhuyuanSavings homes;
    private final ZhuyuanMeters meters;
    private final World.Made made;
    private Chrome chrome;

    @LocalServerPort
    int port;

    ZhuyuanYearTests(ZhuyuanSavings homes, ZhuyuanMeters meters, World worlds) {
        this.homes = homes;
        this.meters = meters;
        this.made = worlds.make(1);
    }

    @BeforeAll
    void tell() {
        homes.tell();
        meters.tell();
        chrome = Chrome.start();
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void thePageShowsInChineseWhatFiftyHomesSaved() {
        showsWhatWasSaved("zh-CN", "其中 50 户比上年同期节约");
    }

    @Test
    void thePageShowsInEnglishWhatFiftyHomesSaved() {
        showsWhatWasSaved("en-GB", "Saved by 50 of them against a year before");
    }

    private void showsWhatWasSaved(String locale, String label) {
        try (var context = chrome.context(1440, 900, locale)) {
            var page = context.newPage();
            Chrome.signIn(page, url("/sign-in"), made.username("operator"));
            page.navigate(url("/work/meters?place=" + ZhuyuanSavings.ZHUYUAN));
            assertThat(page.locator("main div:has(> .text-secondary:text-is('" + label + "')) > .zx-stat-value"))
                    .hasText(new Pattern[] {exactly(ELECTRICITY_KWH, "kWh"), exactly(WATER_M3, "m³")});
            Assertions.assertThat(Axe.faults(page)).isEmpty();
        }
    }

    private static Pattern exactly(String value, String unit) {
        return Pattern.compile("^" + value + "(\\.0+)?\\s*" + unit + "$");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
