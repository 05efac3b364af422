package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoReport v2 as its specification and the servers of mySociety have it. */
@ZhuxiTest
@Import(World.class)
class Open311Tests {

    private static final String PATH = "/open311/v2";

    private final MockMvc web;
    private final Requests requests;
    private final RequestDesk desk;
    private final World.Made made;
    private final Actor clerk;
    private final String key;

    Open311Tests(
            MockMvc web, Requests requests, RequestDesk desk, OpenClients clients, World world, Accounts accounts) {
        this.web = web;
        this.requests = requests;
        this.desk = desk;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        var head = accounts.actorOf(made.username("head"));
        key = clients.issue(head, made.communityCode(), "trial", Origin.SYNTHETIC);
    }

    private MockHttpServletRequestBuilder report(String format) {
        return post(PATH + "/requests." + format)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("api_key", key)
                .param("service_code", "FIRELANE")
                .param("lat", "32.4225")
                .param("long", "119.4531")
                .param("description", "A car & a <b>cart</b>")
                .param("attribute[BLOCKED_BY]", "car");
    }

    private JsonNode json(MockHttpServletRequestBuilder call) throws Exception {
        var answer = web.perform(call)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/json;charset=UTF-8"))
                .andReturn();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    @Test
    void isDiscoveredInBothFormats() throws Exception {
        web.perform(get(PATH + "/discovery.xml"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/xml;charset=UTF-8"))
                .andExpect(xpath("/discovery/endpoints/endpoint/specification")
                        .string("http://wiki.open311.org/GeoReport_v2"))
                .andExpect(xpath("/discovery/endpoints/endpoint/formats/format").nodeCount(2));
        web.perform(get(PATH + "/discovery.json"))
                .andExpect(content().contentTypeCompatibleWith("application/json"))
                .andExpect(jsonPath("$.endpoints[0].formats[1]").value("application/json"));
    }

    @Test
    void listsServicesWithTheirQuestions() throws Exception {
        var services = json(get(PATH + "/services.json"));
        assertThat(services.isArray()).isTrue();
        services.forEach(service -> {
            assertThat(service.get("service_code").isString()).isTrue();
            assertThat(service.get("metadata").isBoolean()).isTrue();
            assertThat(service.get("type").asString()).isEqualTo("realtime");
        });
        var definition = json(get(PATH + "/services/FIRELANE.json"));
        assertThat(definition.at("/attributes/0/datatype").asString()).isEqualTo("singlevaluelist");
        assertThat(definition.at("/attributes/0/datatype_description").isNull()).isTrue();
        assertThat(definition.at("/attributes/0/variable").asBoolean()).isTrue();
        web.perform(get(PATH + "/services/FIRELANE.xml"))
                .andExpect(xpath("/service_definition/attributes/attribute/values/value[1]/key")
                        .string("car"));
        web.perform(get(PATH + "/services/NONE.xml"))
                .andExpect(status().isNotFound())
                .andExpect(xpath("/errors/error/code").string("404"));
    }

    @Test
    void takesAReportAndShowsNoWordsUntilTheyAreReleased() throws Exception {
        var sent = json(report("json")).get(0);
        var id = sent.get("service_request_id").asString();
        assertThat(sent.get("account_id").isNull()).isTrue();
        assertThat(json(get(PATH + "/tokens/" + id + ".json"))
                        .at("/0/service_request_id")
                        .asString())
                .isEqualTo(id);
        var shown = json(get(PATH + "/requests/" + id + ".json")).get(0);
        assertThat(shown.get("description").isNull()).isTrue();
        assertThat(shown.get("status").asString()).isEqualTo("open");
        assertThat(shown.get("lat").isNumber()).isTrue();
        assertThat(shown.get("requested_datetime").asString())
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})");

        desk.release(clerk, UUID.fromString(id), "A car & a <b>cart</b>");
        web.perform(get(PATH + "/requests/" + id + ".xml"))
                .andExpect(xpath("/service_requests/request/description").string("A car & a <b>cart</b>"));
    }

    @Test
    void filtersByStatusServiceAndTime() throws Exception {
        var id = json(report("json")).at("/0/service_request_id").asString();
        desk.move(clerk, UUID.fromString(id), RequestState.REFUSED, "no", "");
        var here = PATH + "/requests.json?jurisdiction_id=" + made.communityCode();

        assertThat(json(get(here + "&status=closed")).size()).isEqualTo(1);
        assertThat(json(get(here + "&status=open")).size()).isZero();
        assertThat(json(get(here + "&service_code=NOISE,OTHER")).size()).isZero();
        assertThat(json(get(here + "&status=open&service_request_id=" + id)).size())
                .as("an id overrides every other filter")
                .isEqualTo(1);
        assertThat(json(get(here + "&start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z"))
                        .size())
                .isZero();
        assertThat(json(get(PATH + "/servicerequestupdates.json?jurisdiction_id=" + made.communityCode()))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void refusesInItsOwnWay() throws Exception {
        web.perform(post(PATH + "/requests.json").param("service_code", "NOISE"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$[0].code").value(403));
        web.perform(report("xml").param("x", "y").with(without("service_code"))).andExpect(status().isBadRequest());
        web.perform(report("xml").with(instead("service_code", "NONE"))).andExpect(status().isNotFound());
        web.perform(report("xml").with(without("lat"))).andExpect(status().isBadRequest());
        web.perform(report("xml").with(instead("lat", "x"))).andExpect(status().isBadRequest());
        web.perform(report("xml").with(instead("lat", "91"))).andExpect(status().isBadRequest());
        web.perform(report("xml").with(without("attribute[BLOCKED_BY]"))).andExpect(status().isBadRequest());
        web.perform(report("xml").with(instead("attribute[BLOCKED_BY]", "tank")))
                .andExpect(status().isBadRequest());
        web.perform(report("xml").param("jurisdiction_id", "none")).andExpect(status().isNotFound());
        web.perform(report("xml").param("jurisdiction_id", "310115121017")).andExpect(status().is4xxClientError());
        web.perform(get(PATH + "/requests.json?start_date=yesterday")).andExpect(status().isBadRequest());
        web.perform(get(PATH + "/requests.json?status=lost")).andExpect(status().isBadRequest());
        web.perform(get(PATH + "/requests/none.json")).andExpect(status().isNotFound());
        assertThat(requests.list(made.path(), RequestFilter.ALL, 10, null).items())
                .isEmpty();
    }

    @Test
    void keepsAnUpdateOnceForStaff() throws Exception {
        var id = json(report("json")).at("/0/service_request_id").asString();
        var update = post(PATH + "/servicerequestupdates.json")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("api_key", key)
                .param("service_request_id", id)
                .param("update_id", "77")
                .param("status", "OPEN")
                .param("updated_datetime", "2026-11-20T08:00:00+08:00")
                .param("description", "It is still there");
        var first = json(update).at("/0/update_id").asString();

        assertThat(json(update).at("/0/update_id").asString()).isEqualTo(first);
        assertThat(desk.story(clerk, UUID.fromString(id)).steps())
                .filteredOn(step -> step.kind() == RequestStep.Kind.ADDED)
                .hasSize(1);
    }

    /** Every answer, open and closed, with and without words, is what the published schemas ask for. */
    @Test
    void answersAsThePublishedSchemasAsk() throws Exception {
        var schema = new GeoReportSchema();
        var services = json(get(PATH + "/services.json"));
        schema.holdAll("service", services);
        for (var service : services) {
            if (service.get("metadata").asBoolean()) {
                var code = service.get("service_code").asString();
                schema.hold("definition", json(get(PATH + "/services/" + code + ".json")));
            }
        }
        var sent = json(report("json"));
        schema.holdAll("created", sent);
        var id = sent.at("/0/service_request_id").asString();
        schema.holdAll("request", json(get(PATH + "/requests/" + id + ".json")));
        desk.release(clerk, UUID.fromString(id), "x".repeat(ServiceRequest.WORDS));
        desk.move(clerk, UUID.fromString(id), RequestState.REFUSED, "no", "");
        schema.holdAll("request", json(get(PATH + "/requests/" + id + ".json")));
        schema.holdAll("request", json(get(PATH + "/requests.json?jurisdiction_id=" + made.communityCode())));
        schema.holdAll("token", json(get(PATH + "/tokens/" + id + ".json")));

        var refused = web.perform(get(PATH + "/services/NONE.json")).andReturn().getResponse();
        schema.holdAll("error", JsonMapper.shared().readTree(refused.getContentAsByteArray()));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor without(String parameter) {
        return request -> {
            request.removeParameter(parameter);
            return request;
        };
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor instead(
            String parameter, String value) {
        return request -> {
            request.setParameter(parameter, value);
            return request;
        };
    }
}
