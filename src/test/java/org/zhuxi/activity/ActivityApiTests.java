package org.zhuxi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class ActivityApiTests {

    private final MockMvc mvc;
    private final Activities activities;
    private final Register register;
    private final Accounts accounts;

    private World world;
    private Actor steward;
    private Actor verifier;

    ActivityApiTests(MockMvc mvc, Activities activities, Register register, Accounts accounts) {
        this.mvc = mvc;
        this.activities = activities;
        this.register = register;
        this.accounts = accounts;
    }

    @BeforeEach
    void settle() {
        world = World.create(register, 3);
        steward = signUp(Role.STEWARD);
        verifier = signUp(Role.VERIFIER);
    }

    /** A real account, for whoever is signed in without one is signed out. */
    private Actor signUp(Role role) {
        return signUp(role, world.path());
    }

    private Actor signUp(Role role, PlacePath at) {
        var username = role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        var operator = World.person("operator", Role.OPERATOR, PlacePath.NATION);
        accounts.open(
                operator,
                List.of(new NewAccount(
                        username,
                        null,
                        username,
                        "bamboo-by-the-canal-9",
                        Set.of(new Grant(role, at)),
                        Set.of(),
                        Origin.SYNTHETIC)));
        return accounts.actorOf(username);
    }

    @Test
    void takesABatchAndAnswersEachItem() throws Exception {
        var good = item(UUID.randomUUID().toString(), "1.2", "kg");

        send("en", good, good.replace("1.2", "1.3"), item("not-a-uuid", "1", "kg"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results.length()").value(3))
                .andExpect(jsonPath("$.results[0].status").value("created"))
                .andExpect(jsonPath("$.results[0].problem").doesNotExist())
                .andExpect(jsonPath("$.results[1].status").value("conflict"))
                .andExpect(jsonPath("$.results[1].problem.status").value(409))
                .andExpect(jsonPath("$.results[2].id").value("not-a-uuid"))
                .andExpect(jsonPath("$.results[2].status").value("rejected"))
                .andExpect(jsonPath("$.results[2].problem.errors[0].field").value("id"));
        send("en", good).andExpect(jsonPath("$.results[0].status").value("duplicate"));
    }

    /** Bad input, each with its field, its problem and words in both languages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.2      | kWh  | now  | quantities.mass.unit  | unit-not-allowed         | 可以用：kg
                    1.2      | bag  | now  | quantities.mass.unit  | unit-not-allowed         | 可以用：kg
                    -1       | kg   | now  | quantities.mass.value | quantity-not-above       | 要大于
                    0        | kg   | now  | quantities.mass.value | quantity-not-above       | 要大于
                    5000     | kg   | now  | quantities.mass.value | quantity-above-household | 5,000
                    "1.2"    | kg   | now  | quantities.mass.value | number-unreadable        | 不是数字
                    1e400    | kg   | now  | quantities.mass.value | quantity-too-precise     | 位数太多
                    1.0000000000001 | kg | now | quantities.mass.value | quantity-too-precise | 位数太多
                    1.2      | kg   | 2099-01-01T00:00:00Z | occurredAt | occurred-in-future   | 在将来
                    1.2      | kg   | 2019-01-01T00:00:00Z | occurredAt | occurred-too-long-ago | 天以前
                    1.2      | kg   | yesterday | occurredAt       | time-unreadable          | ISO 8601""")
    void tellsWhatIsWrongInBothLanguages(String value, String unit, String at, String field, String slug, String words)
            throws Exception {
        var item = item(UUID.randomUUID().toString(), value, unit);
        if (!at.equals("now")) {
            item = item.replaceAll("\"occurredAt\":\"[^\"]+\"", "\"occurredAt\":\"" + at + "\"");
        }
        var good = item(UUID.randomUUID().toString(), "1", "kg");

        send("zh-CN", item, good)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results[0].status").value("rejected"))
                .andExpect(jsonPath("$.results[0].problem.type").value("/problems/" + slug))
                .andExpect(jsonPath("$.results[0].problem.errors[0].field").value(field))
                .andExpect(jsonPath("$.results[0].problem.detail").value(containsString(words)))
                .andExpect(jsonPath("$.results[1].status").value("created"));
        send("en", item)
                .andExpect(jsonPath("$.results[0].problem.detail")
                        .value(org.hamcrest.Matchers.matchesRegex("[\\p{ASCII}×]+")));
    }

    @Test
    void refusesWhatIsNoBatch() throws Exception {
        post("en", "{\"activities\":").andExpect(status().isBadRequest());
        post("en", "{}").andExpect(status().isUnprocessableContent());
        var many = String.join(",", Collections.nCopies(1_001, "{}"));
        post("en", "{\"activities\":[" + many + "]}").andExpect(status().isContentTooLarge());
        post("en", "{\"activities\":[\"" + "x".repeat(10_000_000) + "\"]}").andExpect(status().isContentTooLarge());
    }

    @Test
    void takesItemsOfAnyShapeApart() throws Exception {
        send(
                        "en",
                        "null",
                        "7",
                        "[]",
                        "{}",
                        "{\"quantities\":[]}",
                        item(UUID.randomUUID().toString(), "1", "kg"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results[0].status").value("rejected"))
                .andExpect(jsonPath("$.results[3].status").value("rejected"))
                .andExpect(jsonPath("$.results[4].status").value("rejected"))
                .andExpect(jsonPath("$.results[5].status").value("created"));
    }

    @Test
    void showsVerifiesAndReverses() throws Exception {
        var drop = world.residual(0, "60");
        activities.record(steward, List.of(drop));
        var path = "/api/v1/activities/" + drop.id();

        mvc.perform(get(path).with(as(verifier)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.activity.state").value("recorded"))
                .andExpect(jsonPath("$.activity.quantities.mass.value").value(60))
                .andExpect(jsonPath("$.activity.quantities.mass.unit").value("kg"))
                .andExpect(jsonPath("$.waits").value("unusual"));
        decide(path + "/verification", "{\"decision\":\"perhaps\"}").andExpect(status().isUnprocessableContent());
        decide(path + "/verification", "{\"decision\":\"rejected\"}").andExpect(status().isUnprocessableContent());
        decide(path + "/verification", "{\"decision\":\"verified\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("verified"));
        decide(path + "/verification", "{\"decision\":\"verified\"}").andExpect(status().isConflict());
        decide(path + "/reversal", "{\"reason\":\"wrong card\"}")
                .andExpect(jsonPath("$.state").value("reversed"));
        mvc.perform(get("/api/v1/activities").queryParam("state", "reversed").with(as(verifier)))
                .andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get("/api/v1/activities").queryParam("from", "soon").with(as(verifier)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void refusesWhoIsNotSignedIn() throws Exception {
        mvc.perform(get("/api/v1/activities").header("Authorization", "Bearer nonsense"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void tellsEverybodyTheKindsAndFigures() throws Exception {
        mvc.perform(get("/api/v1/activity-kinds"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.code == 'waste.drop.kitchen')].quantities[0].unit")
                        .value("kg"));
        mvc.perform(get("/api/v1/figures")).andExpect(status().isOk());
        mvc.perform(get("/api/v1/figures/no.such.figure/trail")).andExpect(status().isNotFound());
    }

    @Test
    void refusesAnExecutableNamedLikeAPhoto() throws Exception {
        var program = new MockMultipartFile("file", "holiday.jpg", "image/jpeg", new byte[] {'M', 'Z', 0, 1, 2, 3});

        mvc.perform(multipart("/api/v1/evidence")
                        .file(program)
                        .param("place", world.code())
                        .with(as(steward))
                        .with(csrf()))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.type").value("/problems/evidence-type"));
    }

    @Test
    void reviewsByFormAndByFragment() throws Exception {
        var drop = world.residual(0, "60");
        activities.record(steward, List.of(drop));
        var other = world.residual(1, "70");
        activities.record(steward, List.of(other));

        mvc.perform(get("/work/review").with(as(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(world.label(0))));
        mvc.perform(MockMvcRequestBuilders.post("/work/review/" + drop.id())
                        .param("decision", "rejected")
                        .with(as(verifier))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请写明理由")));
        mvc.perform(MockMvcRequestBuilders.post("/work/review/" + drop.id())
                        .param("decision", "verified")
                        .with(as(verifier))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(MockMvcRequestBuilders.post("/work/review/" + other.id())
                        .param("decision", "rejected")
                        .param("reason", "看错秤")
                        .header("HX-Request", "true")
                        .with(as(verifier))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("未通过")));
    }

    @Test
    void listsShowsCorrectsAndPublishesARecord() throws Exception {
        var drop = world.residual(0, "12");
        activities.record(steward, List.of(drop));

        mvc.perform(get("/work/activities").queryParam("place", world.code()).with(as(steward)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(drop.id().toString())));
        mvc.perform(get("/work/activities/csv")
                        .queryParam("place", world.code())
                        .with(as(steward)))
                .andExpect(header().string("Content-Type", org.hamcrest.Matchers.startsWith("text/csv")))
                .andExpect(content().string(containsString("12 kg")));
        mvc.perform(get("/work/activities/" + drop.id()).with(as(steward)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(world.label(0))));
        var corrected = Ids.next();
        correct(drop.id(), corrected, "many").andExpect(status().isUnprocessableContent());
        correct(drop.id(), corrected, "-1").andExpect(status().isUnprocessableContent());
        correct(drop.id(), corrected, "1.2").andExpect(redirectedUrlPattern("/work/activities/*?done=corrected"));
        var page = mvc.perform(get("/activities/" + corrected).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("1.2 kg", "How we know")
                .doesNotContain(world.label(0), world.household(0).toString());
        mvc.perform(get("/activities/" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void correctsARecordOfACommunityThatCameToAnotherStreetSince() throws Exception {
        var drop = world.residual(0, "12");
        activities.record(steward, List.of(drop));
        var heir = World.create(register, 1);
        var operator = World.person("operator", Role.OPERATOR, PlacePath.NATION);
        register.mergeDivisions(
                operator,
                List.of(street(world)),
                street(heir),
                LocalDate.now(ZoneOffset.UTC).minusDays(2));
        steward = signUp(Role.COMMUNITY_HEAD, new PlacePath(heir.path().value().replace(heir.code(), world.code())));

        correct(drop.id(), Ids.next(), "1.2").andExpect(redirectedUrlPattern("/work/activities/*?done=corrected"));
    }

    private static String street(World world) {
        return world.code().substring(0, 9) + "000";
    }

    private ResultActions correct(UUID old, UUID id, String kilograms) throws Exception {
        return mvc.perform(multipart("/work/activities/" + old + "/correction")
                .param("newId", id.toString())
                .param("amount.mass", kilograms)
                .param("grade", "A")
                .param("note", "")
                .with(as(steward))
                .with(csrf()));
    }

    private ResultActions decide(String path, String json) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(path)
                .contentType("application/json")
                .content(json)
                .with(as(verifier))
                .with(csrf()));
    }

    private ResultActions send(String language, String... items) throws Exception {
        return post(language, "{\"activities\":[" + String.join(",", items) + "]}");
    }

    private ResultActions post(String language, String json) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/v1/activities")
                .contentType("application/json")
                .header("Accept-Language", language)
                .content(json)
                .with(as(steward))
                .with(csrf()));
    }

    private String item(String id, String value, String unit) {
        return """
                {"id":"%s","kind":"waste.drop.residual","place":"%s","household":"%s","occurredAt":"%s",\
                "quantities":{"mass":{"value":%s,"unit":"%s"}},"grade":"A"}""".formatted(id, world.code(), world.household(0), Instant.now(), value, unit);
    }

    private static RequestPostProcessor as(Actor actor) {
        return user(new SignedIn(actor.name(), "", true, actor));
    }
}
