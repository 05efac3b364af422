package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.place.Register;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class WastePagesTests {

    private final MockMvc web;
    private final Stations stations;
    private final Drops drops;
    private final Neighbourhood here;
    private final LocalDate tomorrow = LocalDate.now(Neighbourhood.ZONE).plusDays(1);
    private final YearMonth month = YearMonth.now(Neighbourhood.ZONE);

    WastePagesTests(MockMvc web, Stations stations, Drops drops, Register register, Accounts accounts) {
        this.web = web;
        this.stations = stations;
        this.drops = drops;
        here = new Neighbourhood.Builder(register, accounts, stations).build(2, 0);
    }

    @Test
    void showsEveryoneWhereAndWhenToDrop() throws Exception {
        web.perform(get("/stations").param("place", here.code()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("东门投放点"), containsString("00:00–24:00"))));
    }

    @Test
    void findsWhatGoesWhereInBothLanguages() throws Exception {
        web.perform(get("/sorting-guide").param("q", "纽扣"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("有害垃圾"), not(containsString("剩菜剩饭")))));
        web.perform(get("/sorting-guide").param("q", "egg").param("lang", "en"))
                .andExpect(content().string(containsString("Egg shells")));
        web.perform(get("/sorting-guide").param("q", "<script>"))
                .andExpect(content().string(not(containsString("<script>”"))));
    }

    @Test
    void changesTheWindowsFromTheForm() throws Exception {
        send(
                        here.clerk(),
                        post(address("/windows"))
                                .param("validFrom", tomorrow.toString())
                                .param("from0", "7:00")
                                .param("to0", "09:00")
                                .param("days0", "1", "2", "3", "4", "5", "6", "7")
                                .param("from1", "")
                                .param("to1", ""))
                .andExpect(redirectedUrl(address("")));
        assertThat(stations.hoursOf(here.station()).windowsOn(tomorrow))
                .extracting(OpeningWindow::times)
                .containsExactly("07:00–09:00");
    }

    @Test
    void keepsOverlappingWindowsInTheForm() throws Exception {
        send(
                        here.clerk(),
                        post(address("/windows"))
                                .param("validFrom", tomorrow.toString())
                                .param("from0", "07:00")
                                .param("to0", "09:00")
                                .param("days0", "1")
                                .param("from1", "08:30")
                                .param("to1", "10:00")
                                .param("days1", "1"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("重叠"), containsString("value=\"08:30\""))));
    }

    @Test
    void addsAStationFromTheForm() throws Exception {
        send(
                        here.head(),
                        post("/work/stations")
                                .param("community", here.code())
                                .param("name", "西门投放点")
                                .param("accepted", "kitchen", "residual"))
                .andExpect(status().is3xxRedirection());
        assertThat(stations.list(here.path(), 10, null).items())
                .anySatisfy(view -> assertThat(view.station().accepted())
                        .containsExactlyInAnyOrder(WasteClass.KITCHEN, WasteClass.RESIDUAL));
    }

    @Test
    void downloadsWhatItShows() throws Exception {
        show(here.clerk(), get("/work/stations.csv").param("place", here.code()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("code,name"), containsString("东门投放点"))));
        show(here.clerk(), get("/work/accuracy.csv").param("place", here.code()))
                .andExpect(content().string(containsString("verified_percent")));
    }

    @Test
    void drillsFromBuildingsToHouseholdsForThoseWhoServeThem() throws Exception {
        drops.record(here.steward(), here.drop(here.big().getFirst(), WasteClass.RESIDUAL, "1.2", Grade.A));
        var building = here.code() + "-Q1-B01";
        show(here.clerk(), get("/work/accuracy").param("place", here.code()))
                .andExpect(content().string(allOf(containsString("place=" + building), containsString("100.0 %"))));
        show(here.clerk(), get("/work/accuracy").param("place", building))
                .andExpect(content().string(containsString(here.big().getFirst().label())));
        show(here.steward(), get("/work/accuracy").param("place", building))
                .andExpect(content()
                        .string(allOf(
                                containsString("不足 5 户"),
                                not(containsString(here.big().getFirst().label())))));
    }

    @Test
    void answersProgramsWithStations() throws Exception {
        show(here.clerk(), get("/api/v1/stations").param("place", here.code()))
                .andExpect(jsonPath("$.items[0].state").value("OPEN"))
                .andExpect(jsonPath("$.items[0].timetables[0].windows[0].to").value("24:00"));
        send(here.clerk(), windows("\"07:00\",\"to\":\"09:00\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.timetables.length()").value(2));
        send(here.clerk(), windows("\"09:00\",\"to\":\"07:00\""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("/problems/window-times"));
        send(here.steward(), windows("\"07:00\",\"to\":\"09:00\"")).andExpect(status().isForbidden());
    }

    @Test
    void takesInspectionsFromProgramsOnce() throws Exception {
        var id = Ids.next();
        var at = Instant.now().minusSeconds(60);
        send(here.steward(), inspection(id, at, 3))
                .andExpect(jsonPath("$.status").value("created"));
        send(here.steward(), inspection(id, at, 3))
                .andExpect(jsonPath("$.status").value("duplicate"));
        send(here.steward(), inspection(id, at, 2)).andExpect(status().isConflict());
        show(
                        here.clerk(),
                        get("/api/v1/waste/accuracy")
                                .param("place", here.code())
                                .param("month", month.toString()))
                .andExpect(jsonPath("$.whole.verified.right").value(3))
                .andExpect(jsonPath("$.whole.verified.percent").value(75.0));
        show(
                        here.clerk(),
                        get("/api/v1/waste/accuracy")
                                .param("place", here.code())
                                .param("month", "soon"))
                .andExpect(status().isUnprocessableContent());
    }

    private MockHttpServletRequestBuilder inspection(UUID id, Instant at, int correct) {
        return post("/api/v1/inspections")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"id":"%s","station":"%s","household":"%s","checked":4,"correct":%d,"occurredAt":"%s"}
                        """.formatted(
                        id, here.station().site(), here.big().getFirst().ref().id(), correct, at));
    }

    private MockHttpServletRequestBuilder windows(String times) {
        return put("/api/v1/stations/" + here.station().site() + "/windows")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"validFrom\":\"%s\",\"windows\":[{\"days\":[1,2],\"from\":%s}]}".formatted(tomorrow, times));
    }

    private String address(String below) {
        return "/work/stations/" + here.station().site() + below;
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return show(actor, request.with(csrf()));
    }

    private ResultActions show(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(new SignedIn(actor.name(), "", true, actor))));
    }
}
