package org.zhuxi.governance;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Programs of the desk begin, change and end agreements as people do on the pages. */
@ZhuxiTest
@Import(World.class)
class AgreementDeskApiTests {

    private static final String CONVENTION = "{\"place\":\"$place\",\"kind\":\"RESIDENTS\",\"title\":\"居民公约\"}";
    private static final String CLAUSES =
            "{\"clauses\":[{\"topic\":\"养犬\",\"words\":\"牵绳\\n拾便\"},{\"topic\":\"停车：夜间\",\"words\":\"\"}]}";
    private static final String WORK = """
            {"place":"$place","kind":"REPAIR","title":"修屋顶","costFen":1001,"subsidyFen":1,"runningFenPerYear":100,
             "dwellings":[{"place":"$first","floor":1,"areaM2":80},{"place":"$second","floor":2,"areaM2":80.00}]}
            """;

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Rolls rolls;
    private final Ballots ballots;
    private final Counts counts;
    private final Votes votes;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final World world;
    private final Accounts accounts;
    private final World.Made made;
    private final Actor clerk;
    private final RequestPostProcessor desk;
    private final RequestPostProcessor resident;

    AgreementDeskApiTests(
            Rolls rolls,
            Decisions decisions,
            Ballots ballots,
            Counts counts,
            JdbcClient jdbc,
            MockMvc web,
            World world,
            Accounts accounts) {
        this.rolls = rolls;
        this.ballots = ballots;
        this.counts = counts;
        this.votes = new Votes(decisions, jdbc);
        this.jdbc = jdbc;
        this.web = web;
        this.world = world;
        this.accounts = accounts;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
        desk = user(new SignedIn("c", "", true, clerk));
        resident = user(new SignedIn("r", "", true, accounts.actorOf(made.username("resident"))));
    }

