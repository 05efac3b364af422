package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.LocatedPhoto;
import org.zhuxi.testing.Visitor;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** Photos of the field app arrive with their records, hold up no others, and are not lost without a word. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldPhotoTests {

    private static final String PATIENCE = """
            async (bytes) => {
              const api = await import('/assets/field/api.js');
              let patienceMs = 0;
              AbortSignal.timeout = (ms) => { patienceMs = ms; return null; };
              globalThis.fetch = () => Promise.reject(new TypeError('no line'));
              await api.sendPhoto('', '', new Blob([new Uint8Array(bytes)])).catch(() => {});
              return patienceMs;
            }
            """;

    /** Notes of each entry that may go now, in its order; a photo that has been sent, and so the feeding, lets the others go. */
    private static final String LOG = """
            async () => {
              const queue = await import('/assets/field/queue.js');
              const store = await import('/assets/field/store.js');
              const keep = (unit, kind, note, photo) =>
                queue.add({ id: queue.newId(++now), account: 'nobody', kind: 'compost', unit, values: { kind }, note, photo });
              const next = async () => (await queue.next('nobody', 40)).map((entry) => entry.note).join(' ');
              let now = 0;
              await keep('one', 'TURN', 'before', null);
              const { entry } = await keep('one', 'FEED', 'feeding', new Blob(['x']));
              await keep('one', 'TURN', 'after', null);
              await keep('two', 'TURN', 'elsewhere', null);
              const first = await next();
              await store.change([entry.id], (feed) => ({ ...feed, evidence: ['sha'] }));
              return [first, await next()];
            }
            """;

    private final World worlds;
    private final Stations stations;
    private final JdbcClient jdbc;
    private World.Made world;
    private Chrome chrome;
    private String door;
    private int next;

    @LocalServerPort
    int port;

    FieldPhotoTests(World worlds, Stations stations, JdbcClient jdbc) {
        this.worlds = worlds;
        this.stations = stations;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(9);
        worlds.station(world, stations);
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
    void aPhotoThatTheLineDoesNotCarryHoldsUpNothingElse() {
        try (var phone = chrome.phone()) {
            var page = open(phone);
            var sent = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) sent.add(request.url());
            });
            phone.setOffline(true);
            record(page, true);
            record(page, false);
            record(page, true);
            var isGood = new AtomicBoolean();
            var uploads = new AtomicInteger();
            phone.route("**/api/v1/evidence", route -> {
                if (uploads.incrementAndGet() == 2 || isGood.get()) route.resume();
                else route.abort();
            });
            phone.setOffline(false);
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "1");
            assertThat(sent.getFirst()).endsWith("/api/v1/drops");
            assertThat(recorded()).isEqualTo(2);
            assertThat(photos()).isOne();

            isGood.set(true);
            page.locator("a[href='#unsent']").click();
            page.locator("#send").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
        }
        assertThat(recorded()).isEqualTo(3);
        assertThat(photos()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 10000", "200000, 110000", "5000000, 300000"})
    void anUploadMayTakeAsLongAsItsPhotoNeedsOnASlowLine(int bytes, int patienceMillis) {
        try (var phone = chrome.phone()) {
            assertThat(open(phone).evaluate(PATIENCE, bytes)).isEqualTo(patienceMillis);
        }
    }

    @Test
    void whatWasLoggedAfterAFeedingWaitsForIt() {
        try (var phone = chrome.phone()) {
            assertThat(open(phone).evaluate(LOG))
                    .isEqualTo(List.of("before elsewhere", "before feeding after elsewhere"));
        }
    }

    /** Files saved by earlier versions do not say to which community a drop belongs. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDropThatIsTakenBackOnAnotherPhoneKeepsItsPhoto(boolean saysCommunity) throws IOException {
        String file;
        try (var broken = chrome.phone()) {
            var page = open(broken);
            broken.setOffline(true);
            record(page, true);
            page.locator("a[href='#unsent']").click();
            page.locator("#rescue summary").click();
            file = Files.readString(
                    page.waitForDownload(() -> page.locator("#save-file").click())
                            .path());
        }
        try (var other = chrome.phone()) {
            var page = open(other);
            page.locator("a[href='#unsent']").click();
            page.locator("#rescue summary").click();
            var saved = saysCommunity ? file : file.replaceFirst("\"community\": \"[^\"]*\",?", "");
            page.locator("#saved-file")
                    .setInputFiles(new FilePayload(
                            "zhuxi-field.json", "application/json", saved.getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator("[data-told]")).containsText("1");
            page.waitForCondition(() -> recorded() == 1);
        }
        assertThat(photos()).isOne();
    }

    /** By the program, or by a gateway before it that has a limit of its own. */
    @ParameterizedTest
    @CsvSource({
        "422, '{\"type\":\"/problems/evidence-damaged\",\"status\":422,\"detail\":\"照片已损坏。\"}', 照片已损坏。",
        "413, <html>Request Entity Too Large</html>, 太大"
    })
    void aPhotoThatIsRefusedIsShownUntilSomebodyHasSeenIt(int status, String body, String words) {
        try (var phone = chrome.phone()) {
            var page = open(phone);
            phone.route(
                    "**/api/v1/evidence",
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(status).setBody(body)));
            record(page, true);
            assertThat(page.locator("#line")).containsText("1 条需要您看一下");
            page.locator("a[href='#unsent']").click();
            var entry = page.locator("#entries li");
            assertThat(entry).hasAttribute("data-state", "sent");
            assertThat(entry).containsText(words);
            assertThat(Axe.faults(page)).isEmpty();
            assertThat(recorded()).isOne();
            assertThat(photos()).isZero();

            entry.locator("[data-part=seen]").click();
            assertThat(page.locator("#none-unsent")).isVisible();
            assertThat(page.locator("#count")).isHidden();
        }
    }

    private Page open(BrowserContext phone) {
        phone.addCookies(new Visitor("steward", url(""))
                .signIn(world.username("steward"), World.PASSWORD)
                .cookies());
        var page = phone.newPage();
        page.navigate(url("/field/app"));
        assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
        assertThat(page.locator("#line")).containsText("全部已上传");
        return page;
    }

    private void record(Page page, boolean withPhoto) {
        page.locator("#card").fill(door);
        page.locator("label[for=class-residual]").click();
        page.locator("#kg").fill("0.2");
        if (withPhoto) {
            page.locator("#photo").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", LocatedPhoto.at(31, 120)));
        }
        page.locator("[name=grade][value=A]").click();
        assertThat(page.locator("#card")).hasValue("");
    }

    /** How many drops of this test's household there are. */
    private long recorded() {
        return count(
                "select count(*) from activity.activity a where a.community_id = :community and a.household_id = :id");
    }

    private long photos() {
        return count("""
                select count(*)
                from activity.activity a
                join activity.evidence_link l on l.community_id = a.community_id and l.activity_id = a.id
                where a.community_id = :community
                and a.household_id = :id
                """);
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .param("community", world.community().value())
                .param("id", world.households().get(next - 1).id())
                .query(Long.class)
                .single();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
