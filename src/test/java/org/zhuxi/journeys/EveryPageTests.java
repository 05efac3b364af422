package org.zhuxi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** Every page answers, fits a phone, has one first heading, and axe finds nothing serious on it, in both languages. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final World worlds;
    private final Stations stations;
    private final Accounts accounts;
    private World.Made world;
    private Chrome chrome;

    @LocalServerPort
    int port;

    EveryPageTests(World worlds, Stations stations, Accounts accounts) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.stations = stations;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(3);
        worlds.station(world, stations);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "visitor, zh-CN",
        "visitor, en",
        "resident, zh-CN",
        "resident, en",
        "steward, zh-CN",
        "steward, en",
        "clerk, zh-CN",
        "clerk, en",
        "head, zh-CN",
        "head, en",
        "operator, zh-CN",
        "operator, en",
    })
    void isGood(String who, String language) {
        var faults = new ArrayList<String>();
        try (var context = chrome.context(360, 740, language)) {
            var page = context.newPage();
            if (!who.equals("visitor")) {
                signIn(page, who);
            }
            pagesOf(who).forEach(path -> faults.addAll(look(page, path, language)));
        }
        assertThat(faults).isEmpty();
    }

    private List<String> pagesOf(String who) {
        return switch (who) {
            case "visitor" ->
                List.of(
                        "/",
                        "/figures",
                        "/figures/waste.kitchen.mass",
                        "/places",
                        "/places?q=zxsq",
                        "/communities/" + world.communityCode(),
                        "/stations",
                        "/sorting-guide",
                        "/recyclers?place=" + world.communityCode(),
                        "/shops",
                        "/waste",
                        "/waste/" + world.communityCode(),
                        "/figures/waste.diversion.rate",
                        "/sign-in",
                        "/ledger",
                        "/log",
                        "/verify",
                        "/sign-in/reset",
                        "/problems/forbidden");
            case "resident" ->
                List.of(
                        "/me",
                        "/me/history",
                        "/me/points",
                        "/me/appointments",
                        "/me/tokens",
                        "/me/sign-in",
                        "/me/password",
                        "/me/receipts",
                        "/me/tasks",
                        "/me/pairs",
                        "/me/shop",
                        "/me/shop/redemptions",
                        "/me/household",
                        "/me/privacy",
                        "/me/privacy/erasure");
            case "steward" ->
                List.of(
                        "/field",
                        "/field/drop",
                        "/field/inspect",
                        "/field/visits",
                        "/field/duty",
                        "/field/collect",
                        "/field/card-sign-in");
            case "clerk" ->
                List.of(
                        "/work",
                        "/work/review",
                        "/work/activities",
                        "/work/households",
                        "/work/households/" + world.households().getFirst().id() + "/members",
                        "/work/stations",
                        "/work/kits",
                        "/work/visits",
                        "/work/team",
                        "/work/tasks",
                        "/work/pairs",
                        "/work/buy-back",
                        "/work/accuracy",
                        "/work/shops",
                        "/work/settlements",
                        "/work/points/expiring",
                        "/field/shop",
                        "/work/collections",
                        "/work/facilities",
                        "/work/treatments",
                        "/work/balance",
                        "/work/hotspots",
                        "/work/appointments",
                        "/field/round",
                        "/work/points",
                        "/work/sign-ins",
                        "/work/sign-ins/"
                                + accounts.actorOf(world.username("resident")).account(),
                        "/work/people/new");
            case "operator" -> List.of("/work/operations", "/work/operations/jobs/points.expiry");
            default ->
                List.of(
                        "/work",
                        "/work/people",
                        "/work/audit",
                        "/work/points",
                        "/work/rights",
                        "/work/imports",
                        "/work/exports",
                        "/work/outlines/" + world.communityCode());
        };
    }

    private List<String> look(Page page, String path, String language) {
        var faults = new ArrayList<String>();
        var answer = page.navigate("http://localhost:" + port + path);
        if (answer.status() != 200) {
            return List.of(path + " answers " + answer.status());
        }
        if (page.locator("h1").count() != 1) {
            faults.add(path + " has " + page.locator("h1").count() + " first headings");
        }
        if (((Number) page.evaluate("document.documentElement.scrollWidth")).intValue() > 360) {
            faults.add(path + " is wider than the phone");
        }
        if (!String.valueOf(page.getAttribute("html", "lang")).equals(language)) {
            faults.add(path + " is not in " + language);
        }
        new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> SERIOUS.contains(violation.getImpact()))
                        .forEach(violation -> faults.add(path + " " + violation.getId() + ": "
                                + violation.getNodes().getFirst().getHtml()));
        return faults;
    }

    private void signIn(Page page, String who) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("#username").fill(world.username(who));
        page.locator("#password").fill(World.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
    }
}