    private ResultActions send(RequestPostProcessor by, HttpMethod method, String path, String json) throws Exception {
        return web.perform(MockMvcRequestBuilders.request(method, "/api/v1" + path)
                .with(by)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace("$place", made.communityCode())
                        .replace("$first", made.dwellings().get(0))
                        .replace("$second", made.dwellings().get(1))));
    }

    private ResultActions put(String path, String json) throws Exception {
        return send(desk, HttpMethod.PUT, path, json);
    }

    private ResultActions post(String path, String json) throws Exception {
        return send(desk, HttpMethod.POST, path, json);
    }

    @Test
    void aConventionIsBegunDraftedAdoptedAndAppraised() throws Exception {
        var path = "/conventions/" + Ids.next();
        put(path, CONVENTION)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("居民公约"));
        put(path, CONVENTION).andExpect(status().isOk());
        put(path, CONVENTION.replace("居民公约", "另一份")).andExpect(status().isConflict());
        put(path + "/appraisals/2026", "{\"words\":\"早了\"}").andExpect(status().isConflict());
        put(path + "/draft", CLAUSES)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.clauses[0].words").value("牵绳\n拾便"))
                .andExpect(jsonPath("$.clauses[1].topic").value("停车：夜间"));
        put(path + "/draft", "{\"clauses\":[{\"topic\":\"甲\"},{\"topic\":\"甲\"}]}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("clauses"));
        post(path + "/adoption", "{}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("resolution"));
        post(path + "/adoption", "{\"resolution\":\"居民会议通过\",\"on\":\"" + TODAY + "\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("IN_FORCE"));
        post(path + "/adoption", "{\"resolution\":\"再来\"}").andExpect(status().isConflict());
        put(path + "/appraisals/" + TODAY.getYear(), "{\"words\":\"做到了\"}")
                .andExpect(jsonPath("$.appraisals[0].words").value("做到了"));
        send(resident, HttpMethod.PUT, path + "/draft", CLAUSES).andExpect(status().isForbidden());
    }

    @Test
    void anIdOfAnotherCommunityIsNotTakenAnew() throws Exception {
        var id = Ids.next();
        put("/conventions/" + id, CONVENTION).andExpect(status().isOk());
        var other = world.make(1);
        var there = user(new SignedIn("o", "", true, accounts.actorOf(other.username("clerk"))));
        send(there, HttpMethod.PUT, "/conventions/" + id, CONVENTION.replace("$place", other.communityCode()))
                .andExpect(status().isConflict());
        web.perform(MockMvcRequestBuilders.get("/api/v1/conventions").param("place", other.communityCode()))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void aWorkIsSharedPublicisedSignedAnsweredAgreedAndFinished() throws Exception {
        rolls.enter(
                clerk,
                made.communityCode(),
                made.dwellings().get(0) + ", 80, A\n" + made.dwellings().get(1) + ", 80, B");
        var id = Ids.next();
        var path = "/works/" + id;
        put(path, WORK).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("DRAFT"));
        put(path, WORK).andExpect(status().isOk());
        put(path, WORK.replace("1001", "1003")).andExpect(status().isConflict());
        put(path, WORK.replace("\"floor\":2,\"areaM2\":80.00", "\"floor\":2,\"areaM2\":81"))
                .andExpect(status().isConflict());
        web.perform(MockMvcRequestBuilders.get("/api/v1" + path).with(resident)).andExpect(status().isNotFound());
        web.perform(MockMvcRequestBuilders.get("/api/v1" + path).with(desk))
                .andExpect(jsonPath("$.shares[*].shareFen").value(Matchers.containsInAnyOrder(500, 500)));
        post(path + "/publication", "{}").andExpect(jsonPath("$.state").value("PUBLICISED"));
        post(path + "/publication", "{}").andExpect(status().isConflict());
        var objection = Ids.next();
        send(resident, HttpMethod.PUT, path + "/objections/" + objection, "{\"words\":\"太贵\"}")
                .andExpect(status().isOk());
        post(path + "/objections/" + objection + "/answer", "{}")
                .andExpect(jsonPath("$.errors[0].field").value("answer"));
        post(path + "/objections/" + objection + "/answer", "{\"answer\":\"已经询过三家\"}")
                .andExpect(status().isOk());
        put(path + "/signatures/" + made.dwellings().get(0), "{}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("consent"));
        for (var dwelling : made.dwellings().subList(0, 2)) {
            put(path + "/signatures/" + dwelling, "{\"consent\":\"AGREES\"}").andExpect(status().isOk());
        }
        jdbc.sql("update governance.shared_work set objections_until = objections_until - 30 where id = :id")
                .param("id", id)
                .update();
        post(path + "/agreement", "{}").andExpect(status().is4xxClientError());
        post(path + "/agreement", "{\"decision\":\"" + adopted() + "\"}")
                .andExpect(jsonPath("$.state").value("AGREED"));
        post(path + "/completion", "{}").andExpect(jsonPath("$.state").value("DONE"));
        post(path + "/withdrawal", "{\"reason\":\"晚了\"}").andExpect(status().isConflict());
    }

    private UUID adopted() {
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.OWNERS, 2, Voting.APPROVAL, 1);
        votes.rights(clerk, vote).forEach(it -> ballots.official(clerk, vote.id(), it.id(), Ids.next(), "YES"));
        votes.close(vote.id());
        counts.count(clerk, vote.id());
        return vote.id();
    }

    @Test
    void aWorkThatCannotBeReadIsRefusedWithItsFields() throws Exception {
        var path = "/works/" + Ids.next();
        put(path, WORK.replace("1001", "0"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("costFen"));
        put(path, WORK.replace("\"subsidyFen\":1,", "\"subsidyFen\":2000,"))
                .andExpect(jsonPath("$.errors[0].field").value("subsidyFen"));
        for (var wrong : new String[] {"\"areaM2\":-1", "\"areaM2\":1e999999999", "\"areaM2\":0.001"}) {
            put(path, WORK.replace("\"areaM2\":80}", wrong + "}")).andExpect(status().is4xxClientError());
        }
        put(path, WORK.replace("$first", "$first,1\\n$first")).andExpect(status().is(422));
        put(path, "{\"place\":\"$place\",\"kind\":\"TOWER\"}").andExpect(status().is4xxClientError());
        post(path + "/publication", "{}").andExpect(status().isNotFound());
    }

    @Test
    void aTalkIsBegunLookedThroughAndCleaned() throws Exception {
        var path = "/opinions/" + Ids.next();
        var talk = "{\"place\":\"$place\",\"title\":\"空地\",\"closesOn\":\"%s\",\"seeds\":[\"种花\\n种树\",\"停车\"]}";
        put(path, talk.formatted(TODAY.minusDays(1))).andExpect(status().is(422));
        put(path, talk.formatted(TODAY.plusDays(9))).andExpect(status().isOk());
        put(path, talk.formatted(TODAY.plusDays(9))).andExpect(status().isOk());
        put(path, talk.formatted(TODAY.plusDays(10))).andExpect(status().isConflict());
        web.perform(MockMvcRequestBuilders.get("/api/v1" + path + "/statements").with(resident))
                .andExpect(status().isForbidden());
        var said = web.perform(MockMvcRequestBuilders.get("/api/v1" + path + "/statements")
                        .with(desk))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].words").value("种花 种树"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var statement = said.substring(said.indexOf("\"id\":\"") + 6).substring(0, 36);
        post(path + "/statements/" + statement + "/hiding", "{}")
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        post(path + "/statements/" + statement + "/hiding", "{\"reason\":\"骂人\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.statements").value(1));
    }

    @Test
    void aVenueIsOpenedClosedAndOpenedAgain() throws Exception {
        var path = "/venues/" + Ids.next();
        var venue = "{\"place\":\"$place\",\"nameZh\":\"议事厅\",\"nameEn\":\"Hall\",\"where\":\"二楼\"}";
        put(path, venue.replace("议事厅", " ")).andExpect(status().is(422));
        put(path, venue)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.level").value("COMMUNITY"));
        post(path + "/closing", "{}").andExpect(jsonPath("$.isClosed").value(true));
        put(path, venue).andExpect(status().isOk());
        put(path, venue.replace("二楼", "三楼")).andExpect(status().isConflict());
        post(path + "/reopening", "{}").andExpect(jsonPath("$.isClosed").value(false));
        send(resident, HttpMethod.POST, path + "/closing", "{}").andExpect(status().isForbidden());
    }

    @Test
    void whatProgramsMaySendIsDescribed() throws Exception {
        var description = web.perform(MockMvcRequestBuilders.get("/api/openapi.json"));
        for (var path : new String[] {"conventions/{id}/draft", "works/{id}/agreement", "venues/{id}/reopening"}) {
            description.andExpect(jsonPath("$.paths").value(Matchers.hasKey("/api/v1/" + path)));
        }
    }
}
