package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Ways in for everyone: the lock of one's own phone, a printed card on the steward's, a new password from the counter. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInJourneyTests {

    private static final String PIN = "907316";

    private final World worlds;
    private final JdbcClient jdbc;
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    SignInJourneyTests(World worlds, JdbcClient jdbc) {
        this.worlds = worlds;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(2);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aResidentAddsAPasskeyAndSignsInWithIt() {
        try (var phone = chrome.phone()) {
            var page = phone.newPage();
            addAuthenticator(phone, page);
            signIn(page, "resident");
            page.navigate(url("/me/sign-in"));
            page.locator("#label").fill("我的旧手机");
            page.locator("[data-passkey=add] button").click();
            assertThat(page.locator("main")).containsText("我的旧手机");

            page.navigate(url("/me/more"));
            page.locator("main form[action='/sign-out'] button").click();
            page.navigate(url("/me/points"));
            assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
            page.locator("[data-passkey-button]").click();
            assertThat(page).hasURL(Pattern.compile(".*/me/points"));

            page.navigate(url("/me/sign-in"));
            page.locator("form[action$='/removal'] button").first().click();
            assertThat(page.locator("main")).containsText("还没有通行密钥");
            page.navigate(url("/me/more"));
            page.locator("main form[action='/sign-out'] button").click();
            page.navigate(url("/sign-in"));
            page.locator("[data-passkey-button]").click();
            assertThat(page.locator("[data-passkey-problem]")).containsText("没能用这把通行密钥");
        }
    }

    @Test
    void someoneWithAPasskeyDoesWithoutThePasswordUntilHeWantsItBack() {
        try (var phone = chrome.phone()) {
            var page = phone.newPage();
            addAuthenticator(phone, page);
            signIn(page, "operator");
            page.navigate(url("/me/sign-in"));
            page.locator("[data-passkey=add] button").click();
            assertThat(page.locator("main form[action$='/removal']")).hasCount(1);
            page.locator("[data-passkey-to='/me/password/removal'] button").click();
            assertThat(page.locator("main [role=status]")).containsText("密码已去掉");
            assertThat(page.locator("main form[action$='/removal']")).hasCount(0);

            page.navigate(url("/me/more"));
            page.locator("main form[action='/sign-out'] button").click();
            page.navigate(url("/sign-in"));
            page.locator("#username").fill(world.username("operator"));
            page.locator("#password").fill(World.PASSWORD);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("main")).containsText("密码不对");
            page.locator("[data-passkey-button]").click();
            assertThat(page).not().hasURL(Pattern.compile(".*/sign-in"));

            page.navigate(url("/me/sign-in"));
            page.locator("a[href$='/me/password/new']").click();
            assertThat(page.locator("#password")).hasCount(0);
            page.locator("[data-passkey-button]").click();
            assertThat(page).hasURL(url("/me/password/new"));
            page.locator("#password").fill("lantern on the water");
            page.locator("#repeated").fill("lantern on the water");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("main [role=status]")).containsText("密码已更改");
            assertThat(page.locator("main form[action$='/removal']")).hasCount(1);
        }
    }

    @Test
    void anHourLaterThePasskeyIsAskedForAgainBeforeAnotherIsAdded() {
        try (var phone = chrome.phone()) {
            var page = phone.newPage();
            addAuthenticator(phone, page);
            signIn(page, "clerk");
            page.navigate(url("/me/sign-in"));
            page.locator("[data-passkey=add] button").click();
            assertThat(page.locator("main form[action$='/removal']")).hasCount(1);
            jdbc.sql("""
                            update account.session_attributes set attribute_bytes = convert_to(:proofs, 'UTF8')
                            where attribute_name = 'proofs'
                            """).param("proofs", "FACTOR_PASSWORD=" + anHourAgo()).update();

            page.locator("#label").fill("新平板");
            page.locator("[data-passkey=add] button").click();
            assertThat(page.locator("h1")).hasText("请确认是您本人");
            page.locator("[data-passkey-button]").click();
            assertThat(page.locator("#label")).hasValue("新平板");

            jdbc.sql("""
                            update account.session_attributes set attribute_bytes = convert_to(:proofs, 'UTF8')
                            where attribute_name = 'proofs'
                            """).param("proofs", "FACTOR_WEBAUTHN=" + anHourAgo()).update();
            page.locator("main form[action$='/removal'] button").click();
            page.locator("#password").fill(World.PASSWORD);
            page.locator("main button[type=submit]").click();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("main")).containsText("还没有通行密钥");
        }
    }

    @Test
    void signingOutLeavesNothingOfThePersonOnThePhoneButUnsentRecords() {
        try (var phone = chrome.phone()) {
            var page = phone.newPage();
            signIn(page, "clerk");
            page.navigate(url("/work/people/new"));
            page.locator("#name").fill("王美华");
            page.evaluate("""
                    async () => {
                      const store = await import("/assets/field/store.js");
                      await store.keepFact("me", { name: "clerk" });
                      await store.add({ id: "1", state: "queued" });
                    }""");
            page.reload();
            assertThat(page.locator("#name")).hasValue("王美华");

            page.navigate(url("/work"));
            page.locator("form[action='/sign-out'] button").first().dispatchEvent("click");
            assertThat(page).hasURL(url("/"));
            page.waitForFunction("() => localStorage.getItem('signed-out') === null");

            org.assertj.core.api.Assertions.assertThat(page.evaluate("""
                            async () => {
                              const store = await import("/assets/field/store.js");
                              const kept = await store.entries();
                              return [localStorage.length, await store.fact("me") ?? "none", kept.length].join(" ");
                            }""")).isEqualTo("0 none 1");
        }
    }

    private static long anHourAgo() {
        return Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
    }

    @Test
    void aResidentWithoutAPhoneLooksAtHisPointsOnTheStewards() {
        var number = new String[1];
        try (var desk = chrome.desktop()) {
            var page = desk.newPage();
            signIn(page, "clerk");
            page.navigate(url("/work/sign-ins"));
            page.locator("main a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("resident-"))
                    .click();
            page.locator("#pin").fill(PIN);
            page.locator("#repeated").fill(PIN);
            page.locator("form[action$='/card'] button").click();
            number[0] = page.locator("#card-number").textContent();
        }
        try (var phone = chrome.phone()) {
            var page = phone.newPage();
            signIn(page, "steward");
            page.navigate(url("/field/card-sign-in"));
            page.locator("#card").fill(number[0]);
            page.locator("#pin").fill(PIN);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#balance")).hasText("0");
            assertThat(page.locator(".zx-lent")).containsText("还有约 5 分钟");
            page.locator(".zx-thumb a[href='/me/history']").click();
            page.locator(".zx-lent form[action$='/end'] button").click();
            assertThat(page.locator("main")).containsText("已经换回督导员");
            page.navigate(url("/field"));
            assertThat(page).hasURL(Pattern.compile(".*/field"));
        }
    }

    @Test
    void aResidentWhoForgotThePasswordChoosesANewOneWithACodeFromTheCounter() {
        var code = new String[1];
        try (var desk = chrome.desktop()) {
            var page = desk.newPage();
            signIn(page, "head");
            page.navigate(url("/work/sign-ins?q=verifier"));
            page.locator("main a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("verifier-"))
                    .click();
            page.locator("form[action$='/reset-code'] button").click();
            code[0] = page.locator("#reset-code").textContent();
        }
        try (var phone = chrome.phone()) {
            var page = phone.newPage();
            page.navigate(url("/sign-in"));
            page.locator("a[href='/sign-in/reset']").click();
            page.locator("#username").fill(world.username("verifier"));
            page.locator("#code").fill(code[0]);
            page.locator("#password").fill("lantern on the water");
            page.locator("#repeated").fill("lantern on the water");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#notice")).containsText("新密码已设好");
            page.locator("#username").fill(world.username("verifier"));
            page.locator("#password").fill("lantern on the water");
            page.locator("main button[type=submit]").click();
            assertThat(page).hasURL(Pattern.compile(".*/work.*"));
        }
    }

    /** A phone that checks its owner by itself. */
    private static void addAuthenticator(BrowserContext context, Page page) {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), world.username(who));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
