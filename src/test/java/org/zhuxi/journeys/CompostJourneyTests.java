package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.util.Objects;
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
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Yard;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.LocatedPhoto;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A composter logs without a network, a reviewer publishes the month, and a visitor opens its figure down to one bucket. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompostJourneyTests {

    private final CompostLog log;
    private final Rollups rollups;
    private final PublishedFigures figures;
    private final Yard yard;
    private Chrome chrome;

    @LocalServerPort
    int port;

    CompostJourneyTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostLog log,
            Rollups rollups,
            PublishedFigures figures) {
        this.log = log;
        this.rollups = rollups;
        this.figures = figures;
        this.yard = Yard.make(worlds, accounts, sites);
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
    void logsInThreeTapsWithoutANetworkAndSendsLater() {
        on(chrome.phone(), page -> {
            signIn(page, "clerk");
            page.navigate(url("/field/compost/log"));
            assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            page.context().setOffline(true);
            page.reload();
            Assertions.assertThat(Axe.faults(page)).isEmpty();

            var unit = page.locator("[data-unit='" + yard.unit() + "']");
            unit.click();
            page.locator("[data-do=SQUEEZE]").click();
            page.locator("[data-for=SQUEEZE] button[value=RIGHT]").click();
            assertThat(page.locator("#saved")).isVisible();

            unit.click();
            page.locator("[data-do=TEMPERATURE]").click();
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            page.locator("#coreCelsius").fill("30");
            page.locator("#edgeCelsius").fill("58");
            page.locator("#keep").click();
            assertThat(page.locator("[data-error=edgeCelsius]")).isVisible();
            page.locator("#coreCelsius").fill("58");
            page.locator("#edgeCelsius").fill("54");
            page.locator("#keep").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "2");

            page.reload();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "2");
            page.context().setOffline(false);
            page.locator("#send").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#entries li[data-state=sent]")).hasCount(2);
        });
        var kept = log.list(yard.clerk(), yard.site(), null, null, null, 10, null).items().stream()
                .map(it -> it.kind())
                .toList();
        Assertions.assertThat(kept).contains(EntryKind.SQUEEZE, EntryKind.TEMPERATURE);
    }

    @Test
    void anEntryWhosePhotoIsRefusedSaysSo() {
        on(chrome.phone(), page -> {
            signIn(page, "clerk");
            page.context()
                    .route(
                            "**/api/v1/compost/units/*/photos",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(422)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"type\":\"/problems/evidence-damaged\",\"detail\":\"照片已损坏。\"}")));
            page.navigate(url("/field/compost/log"));
            page.locator("[data-unit='" + yard.unit() + "']").click();
            page.locator("[data-do=WATER]").click();
            page.locator("#litres").fill("3");
            page.locator("#photo").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", LocatedPhoto.at(31, 120)));
            page.locator("#keep").click();
            assertThat(page.locator("#entries li[data-state=sent]")).containsText("照片没有收下：照片已损坏。");
        });
    }

    /** Whoever leads the site takes a member in and ends it; a composter has no way there. */
    @Test
    void theTeamOfASiteIsKeptAtTheDesk() {
        var team = "/work/compost/" + yard.id() + "/team";
        on(chrome.phone(), page -> {
            signIn(page, "head");
            page.navigate(url("/work/compost/" + yard.id()));
            page.locator("a[href='" + team + "']").click();
            page.locator("#username").fill("nobody-here");
            page.locator("form[action='" + team + "'] button").click();
            assertThat(page.locator("#username-error")).isVisible();
            page.locator("#username").fill(yard.made().username("steward"));
            page.locator("form[action='" + team + "'] button").click();
            var member = page.locator("main li.list-group-item");
            assertThat(member).hasCount(1);
            assertThat(member.locator(".badge.bg-warning-lt")).isVisible();
            Assertions.assertThat(Axe.faults(page)).isEmpty();

            member.locator("summary").click();
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            member.locator("form button").click();
            assertThat(member.locator("form")).hasCount(0);
        });
        on(chrome.phone(), page -> {
            signIn(page, "verifier");
            page.navigate(url("/work/compost/" + yard.id()));
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("a[href='" + team + "']")).hasCount(0);
        });
    }

    /** The phone saves what it cannot send; another takes the file back, and what both send counts once. */
    @Test
    void aSavedFileBringsEntriesBackOnAnotherPhone() {
        try (var broken = chrome.phone()) {
            var page = broken.newPage();
            signIn(page, "clerk");
            page.navigate(url("/field/compost/log"));
            assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            broken.setOffline(true);
            page.locator("[data-unit='" + yard.unit() + "']").click();
            page.locator("[data-do=WATER]").click();
            page.locator("#litres").fill("7.25");
            page.locator("#keep").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "1");
            page.locator("#rescue summary").click();
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            var file = page.waitForDownload(() -> page.locator("#save-file").click())
                    .path();

            on(chrome.phone(), other -> {
                signIn(other, "clerk");
                other.navigate(url("/field/compost/log"));
                assertThat(other.locator("#app")).hasAttribute("data-ready", "yes");
                other.locator("#rescue summary").click();
                var told = other.locator("[data-told]");
                other.locator("#saved-file")
                        .setInputFiles(new FilePayload("x.json", "application/json", new byte[] {'{'}));
                assertThat(told).hasText(told.getAttribute("data-unreadable"));
                other.locator("#saved-file").setInputFiles(file);
                assertThat(told).containsText("1");
                assertThat(other.locator("#entries li[data-state=sent]")).hasCount(1);
            });
            broken.setOffline(false);
            page.locator("#send").click();
            assertThat(page.locator("#app")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#entries li[data-state=sent]")).hasCount(1);
        }
        Assertions.assertThat(log.list(yard.clerk(), yard.site(), null, EntryKind.WATER, null, 10, null)
                        .items())
                .filteredOn(it -> new BigDecimal("7.25").compareTo(Objects.requireNonNull(it.litres())) == 0)
                .hasSize(1);
    }

    @Test
    void aReviewerPublishesTheMonthAndAVisitorOpensItsFigureDownToABucket() {
        var bucket = yard.fed("12.5", 3);
        yard.log(log, bucket);
        yard.log(log, yard.fed("11.5", 5));
        var month = Yard.LAST_MONTH.toString();
        var desk = "/work/compost/" + yard.id() + "/months/" + month;
        on(chrome.desktop(), page -> {
            signIn(page, "clerk");
            page.navigate(url(desk));
            page.locator("form[action$='/submission'] button").click();
            assertThat(page.locator("form[action$='/submission']")).hasCount(0);
        });
        on(chrome.desktop(), page -> {
            signIn(page, "verifier");
            page.navigate(url("/work/compost"));
            page.locator("a[href='" + desk + "']").click();
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            page.locator("form[action$='/publication'] button").click();
            assertThat(page.locator("[role=alert]")).isVisible();
            var looks = page.locator("form[action$='/look'] button[value=true]");
            for (var i = 0; i < looks.count(); i++) {
                looks.nth(i).click();
                assertThat(page.locator("td .badge.bg-success-lt")).hasCount(i + 1);
            }
            page.locator("form[action$='/publication'] button").click();
            assertThat(page.locator("form[action$='/publication']")).hasCount(0);
        });
        rollups.refreshAll();
        var figure = figures.publish(
                yard.head(),
                Ids.next(),
                new NewFigure("compost.treated.mass", yard.made().communityCode(), month),
                Origin.SYNTHETIC);
        on(chrome.phone(), page -> {
            page.navigate(url("/indicators/figures/" + figure.id()));
            var entry = page.locator("a[href='/compost/entries/" + bucket.id() + "']");
            for (var level = 0; level < 6 && entry.count() == 0; level++) {
                page.locator("main td a").first().click();
            }
            entry.first().click();
            page.waitForURL(Pattern.compile(".*/compost/entries/.*"));
            assertThat(page.locator("main")).containsText("12.5 kg");
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            page.navigate(url("/compost/sites/" + yard.id()));
            page.locator("a[href$='/months/" + month + "']").click();
            assertThat(page.locator("main")).containsText("24");
            Assertions.assertThat(Axe.faults(page)).isEmpty();
        });
    }

    private void on(BrowserContext context, Consumer<Page> walk) {
        try (context) {
            walk.accept(context.newPage());
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private void signIn(Page page, String who) {
        Chrome.signIn(page, url("/sign-in"), yard.made().username(who));
    }
}
