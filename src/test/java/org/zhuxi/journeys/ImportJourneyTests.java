package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * A head of community takes a list of residents in: two lines are wrong, are corrected in the file the page gives, and taken;
 * the codes are fetched, and one resident signs in with his.
 */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportJourneyTests {

    private final World worlds;
    private World.Made world;
    private Chrome chrome;

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    ImportJourneyTests(World worlds) {
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
    void aListIsTriedCorrectedTakenAndItsCodesLetPeopleIn() throws IOException {
        var code = world.communityCode();
        try (var context = chrome.desktop()) {
            var page = context.newPage();
            signIn(page, world.username("head"));
            page.navigate(url("/work/imports"));
            var template = folder.resolve("template.csv");
            page.waitForDownload(() -> page.locator("a[href='/work/imports/templates/accounts.csv']")
                            .click())
                    .saveAs(template);
            var heads = Files.readAllLines(template).getFirst();
            upload(
                    page,
                    heads + "\nli-%1$s,李,,居民,%1$s,\nwu-%1$s,吴,,法师,%1$s,\nxu-%1$s,徐,123,居民,%1$s,\n".formatted(code));
            assertThat(page.locator("#state")).containsText("试算完成");
            assertThat(page.locator("main")).containsText("法师");
            page.locator("form[action$='/run'] button").click();
            awaitDone(page, "导入完成");

            var refused = folder.resolve("refused.csv");
            page.waitForDownload(() -> page.locator("a[href$='/refused.csv']").click())
                    .saveAs(refused);
            var corrected = Files.readString(refused).replace("法师", "志愿者").replace("123,", ",");
            page.navigate(url("/work/imports"));
            upload(page, corrected);
            assertThat(page.locator("main")).containsText("没有发现问题");
            page.locator("form[action$='/run'] button").click();
            awaitDone(page, "导入完成");

            var codes = folder.resolve("codes.csv");
            page.waitForDownload(() ->
                            page.locator("form[action$='/handout'] button").click())
                    .saveAs(codes);
            var given = Files.readAllLines(codes).stream()
                    .filter(line -> line.startsWith("wu-" + code))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1)[2];
            firstSignIn("wu-" + code, given);

            page.locator("form[action$='/undo'] button").click();
            awaitDone(page, "已撤回");
            assertThat(page.locator("main")).containsText("wu-" + code);
        }
    }

    private void firstSignIn(String username, String code) {
        try (var context = chrome.phone()) {
            var page = context.newPage();
            page.navigate(url("/sign-in/reset"));
            page.locator("#username").fill(username);
            page.locator("#code").fill(code.toLowerCase(java.util.Locale.ROOT));
            for (var field : page.locator("input[type=password]").all()) {
                field.fill(World.PASSWORD);
            }
            page.locator("form[action='/sign-in/reset'] button[type=submit]").click();
            page.waitForURL(Pattern.compile(".*after=reset.*"));
            signIn(page, username);
        }
    }

    private static void upload(Page page, String text) {
        page.locator("#source").selectOption("accounts");
        page.locator("#file")
                .setInputFiles(new FilePayload("居民.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action='/work/imports'] button").click();
        awaitDone(page, "试算完成");
    }

    /** Waits for the line that says the state; the counts below it use the same words while the work goes on. */
    private static void awaitDone(Page page, String state) {
        assertThat(page.locator("#state .fw-bold"))
                .containsText(
                        state,
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(30_000));
        page.reload();
    }

    private void signIn(Page page, String username) {
        Chrome.signIn(page, url("/sign-in"), username);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
