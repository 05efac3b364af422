package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Programs and pages find agreements by words, and residents say something to them. */
@ZhuxiTest
@Import(World.class)
class AgreementsApiTests {

    private final Conventions conventions;
    private final SharedWorks works;
    private final Opinions opinions;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final RequestPostProcessor desk;
    private final RequestPostProcessor resident;

    AgreementsApiTests(
            Conventions conventions,
            SharedWorks works,
            Opinions opinions,
            MockMvc web,
            World world,
            Accounts accounts) {
        this.conventions = conventions;
        this.works = works;
        this.opinions = opinions;
        this.web = web;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
        desk = user(new SignedIn("c", "", true, clerk));
        resident = user(new SignedIn("r", "", true, accounts.actorOf(made.username("resident"))));
    }

    private UUID convention(String title) {
        var id = conventions
                .begin(clerk, Ids.next(), made.communityCode(), Convention.Kind.RESIDENTS, title, Origin.SYNTHETIC, "")
                .id();
        conventions.draft(clerk, id, "养犬：牵绳\n停车：不占通道");
        return id;
    }

    private ResultActions say(String path, String json) throws Exception {
        return web.perform(put("/api/v1" + path)
                .with(resident)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    @Test
    void listsAreFoundByWords() throws Exception {
        convention("甲约");
        convention("乙约");
        var place = made.communityCode();
        web.perform(get("/api/v1/conventions").param("place", place).param("q", "甲"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].title").value("甲约"));
        for (var path : new String[] {"works", "opinions", "venues", "decisions"}) {
            web.perform(get("/api/v1/" + path).param("place", place).param("q", "%_'"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items.length()").value(0));
        }
        for (var path : new String[] {"conventions", "works", "opinions", "venues", "decisions"}) {
            web.perform(get("/governance/" + path).param("place", place).param("q", "乙"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.not(Matchers.containsString("甲约"))));
        }
        for (var path :
                new String[] {"conventions", "shared-works", "opinions", "venues", "decisions", "decisions.csv"}) {
            web.perform(get("/work/" + path).with(desk).param("place", place).param("q", "乙"))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void aLongListGoesOnWhereItStopped() throws Exception {
        for (var i = 1; i <= 31; i++) {
            conventions.begin(
                    clerk,
                    Ids.next(),
                    made.communityCode(),
                    Convention.Kind.RESIDENTS,
                    "第" + i + "号约",
                    Origin.SYNTHETIC,
                    "");
        }
        for (var path : new String[] {"/governance/conventions", "/work/conventions"}) {
            var page = web.perform(get(path).with(desk).param("place", made.communityCode()))
                    .andExpect(content().string(Matchers.containsString("第31号约")))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("第1号约"))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            assertThat(next.find()).isTrue();
            web.perform(get(URI.create(next.group(1).replace("&amp;", "&"))).with(desk))
                    .andExpect(content().string(Matchers.containsString("第1号约")))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("第2号约"))))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("rel=\"next\""))));
        }
    }

    @Test
    void whatIsLookedForIsDescribedAndChecked() throws Exception {
        web.perform(get("/api/v1/conventions").param("after", "x"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("after"));
        web.perform(get("/api/openapi.json"))
                .andExpect(jsonPath("$.paths['/api/v1/conventions'].get.parameters[*].name")
                        .value(Matchers.containsInAnyOrder("place", "q", "after")))
                .andExpect(jsonPath("$.paths['/api/v1/conventions'].get.parameters[?(@.required == true)]")
                        .isEmpty());
    }

    @Test
    void residentsSpeakToClauses() throws Exception {
        var id = convention("丙约");
        var remark = "/conventions/" + id + "/remarks/" + Ids.next();
        say(remark, "{\"clause\":2,\"words\":\"晚上也不占\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.remarks[0].words").value("晚上也不占"));
        say(remark, "{\"clause\":2,\"words\":\"晚上也不占\"}")
                .andExpect(jsonPath("$.remarks.length()").value(1));
        say("/conventions/" + id + "/remarks/" + Ids.next(), "{\"words\":\"哪一条\"}")
                .andExpect(status().is(422));
        web.perform(post("/me/conventions/" + id + "/remarks")
                        .with(resident)
                        .with(csrf())
                        .param("clause", "9")
                        .param("words", "写了很久的话"))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("写了很久的话")));
    }

    @Test
    void residentsObjectAgreeAndAddStatements() throws Exception {
        var work = works.prepare(
                clerk,
                Ids.next(),
                new NewSharedWork(
                        made.communityCode(),
                        SharedWork.Kind.REPAIR,
                        "修屋顶",
                        "",
                        100,
                        0,
                        0,
                        "",
                        "",
                        made.dwellings().getFirst() + ",1,80"),
                Origin.SYNTHETIC);
        works.publicise(clerk, work.id());
        say("/works/" + work.id() + "/objections/" + Ids.next(), "{\"words\":\"太贵\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.objections[0].words").value("太贵"));
        var talk = opinions.begin(
                clerk,
                Ids.next(),
                made.communityCode(),
                "空地",
                "",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5),
                "种花",
                Origin.SYNTHETIC);
        var statement = Ids.next();
        say("/opinions/" + talk.id() + "/statements/" + statement, "{\"words\":\"留给老人坐\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.statements").value(2));
        say("/opinions/" + talk.id() + "/statements/" + statement + "/vote", "{\"vote\":\"PASS\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.votes").value(1));
        say("/opinions/" + talk.id() + "/statements/" + statement + "/vote", "{}")
                .andExpect(status().is(422));
    }
}
