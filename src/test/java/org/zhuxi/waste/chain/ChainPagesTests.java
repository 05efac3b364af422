package org.zhuxi.waste.chain;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

@ZhuxiTest
@Import(World.class)
class ChainPagesTests {

    private final MockMvc web;
    private final Collections collections;
    private final Yard here;

    ChainPagesTests(
            MockMvc web,
            Collections collections,
            World worlds,
            Accounts accounts,
            Stations stations,
            Facilities facilities,
            Vehicles vehicles) {
        this.web = web;
        this.collections = collections;
        here = Yard.build(worlds, accounts, stations, facilities, vehicles);
    }

    @Test
    void recordsFromTheFormAndKeepsWhatWasTypedAfterMixedCollection() throws Exception {
        send(here.hauler(), form(here.residualTruck()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("混装混运"), containsString("value=\"620\""))));
        send(here.hauler(), form(here.kitchenTruck()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("620.0 kg")));
        send(here.clerk(), get("/work/collections"))
                .andExpect(content().string(allOf(containsString("620.0 kg"), containsString(here.kitchenTruck()))));
        send(here.clerk(), get("/work/collections.csv"))
                .andExpect(content().string(containsString(here.kitchenTruck())));
    }

    @Test
    void takesABatchAndTellsTheFateOfEachItem() throws Exception {
        var id = Ids.next();
        var good = item(id.toString(), "\"netKg\":120.5");
        var unreadable = "{\"id\":\"" + Ids.next() + "\",\"netKg\":\"x\"}";
        var missing = item(Ids.next().toString(), "\"note\":\"\"");
        batch("[" + good + "," + unreadable + "," + missing + "]")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results[0].status").value("created"))
                .andExpect(jsonPath("$.results[1].status").value("rejected"))
                .andExpect(jsonPath("$.results[2].problem.errors[0].field").value("netKg"));
        batch("[" + good + "]").andExpect(jsonPath("$.results[0].status").value("duplicate"));
        batch("[" + item(id.toString(), "\"netKg\":99") + "]")
                .andExpect(jsonPath("$.results[0].status").value("conflict"));
        batch("{}").andExpect(status().isUnprocessableContent());
        send(here.clerk(), get("/api/v1/collections/" + id))
                .andExpect(jsonPath("$.netKg").value(120.5));
    }

    @Test
    void receivesSettlesAndReversesOnThePageOfACollection() throws Exception {
        var collection = here.kitchen("1000");
        collections.file(here.hauler(), List.of(collection));
        var address = "/work/collections/" + collection.id();

        send(here.clerk(), post(address + "/receipt").param("receivedKg", "900"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("写明原因")));
        send(here.clerk(), post(address + "/receipt").param("receivedKg", "900").param("explanation", "沥水"))
                .andExpect(status().is3xxRedirection());
        send(here.head(), post(address + "/settlement").param("note", "可以")).andExpect(status().is3xxRedirection());
        send(here.clerk(), post(address + "/reversal").param("reason", "重复")).andExpect(status().is3xxRedirection());
        send(here.clerk(), get(address)).andExpect(content().string(containsString("可以")));
    }

    @Test
    void neverFailsOnBadInput() throws Exception {
        for (var address : List.of(
                "/work/collections?from=yesterday",
                "/work/collections?class=glass",
                "/work/balance?month=2026-13",
                "/work/hotspots?month=x",
                "/api/v1/waste/balance?month=99999-01")) {
            send(here.clerk(), get(java.net.URI.create(address))).andExpect(status().isUnprocessableContent());
        }
        for (var address : List.of("/work/collections?after=x", "/waste/nowhere", "/work/collections?place=1")) {
            send(here.clerk(), get(java.net.URI.create(address))).andExpect(status().isNotFound());
        }
        send(here.steward(), get("/work/appointments")).andExpect(status().isForbidden());
        send(here.hauler(), form(here.kitchenTruck()).param("stations", "x")).andExpect(status().is4xxClientError());
        send(here.clerk(), post("/field/collect").param("how", "x").param("since", "x"))
                .andExpect(status().is4xxClientError());
        for (var address : List.of("/api/v1/facilities", "/api/v1/vehicles", "/api/v1/waste/balance/closing")) {
            send(
                            here.clerk(),
                            post(address)
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content("{}"))
                    .andExpect(status().isUnprocessableContent());
        }
        batch("[{\"id\":1},null,[],\"x\"]")
                .andExpect(jsonPath("$.results.length()").value(4));
    }

    @Test
    void showsTheVisitorTheBalanceAndNoHousehold() throws Exception {
        collections.file(here.hauler(), List.of(here.kitchen("640")));
        web.perform(get("/waste/" + here.made().communityCode()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("640.0 kg"),
                                not(containsString(here.made().dwellings().getFirst())))));
        web.perform(get("/api/v1/waste/balance/published")
                        .param("place", here.made().communityCode()))
                .andExpect(jsonPath("$.classes[0].collected.verifiedKg").value(640))
                .andExpect(jsonPath("$.classes[0].dropped").doesNotExist());
        web.perform(get("/work/balance")).andExpect(status().is3xxRedirection());
    }

    @Test
    void explainsClosesAndShowsBothOnTheBalancePage() throws Exception {
        var month = java.time.YearMonth.now(Yard.ZONE).minusMonths(1);
        send(
                        here.clerk(),
                        post("/work/balance/explanations")
                                .param("place", here.made().communityCode())
                                .param("month", month.toString())
                                .param("wasteClass", "kitchen")
                                .param("reason", "moisture")
                                .param("kg", "12,5"))
                .andExpect(status().is3xxRedirection());
        send(
                        here.verifier(),
                        post("/work/balance/closing")
                                .param("place", here.made().communityCode())
                                .param("month", month.toString()))
                .andExpect(status().is3xxRedirection());
        send(here.clerk(), get("/work/balance").param("month", month.toString()))
                .andExpect(content().string(allOf(containsString("12.5"), containsString("已结账"))));
    }

    private MockHttpServletRequestBuilder form(String plate) {
        return post("/field/collect")
                .param("id", Ids.next().toString())
                .param("place", here.made().communityCode())
                .param("wasteClass", "kitchen")
                .param("stations", here.station().site().toString())
                .param("plate", plate)
                .param("driver", "老王")
                .param("facility", here.compost())
                .param("how", "SOURCE")
                .param("netKg", "620");
    }

    private String item(String id, String amount) {
        return """
                {"id":"%s","place":"%s","wasteClass":"kitchen","stations":["%s"],"plate":"%s","driver":"老王",
                "facility":"%s","occurredAt":"%s",%s}""".formatted(
                        id,
                        here.made().communityCode(),
                        here.station().site(),
                        here.kitchenTruck(),
                        here.compost(),
                        MOMENT,
                        amount);
    }

    private static final Instant MOMENT = Instant.now().minusSeconds(120);

    private ResultActions batch(String items) throws Exception {
        return send(
                here.hauler(),
                post("/api/v1/collections")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"collections\":" + items + "}"));
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(
                request.with(user(new SignedIn("someone", "", true, actor))).with(csrf()));
    }
}
