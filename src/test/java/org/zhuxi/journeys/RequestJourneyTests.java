package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
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
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPhotos;
import org.zhuxi.request.Requests;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A street light that is out: reported at a plate without an account, answered at the desk, called back by its code, closed. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestJourneyTests {

    private final World worlds;
    private final Accounts accounts;
    private final Requests requests;
    private final RequestDesk desk;
    private final RequestPhotos photos;
    private final Plates plates;
    private final Places places;
    private World.Made world;
    private String plate = "";
    private String track = "";
    private Chrome chrome;

    @LocalServerPort
    int port;

    RequestJourneyTests(
            World worlds,
            Accounts accounts,
            Requests requests,
            RequestDesk desk,
            RequestPhotos photos,
            Plates plates,
            Places places) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.requests = requests;
        this.desk = desk;
        this.photos = photos;
        this.plates = plates;
        this.places = places;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(2);
        var building = places.findByCode(world.communityCode() + "-Q1-B01").orElseThrow();
        plates.make(World.founder(), building, Set.of(PlaceKind.DWELLING), Origin.SYNTHETIC);
        plate = plates.list(World.founder(), building, new PlateFilter(PlaceKind.DWELLING, null), 1, null)
                .items()
                .getFirst()
                .code();
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void fromADoorPlateToTheCallBack() {
        on(chrome.phone(), this::report);
        on(chrome.desktop(), this::answer);
        on(chrome.phone(), this::sayThatItIsResolved);
        on(chrome.desktop(), this::close);
    }

    @Test
    void coversPartsOfAPhotoWithAFingerAndWithTheKeys() throws IOException {
        var other = worlds.make(1);
        var clerk = accounts.actorOf(other.username("clerk"));
        var request = requests.report(Actor.VISITOR, Reports.light(other), Origin.RECORDED);
        photos.send(request.code(), Reports.photo());
        var photo = desk.story(clerk, request.id()).photos().getFirst();
        on(chrome.touch(), page -> {
            Chrome.signIn(page, url("/sign-in"), other.username("clerk"));
            page.navigate(url("/work/request-photos/" + photo.id()));
            var canvas = page.locator(".zx-cover canvas");
            assertThat(canvas).isVisible();
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            drag(page, canvas);
            assertThat(page.locator("#boxes")).hasValue(Pattern.compile("\\d+ \\d+ \\d+ \\d+"));
            page.locator("[data-cover-undo]").click();
            assertThat(page.locator("#boxes")).hasValue("");

            page.locator("#boxes").press("Shift+Tab");
            assertThat(canvas).isFocused();
            for (var key :
                    new String[] {"ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Enter", "ArrowDown", "Enter", "Backspace"
                    }) {
                canvas.press(key);
            }
            assertThat(page.locator("#boxes")).hasValue("24 24 15 13");
            assertThat(page.locator("[data-cover-told]")).containsText("1");
            page.locator("form[action$='/release'] button[type=submit]").click();
            page.waitForURL(now -> now.endsWith("/work/requests/" + request.id()));
        });
        var shown = ImageIO.read(photos.openShown(photo.id()).path().toFile());
        Assertions.assertThat(shown.getRGB(30, 30)).as("covered").isEqualTo(shown.getRGB(31, 30));
        Assertions.assertThat(shown.getRGB(0, 0)).as("not covered").isNotEqualTo(shown.getRGB(1, 0));
    }

    /** Draws a box over the middle of something, as a finger does. */
    private static void drag(Page page, Locator part) {
        part.scrollIntoViewIfNeeded();
        var box = part.boundingBox();
        var touch = page.context().newCDPSession(page);
        for (var step : List.of("touchStart 0.3", "touchMove 0.5", "touchMove 0.7", "touchEnd 0")) {
            var share = Double.parseDouble(step.substring(step.indexOf(' ') + 1));
            var points = new JsonArray();
            if (share > 0) {
                var point = new JsonObject();
                point.addProperty("x", box.x + box.width * share);
                point.addProperty("y", box.y + box.height * share);
                points.add(point);
            }
            var event = new JsonObject();
            event.addProperty("type", step.substring(0, step.indexOf(' ')));
            event.add("touchPoints", points);
            touch.send("Input.dispatchTouchEvent", event);
        }
    }

    private void report(Page page) {
        open(page, "/q#" + plate);
        page.locator("form[action='/requests/new'] button").click();
        page.locator("select[name=service]").selectOption("STREETLIGHT");
        assertThat(page.locator("[data-for-service=FIRELANE]")).isHidden();
        page.locator("#words").fill("楼前的路灯不亮");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.locator("form[data-request-form] button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/requests/track#[0-9A-Z]{12}"));
        assertThat(page.locator("[role=status]")).isVisible();
        track = page.url().replaceAll(".*(/requests/track)", "$1");
        page.navigate(url("/requests?place=" + world.communityCode()));
        assertThat(page.locator("main")).not().containsText("楼前的路灯不亮");
    }

    /** Waits for nothing: the page that asks for the code is left before it is complete. */
    private void open(Page page, String address) {
        page.navigate(url(address), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    private void answer(Page page) {
        signIn(page, "clerk");
        page.navigate(url("/work/requests?open=on"));
        page.locator("main table a").first().click();
        for (var state : new String[] {"DISPATCHED", "ANSWERED"}) {
            page.locator("select[name=to]").selectOption(state);
            page.locator("#move-words").fill("已换好灯");
            page.locator("form[action$='/moves'] button[type=submit]").click();
            assertThat(page.locator("select[name=to] option[value=" + state + "]"))
                    .hasCount(0);
        }
        assertThat(page.locator("form[action$='/call-back']")).hasCount(0);
        page.locator("form[action$='/release'] button[type=submit]").click();
        assertThat(page.locator("form[action$='/release'] button")).hasText("改公开的文字");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    private void sayThatItIsResolved(Page page) {
        open(page, track);
        assertThat(page.locator("main")).containsText("已换好灯");
        page.locator("input[name=resolved][value=yes]").check();
        page.locator("select[name=satisfaction]").selectOption("SATISFIED");
        page.locator("form[action$='/call-back'] button[type=submit]").click();
        assertThat(page.locator("form[action$='/call-back']")).hasCount(0);
    }

    private void close(Page page) {
        signIn(page, "head");
        page.navigate(url("/work/requests?state=CALLED_BACK"));
        page.locator("main table a").first().click();
        page.locator("select[name=to]").selectOption("CLOSED");
        page.locator("form[action$='/moves'] button[type=submit]").click();
        assertThat(page.locator("select[name=to] option[value=CLOSED]")).hasCount(0);
        page.navigate(url("/requests?place=" + world.communityCode()));
        assertThat(page.locator("main")).containsText("100.0");
        assertThat(page.locator("main")).containsText("楼前的路灯不亮");
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), world.username(who));
    }

    private void on(BrowserContext browser, Consumer<Page> story) {
        try (browser) {
            story.accept(browser.newPage());
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
