package org.zhuxi.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class PlacesWebTests {

    private final MockMvc web;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Register register;
    private Demesne demesne;
    private CommunityId community;

    PlacesWebTests(MockMvc web, JdbcClient jdbc, Accounts accounts, Register register) {
        this.web = web;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.register = register;
        this.demesne = new Demesne(register, "网页街道");
        this.community = demesne.community(1, "网页社区");
    }

    @BeforeEach
    void build() {
        demesne.build(community, 1, 2);
    }

    @Test
    void searchesForEveryoneWithoutSigningIn() throws Exception {
        web.perform(get("/places").param("q", demesne.code(1)).header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("网页社区")))
                .andExpect(content().string(containsString("href=\"/communities/" + demesne.code(1))));
        web.perform(get("/places").param("q", "没有这个地方")).andExpect(content().string(containsString("没有找到“没有这个地方”")));
        web.perform(get("/places").param("in", demesne.street()))
                .andExpect(content().string(containsString("网页社区")));
    }

    @Test
    void answersProgramsWithPlacesButNeverWithDoors() throws Exception {
        web.perform(get("/api/v1/places").param("q", demesne.code(1)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].code").value(demesne.code(1)))
                .andExpect(jsonPath("$.items[0].kind").value("COMMUNITY"))
                .andExpect(jsonPath("$.items[0].name.zh").value("网页社区"));
        web.perform(get("/api/v1/places/{code}/children", demesne.code(1)))
                .andExpect(jsonPath("$.items[*].code").value(hasItem(demesne.code(1) + "-Q1")));
        web.perform(get("/api/v1/places/{code}/children", demesne.code(1) + "-Q1-B01"))
                .andExpect(jsonPath("$.items").isEmpty());
        web.perform(get("/api/v1/places/{code}", demesne.code(1) + "-Q1-B01-0101"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("/problems/not-found"));
    }

    @Test
    void showsAProfileWithItsSource() throws Exception {
        register.addCommunity(
                Demesne.OPERATOR,
                new NewCommunity(
                        demesne.code(9),
                        new Names("画像社区", "Profile"),
                        Demesne.SINCE,
                        true,
                        new Names("拆迁安置", "Resettlement"),
                        "2002",
                        new BigDecimal("0.8"),
                        11_659,
                        null,
                        null,
                        Origin.SEED,
                        "S000-04",
                        List.of("旧称村")));

        web.perform(get("/communities/{code}", demesne.code(9)).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("11,659")))
                .andExpect(content().string(containsString("0.8")))
                .andExpect(content().string(containsString("S000-04")))
                .andExpect(content().string(containsString("旧称村")))
                .andExpect(content().string(not(containsString("Households"))));
        web.perform(get("/communities/{code}", "999999999999")).andExpect(status().isNotFound());
    }

    @Test
    void showsTheRegisterToAClerkAndKeepsThatItWasSeen() throws Exception {
        var household = demesne.household(community, demesne.code(1) + "-Q1-B01-0101");

        web.perform(get("/work/households").param("place", demesne.code(1)).with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("一区1栋0101")));
        web.perform(get("/work/households")
                        .param("place", demesne.code(1) + "-Q1-B02")
                        .with(clerk()))
                .andExpect(content().string(not(containsString("一区1栋0101"))));
        web.perform(post("/work/households/search")
                        .param("place", demesne.code(1))
                        .param("q", household.cardCode())
                        .with(csrf())
                        .with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("一区1栋0101")))
                .andExpect(content().string(not(containsString("q=" + household.cardCode()))));
        web.perform(post("/work/households/search")
                        .param("place", demesne.code(1))
                        .param("q", "0101")
                        .with(csrf())
                        .with(clerk()))
                .andExpect(redirectedUrl("/work/households?place=" + demesne.code(1) + "&q=0101"));
        web.perform(get("/api/v1/households")
                        .param("place", demesne.code(1))
                        .header(CodeAddress.HEADER, household.cardCode())
                        .with(clerk()))
                .andExpect(jsonPath("$.items[0].card").value(household.cardCode()));
        web.perform(get("/work/households/{id}", household.ref().id()).with(clerk()))
                .andExpect(content().string(containsString(household.cardCode())));
        web.perform(get("/work/households")
                        .param("place", demesne.code(1))
                        .param("format", "csv")
                        .with(clerk()))
                .andExpect(header().string("Content-Disposition", containsString("households.csv")))
                .andExpect(content().string(containsString(household.cardCode())));

        assertThat(jdbc.sql(
                                "select count(*) from account.audit_entry where action = 'household.read' and subject = :id")
                        .param("id", household.ref().id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void showsAHouseholdToItsMembersAndNotToTheNeighbours() throws Exception {
        var household = demesne.household(community, demesne.code(1) + "-Q1-B01-0101");
        var member = as(Set.of(), Set.of(household.ref()));
        var neighbour = as(Set.of(new Grant(Role.RESIDENT, demesne.streetPath())), Set.of());

        web.perform(get("/api/v1/households/{id}", household.ref().id()).with(member))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.card").value(household.cardCode()));
        web.perform(get("/api/v1/households/{id}", household.ref().id()).with(neighbour))
                .andExpect(status().isForbidden());
    }

    @Test
    void listsHouseholdsForProgramsPageByPage() throws Exception {
        demesne.household(community, demesne.code(1) + "-Q1-B01-0101");
        demesne.household(community, demesne.code(1) + "-Q1-B01-0102");

        web.perform(get("/api/v1/households")
                        .param("place", demesne.code(1))
                        .param("limit", "1")
                        .with(clerk()))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].place").value(demesne.code(1) + "-Q1-B01-0101"))
                .andExpect(jsonPath("$.next").exists());
    }

    @Test
    void addsAHouseholdAndKeepsWhatWasTypedWhenItCannot() throws Exception {
        web.perform(post("/work/households")
                        .with(clerk())
                        .with(csrf())
                        .param("place", demesne.code(1))
                        .param("dwelling", "q1-b01-0101")
                        .param("persons", "2")
                        .param("since", "2025-05-01"))
                .andExpect(redirectedUrlPattern("/work/households/*"));
        web.perform(post("/work/households")
                        .with(clerk())
                        .with(csrf())
                        .param("place", demesne.code(1))
                        .param("dwelling", "Q1-B01-0101")
                        .param("persons", "3")
                        .param("since", "2025-05-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已有住户")))
                .andExpect(content().string(containsString("value=\"Q1-B01-0101\"")))
                .andExpect(content().string(containsString("is-invalid")));
        web.perform(post("/work/households")
                        .with(clerk())
                        .with(csrf())
                        .param("place", demesne.code(1))
                        .param("dwelling", "Q1-B02-0101")
                        .param("persons", "一家")
                        .param("since", "昨天"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void notesThatAHouseholdMovesOut() throws Exception {
        var household = demesne.household(community, demesne.code(1) + "-Q1-B02-0102");

        web.perform(post("/work/households/{id}/leaving", household.ref().id())
                        .with(clerk())
                        .with(csrf())
                        .param("on", "2023-01-01"))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/work/households/{id}/leaving", household.ref().id())
                        .with(clerk())
                        .with(csrf())
                        .param("on", "2025-01-01"))
                .andExpect(redirectedUrlPattern("/work/households/*"));
        web.perform(get("/work/households").param("place", demesne.code(1)).with(clerk()))
                .andExpect(content().string(not(containsString(household.cardCode()))));
    }

    private RequestPostProcessor clerk() {
        return as(Set.of(new Grant(Role.COMMUNITY_CLERK, demesne.streetPath().child(demesne.code(1)))), Set.of());
    }

    private RequestPostProcessor as(Set<Grant> grants, Set<HouseholdRef> households) {
        var username = "web-" + Ids.next().toString().substring(24);
        accounts.open(
                Demesne.OPERATOR,
                List.of(new NewAccount(username, null, "某人", "long-enough", grants, households, Origin.SYNTHETIC)));
        var person = new SignedIn(username, "", true, accounts.actorOf(username));
        return authentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }
}
