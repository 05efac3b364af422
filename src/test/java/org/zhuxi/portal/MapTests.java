package org.zhuxi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.Register;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;
import tools.jackson.databind.json.JsonMapper;

@ZhuxiTest
@Import(World.class)
class MapTests {

    private final World worlds;
    private final Register register;
    private final Outlines outlines;
    private final Stations stations;
    private final MockMvc web;
    private final JsonMapper json;

    MapTests(World worlds, Register register, Outlines outlines, Stations stations, MockMvc web, JsonMapper json) {
        this.worlds = worlds;
        this.register = register;
        this.outlines = outlines;
        this.stations = stations;
        this.web = web;
        this.json = json;
    }

    /** A square of a thousandth of a degree, far from those of other tests. */
    private static String square(double west, double south) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$f,%2$f],[%3$f,%2$f],[%3$f,%4$f],[%1$f,%4$f],[%1$f,%2$f]]]}"
                .formatted(west, south, west + 0.001, south + 0.001);
    }

    private World.Made drawn(double west, double south) {
        var world = worlds.make(2);
        outlines.put(World.founder(), world.communityCode(), square(west, south), CoordinateSystem.WGS84, "自绘");
        return world;
    }

    @Test
    void showsTheCommunitiesAndSitesOfAWindow() throws Exception {
        var world = drawn(100.5, 40.5);
        var site = world.communityCode() + "-S-77";
        register.addPlaces(
                World.founder(),
                world.community(),
                List.of(NewPlace.site(
                        site,
                        "compost-site",
                        new Names("堆肥点", "Compost"),
                        new GeoPoint(40.5005, 100.5005),
                        Origin.SYNTHETIC)));

        web.perform(get("/api/v1/map?bbox=100.4,40.4,100.6,40.6"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/geo+json"))
                .andExpect(jsonPath("$.features[*].id", hasItem(world.communityCode())))
                .andExpect(jsonPath("$.features[*].id", hasItem(site)))
                .andExpect(jsonPath("$['zhuxi:whole']").value(true));
        web.perform(get("/api/v1/map?bbox=101.4,40.4,101.6,40.6"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.features[*].id", not(hasItem(world.communityCode()))));
    }

    @Test
    void drawsQuartersAndBuildingsOfACommunityButNeverADoor() throws Exception {
        var world = drawn(100.7, 40.7);
        worlds.station(world, stations);
        outlines.put(
                World.founder(),
                world.communityCode() + "-Q1-B01",
                square(100.7001, 40.7001),
                CoordinateSystem.WGS84,
                "自绘");

        web.perform(get("/api/v1/map?place=" + world.communityCode()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.features[*].id", hasItem(world.communityCode() + "-Q1-B01")))
                .andExpect(content().string(not(containsString("DWELLING"))))
                .andExpect(content().string(not(containsString(world.dwellings().getFirst()))));
        web.perform(get("/api/v1/map?place=" + world.dwellings().getFirst())).andExpect(status().isNotFound());
    }

    @Test
    void answersNotModifiedToWhoeverHasItAlready() throws Exception {
        var world = drawn(100.9, 40.9);
        var address = "/api/v1/map?place=" + world.communityCode();
        var tag = Objects.requireNonNull(
                web.perform(get(address)).andReturn().getResponse().getHeader("ETag"));

        web.perform(get(address).header("If-None-Match", tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        outlines.put(World.founder(), world.communityCode(), square(100.95, 40.9), CoordinateSystem.WGS84, "重绘");
        web.perform(get(address).header("If-None-Match", tag))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("public")));
    }

    /** 天安门, WGS-84 116.3975, 39.9087, in GCJ-02 and BD-09: gcoord 1.0 and coordtransform 2.1 agree on these. */
    @Test
    void shiftsPositionsAtTheEdgeOnly() throws Exception {
        var world = worlds.make(1);
        register.addPlaces(
                World.founder(),
                world.community(),
                List.of(NewPlace.site(
                        world.communityCode() + "-S-78",
                        "compost-site",
                        new Names("城楼", "Gate"),
                        new GeoPoint(39.9087, 116.3975),
                        Origin.SYNTHETIC)));

        assertShown(world, "wgs84", 116.3975, 39.9087);
        assertShown(world, "gcj02", 116.403743573, 39.910103499);
        assertShown(world, "bd09", 116.410116586, 39.916442750);
    }

    private void assertShown(World.Made world, String crs, double longitude, double latitude) throws Exception {
        var answer = web.perform(get("/api/v1/map?place=" + world.communityCode() + "&crs=" + crs))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var position = json.readTree(answer).at("/features/0/geometry/coordinates");
        assertThat(position.get(0).asDouble()).isCloseTo(longitude, within(2e-9));
        assertThat(position.get(1).asDouble()).isCloseTo(latitude, within(2e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbox=", "bbox=1,2,3,4", "place="})
    void takesAnEmptyQuestionAsEverywhere(String query) throws Exception {
        web.perform(get("/api/v1/map?" + query)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bbox=a,b,c,d", "bbox=1,2,3", "bbox=3,2,1,4", "bbox=NaN,0,1,1", "bbox=-181,0,1,1", "crs=mars"})
    void refusesWhatIsNoWindow(String query) throws Exception {
        web.perform(get("/api/v1/map?" + query)).andExpect(status().is4xxClientError());
    }

    @Test
    void showsACommunityWithItsStationsAndNothingOfItsHouseholds() throws Exception {
        var world = drawn(101.1, 41.1);
        worlds.station(world, stations);

        web.perform(get("/communities/" + world.communityCode()).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("East Gate Station")))
                .andExpect(content().string(containsString("data-map=\"/api/v1/map?place=" + world.communityCode())))
                .andExpect(content().string(not(containsString(world.dwellings().getFirst()))));
        web.perform(get("/communities/" + world.communityCode() + "-Q1-B01")).andExpect(status().isNotFound());
    }

    @Test
    void letsPicturesInOnlyWhereTheyAreConfigured() throws Exception {
        web.perform(get("/").header("Accept-Language", "en"))
                .andExpect(header().string("Content-Security-Policy", containsString("img-src 'self' data: blob:;")));

        var tianditu = new MapSettings(MapSettings.Tiles.TIANDITU, "a key", "审图号");
        assertThat(tianditu.layers().split(" ", -1)).hasSize(2).allMatch(address -> address.endsWith("tk=a%20key"));
        assertThat(tianditu.imageSources()).isEqualTo(" https://*.tianditu.gov.cn");
        assertThat(new MapSettings(MapSettings.Tiles.OSM, "", "").shownAttribution())
                .contains("OpenStreetMap");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new MapSettings(MapSettings.Tiles.TIANDITU, "", ""))
                .hasMessageContaining("zhuxi.map.key");
    }
}
