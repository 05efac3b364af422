package org.zhuxi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.Outlines;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;
import tools.jackson.databind.json.JsonMapper;

@ZhuxiTest
@Import(World.class)
class OpenDataTests {

    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[102.1,42.1],[102.2,42.1],[102.2,42.2],[102.1,42.2],[102.1,42.1]]]}";

    private final World worlds;
    private final Activities activities;
    private final Stations stations;
    private final Outlines outlines;
    private final MockMvc web;
    private final JsonMapper json;

    OpenDataTests(
            World worlds, Activities activities, Stations stations, Outlines outlines, MockMvc web, JsonMapper json) {
        this.worlds = worlds;
        this.activities = activities;
        this.stations = stations;
        this.outlines = outlines;
        this.web = web;
        this.json = json;
    }

    @Test
    void listsItsTablesWithTermsForEverybody() throws Exception {
        web.perform(get("/open-data").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("CC BY 4.0")))
                .andExpect(content().string(containsString("/api/v1/open-data/activity-months.csv")))
                .andExpect(content().string(containsString("/api/v1/open-data/outlines.geojson")));
        var names = json.readTree(body("/api/v1/open-data")).at("/sets").findValuesAsString("code");
        assertThat(names)
                .contains("communities", "figures", "outlines", "sites", "stations", "activity-months")
                .doesNotContain("households", "activities", "accounts", "postings");
    }

    @Test
    void givesEveryTableInEachOfItsForms() throws Exception {
        var world = worlds.make(1);
        worlds.station(world, stations);
        for (var set : json.readTree(body("/api/v1/open-data")).at("/sets")) {
            var name = set.path("code").asString();
            for (var format : set.path("formats")) {
                web.perform(get("/api/v1/open-data/" + name + "." + format.asString() + "?place="
                                + world.communityCode()))
                        .andExpect(status().isOk());
            }
        }
    }

    @Test
    void drawsOutlinesAsGeoJson() throws Exception {
        var world = worlds.make(1);
        outlines.put(World.founder(), world.communityCode(), SQUARE, CoordinateSystem.WGS84, "自绘");

        var drawn = json.readTree(body("/api/v1/open-data/outlines.geojson?place=" + world.communityCode()));

        assertThat(drawn.at("/features/0/geometry/type").asString()).isEqualTo("MultiPolygon");
        assertThat(drawn.at("/features/0/properties/code").asString()).isEqualTo(world.communityCode());
    }

    @Test
    void withholdsWhatFewerThanFiveHouseholdsDid() throws Exception {
        var few = worlds.make(4);
        var enough = worlds.make(5);
        drop(few);
        drop(enough);

        assertThat(months(few)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("total")).isEmpty();
            assertThat(row.get("records")).isEmpty();
            assertThat(row.get("withheld")).isEqualTo("true");
        });
        assertThat(months(enough)).anySatisfy(row -> {
            assertThat(row.get("kind")).isEqualTo("waste.drop.recyclable");
            assertThat(new BigDecimal(row.get("total"))).isEqualByComparingTo("5");
            assertThat(row.get("households")).isEqualTo("5");
        });
    }

    @Test
    void refusesWhatItDoesNotHave() throws Exception {
        for (var wrong : List.of(
                "households.csv",
                "accounts.csv",
                "sites.xlsx",
                "figures.geojson",
                "sites.csv?place=nowhere",
                "activity-months.csv?from=yesterday")) {
            web.perform(get("/api/v1/open-data/" + wrong)).andExpect(status().is4xxClientError());
        }
    }

    /** One kilogram of recyclables of each household, so long ago that nothing is sampled. */
    private void drop(World.Made world) {
        var outcomes = activities.takeOver(
                World.founder(),
                world.households().stream()
                        .map(household -> new Submission(
                                Ids.next(),
                                "waste.drop.recyclable",
                                world.communityCode(),
                                household.id(),
                                null,
                                Instant.now().minus(Duration.ofDays(60)),
                                Map.of("mass", new Measured(new BigDecimal("1"), "kg")),
                                null,
                                null,
                                List.of(),
                                null))
                        .toList(),
                Origin.SYNTHETIC);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo(Outcome.Status.CREATED));
    }

    private List<CSVRecord> months(World.Made world) throws Exception {
        var text = new String(
                body("/api/v1/open-data/activity-months.csv?place=" + world.communityCode()), StandardCharsets.UTF_8);
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text.substring(1)))) {
            return parser.getRecords();
        }
    }

    private byte[] body(String address) throws Exception {
        return web.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
