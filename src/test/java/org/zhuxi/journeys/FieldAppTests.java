package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.platform.web.QrCode;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.Visitor;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Amount;
import org.zhuxi.waste.FieldDrop;
import org.zhuxi.waste.FieldDrops;
import org.zhuxi.waste.Grade;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;

/** What the field app says and does when something is not as it should be. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldAppTests {

    private static final String IDS = """
            () => new Promise((resolve) => {
              const request = indexedDB.open('zhuxi-field');
              request.onsuccess = () => {
                request.result.transaction('entries').objectStore('entries').getAllKeys().onsuccess =
                  (event) => { request.result.close(); resolve(event.target.result.join(' ')); };
              };
            })
            """;

    /** A camera before which somebody holds a code. */
    private static final String CAMERA = """
            delete globalThis.BarcodeDetector;
            navigator.mediaDevices.getUserMedia = async () => {
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 480;
              const pen = canvas.getContext('2d');
              setInterval(() => {
                pen.setTransform(1, 0, 0, 1, 0, 0);
                pen.fillStyle = 'white';
                pen.fillRect(0, 0, 480, 480);
                pen.setTransform(480 / %d, 0, 0, 480 / %d, 0, 0);
                pen.fillStyle = 'black';
                pen.fill(new Path2D('%s'));
              }, 50);
              return canvas.captureStream(20);
            };
            """;

    private final World worlds;
    private final Stations stations;
    private final FieldDrops drops;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private World.Made world;
    private StationRef station;
    private Chrome chrome;
    private String door;
    private int next;

    @LocalServerPort
    int port;

    FieldAppTests(World worlds, Stations stations, FieldDrops drops, Accounts accounts, JdbcClient jdbc) {
        this.worlds = worlds;
        this.stations = stations;
        this.drops = drops;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(14);
        station = worlds.station(world, stations);
    }

    @BeforeEach
    void nextDoor() {
        door = world.dwellings().get(next++);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void anIdWithOtherContentIsShownAndNothingIsOverwritten() {
        try (var phone = chrome.phone()) {
            var page = open(phone, "steward");
            phone.setOffline(true);
            record(page, door);
            var steward = accounts.actorOf(world.username("steward"));
            drops.record(steward, steward.account(), List.of(other(UUID.fromString((String) page.evaluate(IDS)))));

            phone.setOffline(false);
            page.locator("a[href='#unsent']").click();
            var entry = page.locator("#entries li");
            assertThat(entry).hasAttribute("data-state", "conflict");
            assertThat(entry).containsText("先到的为准");
            assertThat(kept("9")).isOne();

            entry.locator("[data-part=discard]").click();
            page.locator("#discard button[value=discard]").click();
            assertThat(page.locator("#none-unsent")).isVisible();
        }
    }

    @Test
    void aRefusedDropSaysWhyAndIsCorrectedAsANewOne() {
        try (var phone = chrome.phone()) {
            var page = open(phone, "steward");
            record(page, "Q7-B77-0707");
            page.locator("a[href='#unsent']").click();
            var entry = page.locator("#entries li");
            assertThat(entry).hasAttribute("data-state", "refused");
            assertThat(entry).containsText("Q7-B77-0707");
            assertThat(page.locator("#count")).hasText("1");

            entry.locator("[data-part=correct]").click();
            page.locator("#card").fill(door);
            page.locator("[name=grade][value=A]").click();
            assertThat(page.locator("#app")).hasAttribute("data-lost", "0");
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
            assertThat(recorded()).isOne();
            page.locator("a[href='#shift']").click();
            assertThat(page.locator("#totals")).containsText("0.2 kg");
        }
    }

    @Test
    void anInspectionIsKeptWithoutANetworkAndSentOnce() {
        try (var phone = chrome.phone()) {
            var page = open(phone, "steward");
            phone.setOffline(true);
            page.locator("a[href='#inspect']").click();
            page.locator("#i-card").fill(door);
            page.locator("#i-checked").fill("3");
            page.locator("#i-correct").fill("4");
            page.locator("#inspection button[type=submit]").click();
            assertThat(page.locator("#inspection [data-error=correct]")).isVisible();
            page.locator("#i-correct").fill("2");
            page.locator("#inspection button[type=submit]").click();
            assertThat(page.locator("#inspected")).containsText("3 袋中 2 袋");
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "1");
            assertThat(recorded()).isZero();

            // the first answer is lost; the same is sent again and counts once
            phone.route(
                    "**/api/v1/inspections",
                    route -> {
                        route.fetch();
                        route.abort();
                    },
                    new BrowserContext.RouteOptions().setTimes(1));
            phone.setOffline(false);
            page.locator("a[href='#unsent']").click();
            page.locator("#send").click();
            page.locator("#send").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#app")).hasAttribute("data-lost", "0");
            assertThat(recorded()).isOne();
        }
    }

    @Test
    void thePlainPagesTellWhatWaitsOnThisPhone() {
        try (var phone = chrome.phone()) {
            var page = open(phone, "steward");
            phone.route("**/api/v1/drops", route -> route.abort());
            record(page, door);
            page.navigate(url("/field"));
            assertThat(page.locator("[data-unsent] a")).containsText("1 条");
            page.locator("[data-unsent] a").click();
            assertThat(page.locator("#entries li")).hasCount(1);
            phone.unroute("**/api/v1/drops");
            page.locator("#send").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
            page.navigate(url("/field"));
            assertThat(page.locator("[data-unsent]")).isHidden();
        }
    }

    @Test
    void aFullPhoneKeepsTheFormAndSaysSo() {
        try (var phone = chrome.phone()) {
            phone.addInitScript("""
                    const add = IDBObjectStore.prototype.add;
                    IDBObjectStore.prototype.add = function (...values) {
                      if (localStorage.getItem('full')) throw new DOMException('full', 'QuotaExceededError');
                      return add.apply(this, values);
                    };
                    """);
            var page = open(phone, "steward");
            page.evaluate("localStorage.setItem('full', 'yes')");
            fill(page, door);
            page.locator("[name=grade][value=A]").click();
            assertThat(page.locator("#saved")).containsText("空间满了");
            assertThat(page.locator("#card")).hasValue(door);
            assertThat(page.locator("#kg")).hasValue("0.2");
            page.evaluate("localStorage.removeItem('full')");
            page.locator("[name=grade][value=A]").click();
            assertThat(page.locator("#saved")).containsText(door);
            awaitRecorded(page);
        }
        assertThat(recorded()).isOne();
    }

    @Test
    void anotherAccountOnTheSamePhoneSendsOnlyItsOwn() {
        try (var phone = chrome.phone()) {
            var page = open(phone, "steward");
            phone.setOffline(true);
            record(page, door);
            // before the line is back, for the app sends at once
            phone.route("**/api/v1/drops", route -> route.abort());
            phone.setOffline(false);
            phone.clearCookies();
            phone.addCookies(visitor("clerk").cookies());
            page.reload();
            assertThat(page.locator("#line")).containsText("别的账号");
            phone.unroute("**/api/v1/drops");
            page.locator("a[href='#unsent']").click();
            page.locator("#send").click();
            assertThat(page.locator("#others")).isVisible();
            assertThat(recorded()).isZero();

            phone.clearCookies();
            phone.addCookies(visitor("steward").cookies());
            page.reload();
            // until the page has met the server it still shows the clerk, for whom nothing waits
            awaitRecorded(page);
        }
        assertThat(recorded()).isOne();
    }

    @Test
    void aClockSetBackNeitherLosesNorMisdatesADrop() {
        try (var phone = chrome.phone()) {
            phone.addInitScript("""
                    const real = Date.now.bind(Date);
                    Date.now = () => real() - Number(localStorage.getItem('back') ?? 0);
                    """);
            var page = open(phone, "steward");
            phone.setOffline(true);
            page.evaluate("localStorage.setItem('back', String(40 * 24 * 3600 * 1000))");
            record(page, door);
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "1");
            phone.setOffline(false);
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
        }
        var row = jdbc.sql("select a.occurred_at, a.note from activity.activity a where a.community_id = :community"
                        + " and a.household_id = :household")
                .param("community", world.community().value())
                .param("household", world.households().get(next - 1).id())
                .query(Dated.class)
                .single();
        assertThat(Duration.between(row.occurredAt(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
        assertThat(row.note()).contains("手机时钟改过");
    }

    @Test
    void aMistypedCardIsNoticedWithoutANetwork() {
        try (var phone = chrome.phone()) {
            var page = open(phone, "steward");
            phone.setOffline(true);
            fill(page, "ZX-000-1B7-Q2Z");
            page.locator("[name=grade][value=A]").click();
            assertThat(page.locator("#drop [data-error=card]")).containsText("校验字符不对");
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
        }
    }

    @Test
    void theCameraReadsAPlateWhereTheBrowserHasNoDetector() {
        var code = QrCode.of("https://zhuxi.example/q#" + door);
        try (var phone = chrome.phone()) {
            phone.addInitScript(CAMERA.formatted(code.size(), code.size(), code.path()));
            var page = open(phone, "steward");
            phone.setOffline(true);
            page.locator("[data-scan=card]").click();
            assertThat(page.locator("#card")).hasValue(Pattern.compile(".*" + door + "$"));
            phone.setOffline(false);
            page.navigate(url("/field/drop?station=" + station.site()));
            page.locator("[data-scan=card]").click();
            assertThat(page.locator("button.zx-class-residual")).isVisible();
        }
    }

    /** These texts are drawn as codes that the decoder does not find while they stand straight in the picture. */
    @ParameterizedTest
    @ValueSource(strings = {"321003010388-Q1-B01-0101", "321003010106-Q1-B01-0101", "321003010232-Q1-B01-0101"})
    void theCameraReadsACodeThatIsMissedWhileItStandsStraight(String missed) {
        var code = QrCode.of("https://zhuxi.example/q#" + missed);
        try (var phone = chrome.phone()) {
            phone.addInitScript(CAMERA.formatted(code.size(), code.size(), code.path()));
            var page = open(phone, "steward");
            page.locator("[data-scan=card]").click();
            assertThat(page.locator("#card")).hasValue(Pattern.compile(".*" + missed + "$"));
        }
    }

    @Test
    void aBrowserThatKeepsNothingLeadsToThePlainPage() {
        try (var phone = chrome.phone()) {
            phone.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });");
            phone.addCookies(visitor("steward").cookies());
            var page = phone.newPage();
            page.navigate(url("/field/app"));
            assertThat(page.locator("#no-store")).isVisible();
            page.locator("#no-store a").click();
            assertThat(page.locator("#card")).isVisible();
        }
    }

    /** When something happened, and the marks on it. */
    record Dated(Instant occurredAt, String note) {}

    private Page open(BrowserContext phone, String who) {
        phone.addCookies(visitor(who).cookies());
        var page = phone.newPage();
        page.navigate(url("/field/app"));
        assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
        assertThat(page.locator("#line")).containsText("全部已上传");
        return page;
    }

    private static void fill(Page page, String card) {
        page.locator("#card").fill(card);
        page.locator("label[for=class-residual]").click();
        page.locator("#kg").fill("0.2");
    }

    private static void record(Page page, String card) {
        fill(page, card);
        page.locator("[name=grade][value=A]").click();
        assertThat(page.locator("#saved")).containsText(card);
    }

    /** The page says that a drop is kept before it says that it waits; only the server's word is sure. */
    private void awaitRecorded(Page page) {
        for (var tries = 0; recorded() == 0 && tries < 200; tries++) {
            page.waitForTimeout(100);
        }
    }

    private FieldDrop other(UUID id) {
        return new FieldDrop(
                id,
                station.site(),
                door,
                WasteClass.RESIDUAL,
                new Amount.Weighed(new BigDecimal("9")),
                Grade.B,
                Instant.now().minusSeconds(5),
                false,
                "",
                List.of());
    }

    /** How many drops of this test's household there are. */
    private long recorded() {
        return jdbc.sql(
                        "select count(*) from activity.v_activity where community_id = :community and household_id = :id")
                .params(Map.of(
                        "community", world.community().value(),
                        "id", world.households().get(next - 1).id()))
                .query(Long.class)
                .single();
    }

    private long kept(String massKg) {
        return jdbc.sql(
                        "select count(*) from activity.v_activity where community_id = :community and household_id = :id"
                                + " and (quantities ->> 'mass')::numeric = :mass")
                .params(Map.of(
                        "community", world.community().value(),
                        "id", world.households().get(next - 1).id(),
                        "mass", new BigDecimal(massKg)))
                .query(Long.class)
                .single();
    }

    private Visitor visitor(String who) {
        return new Visitor(who, url("")).signIn(world.username(who), World.PASSWORD);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
