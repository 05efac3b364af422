package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.PlateFilter;
import org.zhuxi.place.Plates;
import org.zhuxi.request.Reports;
import org.zhuxi.request.Requests;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** An address with a code behind the #, as a camera opens it: it works like any other, and the code is in no address that is sent. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeJourneyTests {

    private final World worlds;
    private final Plates plates;
    private final Places places;
    private final Requests requests;
    private final Stations stations;
    private final Accounts accounts;
    private World.Made world;
    private List<String> codes = List.of();
    private Chrome chrome;

    @LocalServerPort
    int port;

    CodeJourneyTests(
            World worlds, Plates plates, Places places, Requests requests, Stations stations, Accounts accounts) {
        this.worlds = worlds;
        this.plates = plates;
        this.places = places;
        this.requests = requests;
        this.stations = stations;
        this.accounts = accounts;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(2);
        worlds.station(world, stations);
        var at = places.findByCode(world.communityCode()).orElseThrow();
        plates.make(World.founder(), at, Set.of(PlaceKind.BUILDING, PlaceKind.SITE), Origin.SYNTHETIC);
        codes = plates.list(World.founder(), at, PlateFilter.ALL, 9, null).items().stream()
                .map(plate -> plate.code())
                .toList();
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aPlateOpensReloadsTurnsIntoTheOtherLanguageAndSendsItsCodeInNoAddress() {
        on(chrome.phone(), page -> {
            var sent = watched(page);
            page.navigate(url("/sorting-guide"));
            open(page, "/q#" + codes.getFirst());
            assertThat(page.locator("h1")).hasText("一区1栋");
            var first = page.locator(".zx-narrow").innerText();
            assertThat(page).hasURL(url("/q#" + codes.getFirst()));
            assertThat(page).hasTitle(Pattern.compile("一区1栋.*"));

            page.reload();
            assertThat(page.locator("h1")).hasText("一区1栋");
            page.locator("a[hreflang=en]").first().click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("main")).containsText("Report a problem");
            assertThat(page)
                    .hasURL(Pattern.compile(".*/q\\?lang=en#" + codes.getFirst() + "|.*/q#" + codes.getFirst()));
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            Assertions.assertThat(first).isNotEmpty();

            page.locator(".zx-skip").focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*#" + codes.getFirst()));
            page.evaluate("code => { location.hash = code; }", codes.getLast());
            assertThat(page.locator("h1")).not().hasText("一区1栋");
            Assertions.assertThat(sent).noneMatch(part -> codes.stream().anyMatch(part::contains));
            Assertions.assertThat(page.context().cookies())
                    .extracting(cookie -> cookie.name)
                    .containsOnly("lang");
        });
    }

    @Test
    void theWayBackLeadsPastThePageThatAsked() {
        on(chrome.phone(), page -> {
            page.navigate(url("/sorting-guide"));
            open(page, "/q#" + codes.getFirst());
            assertThat(page.locator("h1")).hasText("一区1栋");
            page.goBack();
            assertThat(page).hasURL(url("/sorting-guide"));
            page.goForward();
            assertThat(page.locator("h1")).hasText("一区1栋");
        });
    }

    @Test
    void aCodeThatIsWrongCanBeTypedAnew() {
        on(chrome.phone(), page -> {
            open(page, "/q#NOSUCHONE");
            assertThat(page.locator("[role=alert]")).containsText("没有这个门牌码");
            assertThat(page.locator("[role=alert]")).isFocused();
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            page.locator("#code").fill(codes.getFirst());
            page.locator("#code").press("Enter");
            assertThat(page.locator("h1")).hasText("一区1栋");
            assertThat(page).hasURL(url("/q#" + codes.getFirst()));
        });
    }

    @Test
    void aReportIsFollowedAndTakenBackWithoutItsCodeInAnAddress() {
        var request = requests.report(Actor.VISITOR, Reports.light(world), Origin.RECORDED);
        on(chrome.phone(), page -> {
            var sent = watched(page);
            open(page, "/requests/track#" + request.code());
            assertThat(page.locator("main")).containsText(request.words());
            page.locator("summary").filter(withText("补充")).click();
            page.locator("#more").fill("夜里还是黑的");
            page.locator("form[action$='/additions'] button").click();
            assertThat(page.locator("#more")).isHidden();
            page.locator(".zx-confirm summary").click();
            page.locator(".zx-confirm a").click();
            assertThat(page.locator(".zx-confirm a")).isHidden();
            page.locator(".zx-confirm summary").click();
            page.locator("form[action$='/withdrawal'] button").click();
            assertThat(page.locator("main")).containsText("已撤回");
            assertThat(page).hasURL(url("/requests/track#" + request.code()));
            page.reload();
            assertThat(page.locator("main")).containsText("已撤回");
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            Assertions.assertThat(sent).noneMatch(part -> part.contains(request.code()));
        });
    }

    @Test
    void ownReportsOpenWithoutScripts() {
        var request =
                requests.report(accounts.actorOf(world.username("resident")), Reports.light(world), Origin.RECORDED);
        on(chrome.withoutScript(), page -> {
            Chrome.signIn(page, url("/sign-in"), world.username("resident"));
            page.navigate(url("/me/requests"));
            page.locator("form[action='/requests/track'] button").click();
            assertThat(page.locator("main")).containsText(request.words());
            Assertions.assertThat(page.url()).doesNotContain(request.code());
        });
    }

    @Test
    void signingInKeepsTheCodeOfThePageAskedFor() {
        var door = world.dwellings().getFirst();
        on(chrome.phone(), page -> {
            var sent = watched(page);
            open(page, "/field/drop#" + door);
            page.locator("#username").fill(world.username("steward"));
            page.locator("#password").fill(World.PASSWORD);
            page.locator("form[data-keeps-code] button[type=submit]").click();
            assertThat(page.locator("#card")).hasValue(door);
            Assertions.assertThat(sent).noneMatch(part -> part.contains(door));
        });
    }

    /** The addresses of all requests, and those they say they come from. */
    private static List<String> watched(Page page) {
        var sent = new ArrayList<String>();
        page.onRequest(request -> {
            sent.add(request.url().replaceAll("#.*", ""));
            sent.add(request.headers().getOrDefault("referer", ""));
        });
        return sent;
    }

    private static com.microsoft.playwright.Locator.FilterOptions withText(String words) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(words);
    }

    /** Waits for nothing: the page that asks is left before it is complete. */
    private void open(Page page, String address) {
        page.navigate(
                url(address),
                new Page.NavigateOptions().setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
    }

    private void on(BrowserContext context, Consumer<Page> walk) {
        try (context) {
            walk.accept(context.newPage());
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
