package org.zhuxi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.rights.RightsMatrix;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.PageAtlas;
import org.zhuxi.testing.Visitor;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/**
 * Every page answers, fits a phone, shows one first heading, and axe finds nothing serious on it, in both languages. The pages
 * are those of {@code rights/*.yaml}: a new one is looked at without being named here.
 */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final int BROWSERS = 3;
    private static final int PHONE_PX = 360;

    /** Pages looked at in all colours as well; these are made of all the parts there are. Every page is looked at in elder mode. */
    private static final Set<String> IN_EVERY_LOOK = Set.of(
            "/",
            "/figures",
            "/stations",
            "/sorting-guide",
            "/sign-in",
            "/more",
            "/design",
            "/me",
            "/me/points",
            "/me/more",
            "/me/shop",
            "/field",
            "/field/collect",
            "/work",
            "/work/review",
            "/work/stations");

    private final World worlds;
    private final Stations stations;
    private final Accounts accounts;
    private final Activities activities;
    private final RightsMatrix rights;
    private Map<String, Visitor> visitors = Map.of();
    private PageAtlas atlas;
    private World.Made world;

    @LocalServerPort
    int port;

    EveryPageTests(World worlds, Stations stations, Accounts accounts, Activities activities, RightsMatrix rights) {
        this.worlds = worlds;
        this.stations = stations;
        this.accounts = accounts;
        this.activities = activities;
        this.rights = rights;
    }

    @BeforeAll
    void settle() {
        world = worlds.make(3);
        worlds.station(world, stations);
        activities.record(accounts.actorOf(world.username("steward")), List.of(drop("1.2"), drop("16.5")));
        visitors = new LinkedHashMap<>();
        visitors.put("visitor", new Visitor("visitor", base()));
        for (var who : List.of("clerk", "head", "operator", "verifier", "resident", "steward")) {
            visitors.put(who, new Visitor(who, base()).signIn(world.username(who), World.PASSWORD));
        }
        atlas = PageAtlas.draw(rights.endpoints(), visitors, examples());
    }

    /** Pages to which no other page of this small world leads, and forms of pages that differ. */
    private List<String> examples() {
        return List.of(
                "/places?q=zxsq",
                "/recyclers?place=" + world.communityCode(),
                "/waste/" + world.communityCode(),
                "/communities/" + world.communityCode(),
                "/problems/forbidden",
                "/work/operations/jobs/points.expiry",
                "/work/outlines/" + world.communityCode(),
                "/work/sign-ins/" + accounts.actorOf(world.username("resident")).account());
    }

    @Test
    void isGoodInBothLanguagesAndEveryLook() throws Exception {
        assertThat(atlas.spots()).hasSizeGreaterThan(80);
        var waiting = new ConcurrentLinkedQueue<>(atlas.spots());
        var faults = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = threads.invokeAll(
                    java.util.Collections.nCopies(BROWSERS, Executors.callable(() -> lookAtAll(waiting, faults))));
            for (var one : done) {
                one.get();
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Every address without variables is a page for somebody, or forwards or downloads. */
    @Test
    void everyPlainAddressCanBeOpened() {
        var broken = new ArrayList<String>();
        for (var pattern : atlas.unreached()) {
            if (!pattern.contains("{")) {
                var statuses = visitors.values().stream()
                        .map(visitor -> visitor.get(pattern).statusCode())
                        .toList();
                if (statuses.stream().allMatch(status -> status >= 400)) {
                    broken.add(pattern + " " + statuses);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private void lookAtAll(Queue<PageAtlas.Spot> waiting, Queue<String> faults) {
        try (var chrome = Chrome.start()) {
            var pages = new HashMap<String, Page>();
            for (var spot = waiting.poll(); spot != null; spot = waiting.poll()) {
                for (var language : List.of("zh-CN", "en")) {
                    var visitor = Objects.requireNonNull(visitors.get(spot.who()));
                    var page = pages.computeIfAbsent(
                            spot.who() + language,
                            any -> open(chrome, visitor, language).newPage());
                    faults.addAll(look(page, spot.path(), language));
                }
            }
        }
    }

    private static BrowserContext open(Chrome chrome, Visitor visitor, String language) {
        var context = chrome.context(PHONE_PX, 740, language);
        context.addCookies(visitor.cookies());
        return context;
    }

    private List<String> look(Page page, String path, String language) {
        var faults = new ArrayList<String>();
        var answer = page.navigate(base() + path);
        if (answer.status() != 200) {
            return List.of(path + " answers " + answer.status());
        }
        if (page.locator("h1:visible").count() != 1) {
            faults.add(path + " has " + page.locator("h1:visible").count() + " first headings");
        }
        if (!String.valueOf(page.getAttribute("html", "lang")).equals(language)) {
            faults.add(path + " is not in " + language);
        }
        fits(page, path + " in " + language, faults);
        if (language.equals("zh-CN")) {
            Axe.faults(page).forEach(fault -> faults.add(path + " " + fault));
            lookAsAnElder(page, path, "light", faults);
            if (IN_EVERY_LOOK.contains(path)) {
                lookInTheDark(page, path, faults);
            }
        }
        return faults;
    }

    /** A look is two attributes of the first element, nothing else; so the page need not be loaded again. */
    private static void lookAsAnElder(Page page, String path, String theme, List<String> faults) {
        page.evaluate(
                "theme => Object.assign(document.documentElement.dataset, {bsTheme: theme, type: 'large'})", theme);
        Axe.faults(page, "color-contrast-enhanced")
                .forEach(fault -> faults.add(path + " elder " + theme + ": " + fault));
        fits(page, path + " in elder mode", faults);
    }

    private static void lookInTheDark(Page page, String path, List<String> faults) {
        lookAsAnElder(page, path, "dark", faults);
        page.evaluate("document.documentElement.dataset.type = 'normal'");
        Axe.faults(page, "color-contrast").forEach(fault -> faults.add(path + " dark: " + fault));
    }

    private static void fits(Page page, String where, List<String> faults) {
        if (((Number) page.evaluate("document.documentElement.scrollWidth")).intValue() > PHONE_PX) {
            faults.add(where + " is wider than the phone");
        }
    }

    private Submission drop(String kilograms) {
        return new Submission(
                Ids.next(),
                "waste.drop.kitchen",
                world.communityCode(),
                world.households().getFirst().id(),
                null,
                Instant.now(),
                Map.of("mass", new Measured(new BigDecimal(kilograms), "kg")),
                "A",
                null,
                List.of(),
                null);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
