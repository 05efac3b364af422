package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.Erasures;
import org.zhuxi.place.Places;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** My data: who looked at it, what I agreed to, taken along, and erased. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyJourneyTests {

    private final World worlds;
    private final Accounts accounts;
    private final Places places;
    private final Erasures erasures;
    private final JdbcClient jdbc;
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    PrivacyJourneyTests(World worlds, Accounts accounts, Places places, Erasures erasures, JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.places = places;
        this.erasures = erasures;
        this.jdbc = jdbc;
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
    void myDataIsShownTakenAlongAndErased() throws IOException {
        places.getHousehold(
                accounts.actorOf(world.username("clerk")),
                world.households().getFirst().id());
        try (var phone = chrome.phone()) {
            var page = phone.newPage();
            signIn(page);
            listAChild(page);
            page.navigate(url("/me/privacy"));
            assertThat(page.locator("main")).containsText("打开了住户登记");
            var contact = page.locator("form[action$='/consents/contact']").first();
            contact.locator("button").click();
            assertThat(page.locator("form[action$='/consents/contact'] button").first())
                    .containsText("撤回同意");

            var download = page.waitForDownload(
                    () -> page.locator("a[href='/me/privacy/export']").click());
            var names = new ArrayList<String>();
            try (var zip = new ZipInputStream(download.createReadStream())) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
            org.assertj.core.api.Assertions.assertThat(names).contains("README.txt", "account/profile.csv");

            askToBeErased(page);
            page.locator("form[action$='/withdrawal'] button").click();
            page.waitForLoadState();
            askToBeErased(page);
            var me = accounts.actorOf(world.username("resident")).account();
            jdbc.sql("update account.erasure set due_at = now() - interval '1 hour' where account_id = ?")
                    .param(me)
                    .update();
            erasures.eraseDue();

            page.navigate(url("/me/privacy"));
            page.locator("#username").fill(world.username("resident"));
            page.locator("#password").fill(World.PASSWORD);
            page.locator("form[action='/sign-in'] button[type=submit]").first().click();
            assertThat(page.locator("main")).containsText("没能登录");
        }
    }

    private void listAChild(Page page) {
        page.navigate(url("/me/household"));
        page.locator("summary").click();
        page.locator("#nickname").fill("小竹");
        page.locator("#birthYear")
                .fill(String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear() - 6));
        page.locator("#guardian").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("input[name=agreed]").check();
        page.locator("form[action$='/members'] button").click();
        assertThat(page.locator(".list-group-item").filter(new Locator.FilterOptions().setHasText("小竹")))
                .containsText("不满十四岁");
    }

    private void askToBeErased(Page page) {
        page.navigate(url("/me/privacy/erasure"));
        assertThat(page.locator("main")).containsText("姓名、用户名、手机号、密码");
        page.locator("input[name=understood]").check();
        page.locator("form[action='/me/privacy/erasure'] button").click();
        assertThat(page.locator(".alert-warning").first()).containsText("可以反悔");
    }

    private void signIn(Page page) {
        Chrome.signIn(page, url("/sign-in"), world.username("resident"));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
