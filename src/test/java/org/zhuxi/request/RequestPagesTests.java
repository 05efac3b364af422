package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Pages of requests as visitors use them. */
@ZhuxiTest
@Import(World.class)
class RequestPagesTests {

    private final MockMvc web;
    private final Requests requests;
    private final RequestDesk desk;
    private final World.Made made;
    private final Actor clerk;

    RequestPagesTests(MockMvc web, Requests requests, RequestDesk desk, World world, Accounts accounts) {
        this.web = web;
        this.requests = requests;
        this.desk = desk;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
    }

    private org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> report(
            String id, String words) {
        return multipart("/requests")
                .file(new MockMultipartFile("photo", "x.png", "image/png", "<script>".getBytes(StandardCharsets.UTF_8)))
                .param("id", id)
                .param("place", made.communityCode())
                .param("service", "POTHOLE")
                .param("words", words)
                .param("isNew", "yes")
                .with(from("10.1.1.1"))
                .with(csrf());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    /** What a report is answered with: its page, and the code behind the # of its address. */
    private record Track(String page, String code) {}

    private Track sent(RequestBuilder report) throws Exception {
        var page = web.perform(report)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var address = Pattern.compile("data-address=\"/requests/track#([0-9A-Z]{12})\"")
                .matcher(page);
        assertThat(address.find()).isTrue();
        return new Track(page, address.group(1));
    }

    @Test
    void keepsAReportWhosePhotoIsNone() throws Exception {
        var id = Ids.next();
        var track = sent(report(id.toString(), "东门坑洼"));

        assertThat(track.page()).contains("有照片没存下来").contains("东门坑洼");
        assertThat(requests.get(id).place()).isEqualTo(made.communityCode());
        web.perform(post("/requests/track").param("code", track.code()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("东门坑洼")));
        web.perform(get("/requests/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("东门坑洼"))));
    }

    @Test
    void tellsTheCodeAgainOnlyToTheFormThatSentIt() throws Exception {
        var id = Ids.next().toString();
        web.perform(get("/requests/new").param("place", made.communityCode()))
                .andExpect(content().string(matchesPattern("(?s).*name=\"secret\" value=\"[0-9A-Z]{12}\".*")));
        var code = sent(report(id, "西门坑洼").param("secret", "A1B2C3D4E5F6")).code();

        assertThat(sent(report(id, "西门坑洼").param("secret", "A1B2C3D4E5F6")).code())
                .isEqualTo(code);
        web.perform(report(id, "西门坑洼").param("secret", "A1B2C3D4E5F7")).andExpect(status().isConflict());
        web.perform(report(id, "西门坑洼")).andExpect(status().isConflict());
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        web.perform(report("no id", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"POTHOLE\" selected")));
    }

    @Test
    void stopsFloodsFromOneAddressAndNobodyElse() throws Exception {
        for (var i = 0; i < 12; i++) {
            web.perform(report(Ids.next().toString(), "x" + i).with(from("10.1.1.9")))
                    .andExpect(status().isOk());
        }
        web.perform(report(Ids.next().toString(), "y").with(from("10.1.1.9"))).andExpect(status().isTooManyRequests());
        web.perform(report(Ids.next().toString(), "y").with(from("10.1.1.10"))).andExpect(status().isOk());
    }

    @Test
    void takesTheCallBackWithoutSigningIn() throws Exception {
        var request = requests.report(Actor.VISITOR, Reports.light(made), Origin.RECORDED);

        web.perform(post("/requests/track/call-back")
                        .param("code", request.code())
                        .param("resolved", "yes")
                        .with(csrf()))
                .andExpect(status().isConflict());
        web.perform(post("/requests/track").param("code", "nonsense"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有这个查询码")));
        web.perform(post("/requests/track/withdrawal").param("code", "nonsense").with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/requests/new").param("plate", "nonsense")).andExpect(status().isUnprocessableContent());
        web.perform(get("/requests").param("place", made.communityCode()).param("state", "nonsense"))
                .andExpect(status().isOk());
    }

    @Test
    void keepsWhatTheReporterTypedWhenItIsRefused() throws Exception {
        var request = requests.report(Actor.VISITOR, Reports.light(made), Origin.RECORDED);
        var path = "/requests/track";
        web.perform(post(path + "/call-back")
                        .param("code", request.code())
                        .param("words", "夜里还是黑的")
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("夜里还是黑的")));
        web.perform(post(path + "/additions")
                        .param("code", request.code())
                        .param("more", "字".repeat(2_001))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("字字字</textarea>")))
                .andExpect(content().string(containsString("<details class=\"mb-3\" open>")));
        for (var state : List.of(RequestState.DISPATCHED, RequestState.IN_HAND, RequestState.ANSWERED)) {
            desk.move(clerk, request.id(), state, "换了灯", "物业");
        }

        web.perform(post(path + "/call-back")
                        .param("code", request.code())
                        .param("satisfaction", "DISSATISFIED")
                        .param("words", "夜里还是黑的")
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("夜里还是黑的</textarea>")))
                .andExpect(content().string(containsString("value=\"DISSATISFIED\" selected")))
                .andExpect(content().string(containsString("id=\"resolved-error\"")));
        web.perform(post(path + "/call-back")
                        .param("code", request.code())
                        .param("resolved", "no")
                        .param("words", "字".repeat(2_001))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"no\" checked")))
                .andExpect(content().string(containsString("id=\"words-error\"")));
    }

    @Test
    void drawsAMapWithoutWordsOfWhatHasAPosition() throws Exception {
        var placed = Reports.at(Reports.light(made), new GeoPoint(32.4225, 119.4531));
        var id = requests.report(Actor.VISITOR, placed, Origin.RECORDED).id();
        requests.report(Actor.VISITOR, Reports.of(made, "POTHOLE", "西门坑洼", "", true), Origin.RECORDED);

        web.perform(get("/api/v1/requests/map").param("place", made.communityCode()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/geo+json"))
                .andExpect(jsonPath("$.features.length()").value(1))
                .andExpect(jsonPath("$.features[0].geometry.coordinates[0]").value(119.4531))
                .andExpect(jsonPath("$.features[0].properties.link").value("/requests/" + id))
                .andExpect(content().string(not(containsString(placed.words()))));
        web.perform(get("/api/v1/requests/map")
                        .param("place", made.communityCode())
                        .param("service", "NOISE"))
                .andExpect(jsonPath("$.features.length()").value(0));
        assertThat(web.perform(get("/work/requests.geojson").param("place", made.communityCode()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("for staff alone")
                .isNotEqualTo(200);
    }
}
