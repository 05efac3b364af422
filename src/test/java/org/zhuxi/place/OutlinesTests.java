package org.zhuxi.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class OutlinesTests {

    /** A hundredth of a degree in each direction at Yangzhou: 1.1088 km by 0.9379 km on the ellipsoid. */
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[119.45,32.40],[119.46,32.40],[119.46,32.41],[119.45,32.41],[119.45,32.40]]]}";

    private final Outlines outlines;
    private final Register register;
    private final MockMvc web;

    OutlinesTests(Outlines outlines, Register register, MockMvc web) {
        this.outlines = outlines;
        this.register = register;
        this.web = web;
    }

    @Test
    void keepsAnOutlineWithItsArea() {
        var code = community("轮廓");

        var outline = outlines.put(Demesne.OPERATOR, code, SQUARE, CoordinateSystem.WGS84, "测绘");

        assertThat(outline.areaKm2()).isCloseTo(1.0433, within(0.002));
        assertThat(outlines.find(code)).get().extracting(Outline::polygons).isEqualTo(outline.polygons());
        assertThat(outlines.remove(Demesne.OPERATOR, code)).isTrue();
        assertThat(outlines.find(code)).isEmpty();
    }

    @Test
    void takesAndGivesOtherCoordinateSystems() throws Exception {
        var code = community("火星");
        outlines.put(
                Demesne.OPERATOR,
                code,
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + SQUARE + "}",
                CoordinateSystem.GCJ02,
                "高德");

        var kept = outlines.find(code)
                .orElseThrow()
                .polygons()
                .getFirst()
                .getFirst()
                .getFirst();
        var shown = CoordinateSystem.GCJ02.fromWgs84(kept);
        assertThat(kept).isNotEqualTo(new GeoPoint(32.40, 119.45));
        assertThat(shown.latitude()).isCloseTo(32.40, within(1e-6));
        assertThat(shown.longitude()).isCloseTo(119.45, within(1e-6));
        web.perform(get("/api/v1/places/" + code + "/outline?crs=gcj02"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/geo+json"))
                .andExpect(jsonPath("$.type").value("Feature"))
                .andExpect(jsonPath("$.geometry.type").value("MultiPolygon"))
                .andExpect(jsonPath("$.geometry.coordinates[0][0][0][0]").value(119.45))
                .andExpect(jsonPath("$.properties.code").value(code));
        web.perform(get("/api/v1/places/" + code + "/outline?crs=mars")).andExpect(status().is(422));
        web.perform(get("/api/v1/places/" + code.substring(0, 9) + "000/outlines"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.features[0].id").value(code));
    }

    @Test
    void refusesWhatIsNoOutlineAndSaysWhere() {
        var code = community("错误");
        var bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[119,32],[120,33],[120,32],[119,33],[119,32]]]}";

        assertThat(problem(code, bowTie))
                .extracting(Problem::slug, Problem::arguments)
                .containsExactly("outline-crosses", List.of("119.500000", "32.500000"));
        assertThat(problem(code, "{\"type\":\"Polygon\",\"coordinates\":[[[119,32],[120,33],[120,32],[119,33]]]}")
                        .slug())
                .isEqualTo("outline-open");
        assertThat(problem(code, "{\"type\":\"Polygon\",\"coordinates\":[[[119,32],[120,33],[119,32]]]}")
                        .slug())
                .isEqualTo("outline-short");
        assertThat(problem(code, "{\"type\":\"Polygon\",\"coordinates\":[[[32,119],[33,120],[33,119],[32,119]]]}")
                        .slug())
                .isEqualTo("outline-off-earth");
        assertThat(problem(code, "{\"type\":\"Point\",\"coordinates\":[119,32]}")
                        .slug())
                .isEqualTo("outline-type");
        for (var rubbish : List.of(
                "",
                "{",
                "[]",
                "{\"type\":\"Polygon\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"a\"]]]}",
                "null",
                "7")) {
            assertThatThrownBy(() -> outlines.put(Demesne.OPERATOR, code, rubbish, CoordinateSystem.WGS84, "x"))
                    .as(rubbish)
                    .isInstanceOf(OutlineRefused.class);
        }
        assertThat(outlines.find(code)).isEmpty();
    }

    @Test
    void isChangedOnlyByThoseWhoManageThePlace() {
        var code = community("外人");
        var stranger = Demesne.actor(Role.COMMUNITY_HEAD, new PlacePath("/32"));

        assertThatThrownBy(() -> outlines.put(stranger, code, SQUARE, CoordinateSystem.WGS84, "x"))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> outlines.remove(stranger, code)).isInstanceOf(Refused.Forbidden.class);
    }

    private String community(String name) {
        var demesne = new Demesne(register, name + "街道");
        demesne.community(1, name + "社区");
        return demesne.code(1);
    }

    private Problem problem(String code, String geoJson) {
        try {
            outlines.put(Demesne.OPERATOR, code, geoJson, CoordinateSystem.WGS84, "x");
            throw new AssertionError("taken: " + geoJson);
        } catch (OutlineRefused refused) {
            return refused.problem();
        }
    }
}
