package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** A resident fetches the receipt of a drop, and anybody checks it: on the public page, without script, and offline. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptJourneyTests {

    private final World worlds;
    private final Stations stations;
    private World.Made world;
    private Chrome chrome;

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    ReceiptJourneyTests(World worlds, Stations stations) {
        this.worlds = worlds;
        this.stations = stations;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(2);
        worlds.station(world, stations);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aReceiptIsFetchedAndVerifiedOnThePublicPageAndInAFileWithoutNetwork() {
        on(chrome.phone(), page -> {
            signIn(page, "steward");
            page.navigate(url("/field/drop"));
            page.locator("#card").fill(world.dwellings().getFirst());
            page.locator("#card").press("Enter");
            page.locator("button[value=kitchen]").click();
            page.locator("#kg").fill("1.4");
            page.locator("button[name=grade][value=A]").click();
            page.waitForLoadState();
        });
        var receipt = new String[1];
        on(chrome.phone(), page -> {
            signIn(page, "resident");
            page.navigate(url("/me/history"));
            page.locator("main a[href$='/receipt']").first().click();
            for (var attempt = 0; attempt < 40 && page.locator("#proof").count() == 0; attempt++) {
                page.waitForTimeout(250);
                page.reload();
            }
            receipt[0] = page.locator("#proof").textContent();
            assertThat(page.locator("h1")).hasText("凭据");
        });
        on(chrome.phone(), page -> {
            page.navigate(url("/log"));
            assertThat(page.locator("#size")).hasText(Pattern.compile("[0-9,]+"));
            page.locator("main a[href='/verify']").first().click();
            page.locator("#receipt").fill(receipt[0]);
            page.locator("form[data-verify] button").click();
            assertThat(page.locator("#answer .alert-success")).containsText("凭据成立");
            assertThat(page.locator("#answer")).containsText("mass 1.4");
            page.locator("#receipt").fill(changed(receipt[0]));
            page.locator("form[data-verify] button").click();
            assertThat(page.locator("#answer .alert-danger")).containsText("凭据被改过");
        });
        on(chrome.withoutScript(), page -> {
            page.navigate(url("/verify"));
            page.locator("#receipt").fill(receipt[0]);
            page.locator("form[data-verify] button").click();
            assertThat(page.locator("#answer .alert-success")).containsText("凭据成立");
            assertThat(page.locator("#answer")).containsText("mass 1.4");
        });
        var file = folder.resolve("verify.html");
        on(chrome.desktop(), page -> {
            page.navigate(url("/verify"));
            page.waitForDownload(
                            () -> page.locator("a[href='/verify/verify.html']").click())
                    .saveAs(file);
        });
        org.assertj.core.api.Assertions.assertThat(Files.exists(file)).isTrue();
        on(chrome.desktop(), page -> {
            page.context().setOffline(true);
            page.navigate(file.toUri().toString());
            page.locator("#receipt").fill(receipt[0]);
            page.locator("button").click();
            assertThat(page.locator("#answer .alert-success")).containsText("凭据成立");
        });
    }

    /** One letter of the record changed. */
    private static String changed(String receipt) {
        return receipt.contains("\nextra A")
                ? receipt.replace("\nextra A", "\nextra B")
                : receipt.replaceFirst("\nextra .", "\nextra A");
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), world.username(who));
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
