package org.zhuxi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.PlateFilter;
import org.zhuxi.place.Plates;
import org.zhuxi.place.Register;
import org.zhuxi.testing.Axe;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** A visitor without an account: the community on the map, the list beside it, the nearest site, the plate at the gate. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapJourneyTests {

    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[103.1,43.1],[103.105,43.1],[103.105,43.105],[103.1,43.105],[103.1,43.1]]]}";

    private final World worlds;
    private final Accounts accounts;
    private final Register register;
    private final Places places;
    private final Outlines outlines;
    private final Stations stations;
    private final Plates plates;
    private World.Made world;
    private String plate;
    private Chrome chrome;

    @LocalServerPort
    int port;

    MapJourneyTests(
            World worlds,
            Accounts accounts,
            Register register,
            Places places,
            Outlines outlines,
            Stations stations,
            Plates plates) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.register = register;
        this.places = places;
        this.outlines = outlines;
        this.stations = stations;
        this.plates = plates;
    }

    @BeforeAll
    void settle() {
        chrome = Chrome.start();
        world = worlds.make(1);
        outlines.put(World.founder(), world.communityCode(), SQUARE, CoordinateSystem.WGS84, "自绘");
        worlds.station(world, stations);
        register.addPlaces(World.founder(), world.community(), List.of(site("77", 43.101), site("78", 43.104)));
        var clerk = accounts.actorOf(world.username("clerk"));
        var home = places.findByCode(world.communityCode()).orElseThrow();
        plates.make(clerk, home, Set.of(PlaceKind.BUILDING), Origin.RECORDED);
        plate = plates.list(clerk, home, PlateFilter.ALL, 1, null)
                .items()
                .getFirst()
                .code();
    }

    private NewPlace site(String number, double latitude) {
        var name = new Names("堆肥点" + number, "Compost " + number);
        return NewPlace.site(
                world.communityCode() + "-S-" + number,
                "compost-site",
                name,
                new GeoPoint(latitude, 103.102),
                Origin.SYNTHETIC);
    }

    @AfterAll
    void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aVisitorSeesTheMapTheListBesideItAndWhatIsNearest() {
        on(chrome.phone(), page -> {
            var context = page.context();
            context.grantPermissions(List.of("geolocation"));
            context.setGeolocation(new Geolocation(43.1045, 103.102));
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(url("/communities/" + world.communityCode()));
            assertThat(page.locator("[data-map-list]")).containsText("东门投放点");
            page.locator("[data-map]").scrollIntoViewIfNeeded();
            assertThat(page.locator("[data-map][data-ready] .leaflet-marker-pane .zx-map-site"))
                    .hasCount(2);
            page.locator("[data-map-near]").click();
            assertThat(page.locator("[data-map-list] li").first()).containsText("堆肥点78");
            assertThat(page.locator("[data-map-list] li").first()).containsText("60 m");
            page.locator(".leaflet-marker-pane [aria-label='堆肥点78']").press("Enter");
            assertThat(page.locator(".leaflet-popup")).containsText("堆肥点78");
            Assertions.assertThat(Axe.faults(page)).isEmpty();
            Assertions.assertThat(asked)
                    .as("the position stays in the browser, and nothing comes from elsewhere")
                    .allSatisfy(address ->
                            Assertions.assertThat(address).startsWith(url("/")).doesNotContain("43.1045"));
        });
    }

    @Test
    void theHomePageShowsWhereTheCommunitiesAre() {
        on(chrome.desktop(), page -> {
            page.navigate(url("/"));
            page.locator("[data-map]").scrollIntoViewIfNeeded();
            assertThat(page.locator("[data-map][data-ready] .zx-map-name").first())
                    .isVisible();
            Assertions.assertThat(Axe.faults(page)).isEmpty();
        });
    }

    @Test
    void aPlateIsReadWithoutAccountOrScripts() {
        on(chrome.withoutScript(), page -> {
            page.navigate(url("/q#" + plate));
            page.locator("#code").fill(plate);
            page.locator("#code").press("Enter");
            assertThat(page.locator("h1")).hasText("一区1栋");
            assertThat(page.locator("main")).containsText("东门投放点");
            assertThat(page.locator("a[href='tel:120']")).isVisible();
            Assertions.assertThat(page.context().cookies()).isEmpty();
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
}
