package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.DeviceReading;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.internal.alarm.AlarmWatch;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A community claims a probe, sees it live, is told when the heap gets too hot, and can read later what was done about it. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensingJourneyTests {

    private final Devices devices;
    private final AlarmWatch watch;
    private final World.Made made;
    private final Actor head;
    private Chrome chrome;

    @LocalServerPort
    int port;

    SensingJourneyTests(Devices devices, AlarmWatch watch, World worlds, Accounts accounts) {
        this.devices = devices;
        this.watch = watch;
        this.made = worlds.make(1);
        this.head = accounts.actorOf(made.username("head"));
    }

    @BeforeAll
    void open() {
        chrome = Chrome.start();
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aProbeIsClaimedSeenLiveAndRaisesAnAlarmThatSomebodyAnswers() {
        var code = "PROBE-" + made.communityCode();
        try (var context = chrome.desktop()) {
            var page = context.newPage();
            Chrome.signIn(page, url("/sign-in"), made.username("head"));
            claim(page, code);
            seeLive(page, code);
            addRule(page);
            answer(page, code);
            seeItOver(page, code);
        }
    }

    private void claim(Page page, String code) {
        page.navigate(url("/work/devices/new?place=" + made.communityCode()));
        page.locator("#code").fill(code);
        page.locator("#template").selectOption("compost-probe");
        page.locator("#name").fill("东园 3 号箱");
        page.locator("form[action='/work/devices'] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/work/devices/PROBE-.*"));
        assertThat(page.locator("main pre")).containsText(code);
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    private void seeLive(Page page, String code) {
        send(code, 1, "61.5");
        page.reload();
        assertThat(page.locator("[data-live-value=temperature]")).hasText("61.5");
        send(code, 2, "63.5");
        assertThat(page.locator("[data-live-value=temperature]")).hasText("63.5");
        assertThat(page.locator("[data-live-line=temperature]")).hasAttribute("points", Pattern.compile("\\d.* .*\\d"));
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    private void addRule(Page page) {
        page.navigate(url("/work/alarms/rules/new?place=" + made.communityCode()));
        page.locator("#what").selectOption("compost-probe/temperature");
        page.locator("#condition").selectOption("ABOVE");
        page.locator("#threshold").fill("70");
        page.locator("#backAt").fill("65");
        page.locator("#forMinutes").fill("0");
        page.locator("form[action='/work/alarms/rules'] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/work/alarms/rules\\?place=.*"));
        assertThat(page.locator("main")).containsText("70");
    }

    private void answer(Page page, String code) {
        send(code, 3, "72");
        watch.look();
        page.navigate(url("/work/alarms?place=" + made.communityCode()));
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.locator("tbody a").click();
        page.waitForURL(Pattern.compile(".*/work/alarms/[0-9a-f-]{36}"));
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.locator("#words").fill("翻堆，加干料");
        page.locator("form[action$='/acknowledgement'] button").click();
        assertThat(page.locator("form[action$='/acknowledgement']")).hasCount(0);
        assertThat(page.locator("main")).containsText("翻堆，加干料");
    }

    private void seeItOver(Page page, String code) {
        send(code, 4, "60");
        watch.look();
        page.navigate(url("/work/alarms?place=" + made.communityCode()));
        assertThat(page.locator("tbody tr")).hasCount(0);
        page.navigate(url("/work/alarms?all=on&place=" + made.communityCode()));
        page.locator("tbody a").click();
        page.waitForURL(Pattern.compile(".*/work/alarms/[0-9a-f-]{36}"));
        assertThat(page.locator("main")).containsText("翻堆，加干料");
        assertThat(page.locator("main")).containsText("读数恢复");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    private void send(String code, long sequence, String celsius) {
        devices.take(
                head, code, List.of(new DeviceReading(sequence, null, Map.of("temperature", new BigDecimal(celsius)))));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
