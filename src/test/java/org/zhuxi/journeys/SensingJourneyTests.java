package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.sensing.DeviceReading;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.internal.alarm.AlarmWatch;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterReading;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.NewMeter;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.KeptEntries;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/**
 * A community claims a probe, sees it live, is told when the heap gets too hot, and can read later what was done about it; meters are read
 * without a network.
 */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensingJourneyTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Devices devices;
    private final Meters meters;
    private final AlarmWatch watch;
    private final World.Made made;
    private final Actor head;
    private Chrome chrome;

    @LocalServerPort
    int port;

    SensingJourneyTests(Devices devices, Meters meters, AlarmWatch watch, World worlds, Accounts accounts) {
        this.devices = devices;
        this.meters = meters;
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

    @Test
    void aResidentReadsAMeterWithoutANetworkAndItCountsOnce() {
        var meter = meter(MeterKind.ELECTRICITY);
        read(meter, TODAY.minusDays(30), "100");
        try (var context = chrome.phone()) {
            var page = context.newPage();
            Chrome.signIn(page, url("/sign-in"), made.username("resident"));
            openOffline(page);
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            page.locator("[data-meter='" + meter.id() + "']").click();
            page.locator("#day").fill(TODAY.toString());
            page.locator("#value").fill("90");
            page.locator("#keep").click();
            assertThat(page.locator("[data-error=value]")).containsText("100");
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            page.locator("#value").fill("131.5");
            page.locator("#keep").click();
            assertThat(page.locator("#saved")).containsText("131.5 kWh");
            page.reload();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "1");
            context.setOffline(false);
            page.locator("#send").click();
            assertThat(page.locator("#entries li[data-state=sent]")).hasCount(1);
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
            KeptEntries.age(page, 8);
            page.reload();
            assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
            assertThat(page.locator("#entries li")).hasCount(0);
        }
        Assertions.assertThat(meters.readings(head, meter.id(), 10))
                .filteredOn(it -> it.day().equals(TODAY))
                .singleElement()
                .satisfies(it -> Assertions.assertThat(it.value()).isEqualByComparingTo("131.5"));
    }

    /** Two read the same meter on one day: the second is told, reads another day anew, and what a saved file brings counts once. */
    @Test
    void whoReadsForOthersIsToldOfWhatStandsAndReadsAnew() {
        var meter = meter(MeterKind.WATER);
        read(meter, TODAY, "200");
        try (var context = chrome.phone()) {
            var page = context.newPage();
            Chrome.signIn(page, url("/sign-in"), made.username("clerk"));
            openOffline(page);
            page.locator("#others").click();
            page.locator("#door").fill(made.dwellings().getFirst());
            page.locator("#kind").selectOption("WATER");
            page.locator("#day").fill(TODAY.toString());
            page.locator("#value").fill("199.5");
            page.locator("#keep").click();
            page.locator("#rescue summary").click();
            var file = page.waitForDownload(() -> page.locator("#save-file").click())
                    .path();
            context.setOffline(false);
            page.locator("#send").click();
            var stands = page.locator("#entries li[data-state=conflict]");
            assertThat(stands).containsText("200");
            stands.locator("button").first().click();
            assertThat(page.locator("#value")).hasValue("199.5");
            page.locator("#day").fill(TODAY.minusDays(1).toString());
            page.locator("#keep").click();
            assertThat(page.locator("#entries li[data-state=sent]")).hasCount(1);
            assertThat(page.locator("#entries li")).hasCount(1);
            takeBackElsewhere(file);
        }
        Assertions.assertThat(meters.readings(head, meter.id(), 10))
                .extracting(it -> it.day())
                .containsExactly(TODAY, TODAY.minusDays(1));
    }

    private void takeBackElsewhere(Path file) {
        try (var context = chrome.phone()) {
            var page = context.newPage();
            Chrome.signIn(page, url("/sign-in"), made.username("clerk"));
            page.navigate(url("/field/meters"));
            assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
            page.locator("#rescue summary").click();
            page.locator("#saved-file").setInputFiles(file);
            assertThat(page.locator("#entries li[data-state=conflict]")).containsText("200");
        }
    }

    private void openOffline(Page page) {
        page.navigate(url("/field/meters"));
        assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.context().setOffline(true);
        page.reload();
        assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
    }

    private Meter meter(MeterKind kind) {
        return meters.add(
                head,
                new NewMeter(
                        Ids.next(),
                        kind,
                        made.dwellings().getFirst(),
                        true,
                        "表 101",
                        null,
                        TODAY.minusYears(1),
                        Origin.SYNTHETIC));
    }

    private void read(Meter meter, LocalDate day, String value) {
        meters.read(
                head,
                meter.id(),
                List.of(new MeterReading(Ids.next(), meter.id(), day, new BigDecimal(value), false, Origin.SYNTHETIC)));
    }

    private void send(String code, long sequence, String celsius) {
        devices.take(
                head, code, List.of(new DeviceReading(sequence, null, Map.of("temperature", new BigDecimal(celsius)))));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
