package org.zhuxi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.zhuxi.testing.FormToken.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.NewMeasureEntry;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A standard is read, copied, edited, tried, published and retired, all by pages; bad input never fails the program. */
@ZhuxiTest
@Import(World.class)
class StandardWebTests {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private final World worlds;
    private final Accounts accounts;
    private final Standards standards;
    private final StandardDrafts drafts;
    private final Filling filling;
    private final MeasureEntries entries;
    private final Rollups rollups;
    private final MockMvcTester http;

    StandardWebTests(
            World worlds,
            Accounts accounts,
            Standards standards,
            StandardDrafts drafts,
            Filling filling,
            MeasureEntries entries,
            Rollups rollups,
            MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.standards = standards;
        this.drafts = drafts;
        this.filling = filling;
        this.entries = entries;
        this.rollups = rollups;
        this.http = http;
    }

    /** Somebody of the street office who writes standards for one community's place. */
    private String officer(PlacePath path) {
        var username = "standards-" + NUMBER.incrementAndGet();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        username,
                        null,
                        "街镇干部",
                        World.PASSWORD,
                        Set.of(new Grant(Role.STREET_OFFICER, path)),
                        Set.of(),
                        Origin.SYNTHETIC)));
        return username;
    }

    @Test
    void everybodyReadsStandardsAndWhatTheyAskFor() throws Exception {
        assertThat(text(http.perform(get("/standards").locale(Locale.CHINA))))
                .contains("GC2020", "EXAMPLE-100", "EXAMPLE-LEVELS", "示例（非官方）");
        var page = text(http.perform(get("/standards/GC2020").locale(Locale.CHINA)));
        assertThat(page).contains("物业管理覆盖面不低于30%", "不低于 30 %（含本数）", "建议的核法", "有物业管理的小区 ÷ 居民小区", "全覆盖（100 %）");
        assertThat(text(http.perform(get("/standards/EXAMPLE-100").locale(Locale.ENGLISH))))
                .contains("at least 30 %", "2 points less", "whatever the score", "#E-16")
                .doesNotContain("assessment.");
        assertThat(text(http.perform(get("/standards/GC2020/yaml"))))
                .startsWith("#")
                .contains("code: GC2020");
        assertThat(text(http.perform(get("/standards/csv")))).contains("EXAMPLE-LEVELS");
    }

    @Test
    void aStandardGoesFromCopyToPublicationAndRetirement() throws Exception {
        var made = worlds.make(1);
        var officer = officer(made.path());
        var code = "TRIAL-" + made.communityCode();
        var begun = as(
                officer,
                post("/work/standards")
                        .param("from", "EXAMPLE-100 1")
                        .param("code", code)
                        .param("jurisdiction", made.communityCode()));
        assertThat(begun).hasRedirectedUrl("/work/standards/" + code + "/1");
        var here = "/work/standards/" + code + "/1";
        var draft = drafts.get(accounts.actorOf(officer), code, 1);
        assertThat(draft.faults()).isEmpty();

        var faulty = draft.text().replace("maxPoints: 8, points", "maxPoints: 9, points");
        assertThat(text(as(officer, post(here + "/check").param("text", faulty))))
                .contains("101", "areas[1]");
        assertThat(as(officer, post(here).param("revision", "1").param("text", faulty)))
                .hasRedirectedUrl(here);
        var refused = as(officer, post(here + "/publication"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("maxPoints: 9, points", "没有发布");
        assertThat(as(officer, post(here).param("revision", "1").param("text", draft.text())))
                .hasStatus(409);

        var file = new MockMultipartFile(
                "file", "standard.yaml", null, draft.text().getBytes(StandardCharsets.UTF_8));
        assertThat(as(officer, multipart(here + "/file").file(file).param("revision", "1")))
                .as("somebody changed it meanwhile")
                .hasStatus(409);
        assertThat(as(officer, multipart(here + "/file").param("revision", "2")))
                .as("no file")
                .hasStatus(422);
        assertThat(as(officer, multipart(here + "/file").file(file).param("revision", "2")))
                .hasRedirectedUrl(here);
        assertThat(text(as(officer, get(here + "/trial").param("a.E-12", "3/10"))))
                .contains("达到", "未定");
        assertThat(as(officer, post(here + "/publication"))).hasRedirectedUrl("/standards/" + code + "?version=1");
        assertThat(standards.get(code, 1).parent()).isEqualTo("GC2020");
        assertThat(as(officer, post(here).param("revision", "3").param("text", draft.text())))
                .hasStatus(409);
        assertThat(text(http.perform(get("/standards").param("q", code)))).contains(code);

        assertThat(as(officer, post(here + "/retirement").param("reason", ""))).hasStatus(422);
        assertThat(as(officer, post(here + "/retirement").param("reason", "试验结束")))
                .hasRedirectedUrl(here);
        assertThat(standards.get(code, 1).state()).isEqualTo(StandardVersion.State.RETIRED);
        assertThat(text(as(officer, get(here)))).contains("试验结束");
    }

    @Test
    void aNewVersionSaysWhatChangedAndTheOldOneStays() throws Exception {
        var made = worlds.make(1);
        var officer = accounts.actorOf(officer(made.path()));
        var code = "NEXT-" + made.communityCode();
        drafts.begin(officer, new NewStandard("GC2020", 1, code, made.communityCode()), Origin.SYNTHETIC);
        drafts.publish(officer, code, 1);
        var next = drafts.begin(officer, new NewStandard(code, 1, code, made.communityCode()), Origin.SYNTHETIC);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.faults()).isEmpty();
        drafts.edit(officer, code, 2, 1, next.text().replace("value: 30, unit", "value: 50, unit"));
        drafts.publish(officer, code, 2);

        assertThat(standards.differences(standards.get(code, 2)))
                .singleElement()
                .satisfies(one -> assertThat(one.parts()).containsExactly("check"));
        assertThat(text(http.perform(get("/standards/" + code).locale(Locale.CHINA))))
                .contains("与上一版的不同", "不低于 50 %");
        assertThat(text(http.perform(
                        get("/standards/" + code).param("version", "1").locale(Locale.CHINA))))
                .contains("不低于 30 %")
                .doesNotContain("不低于 50 %");
    }

    @Test
    void aStandardOfAnotherPlaceIsNotTaken() {
        var made = worlds.make(1);
        var officer = officer(made.path());
        assertThat(as(
                        officer,
                        post("/work/standards")
                                .param("from", "GC2020 1")
                                .param("code", "GC2020")
                                .param("jurisdiction", made.communityCode())))
                .hasStatus(422);
        assertThat(as(
                        officer,
                        post("/work/standards")
                                .param("from", "GC2020 1")
                                .param("code", "NATION-1")
                                .param("jurisdiction", "000000000000")))
                .hasStatus(403);
        assertThat(as(made.username("clerk"), get("/work/standards"))).hasStatus(403);
    }

    @Test
    void theProgramAnswersWhatItKnows() throws Exception {
        var made = worlds.make(1);
        enter(made, "estate.count", "10");
        enter(made, "estate.property", "3");
        enter(made, "training.sessions", "2余");
        rollups.refreshAll();
        var year = ReportPeriod.parse("2025").orElseThrow();

        var filled = filling.fill(standards.get("EXAMPLE-100"), made.path(), year);

        assertThat(Objects.requireNonNull(filled.get("E-12")).finding().answers())
                .containsEntry("", Answer.Share.of(3, 10));
        assertThat(Objects.requireNonNull(filled.get("E-12"))
                        .provenance()
                        .getFirst()
                        .measures())
                .containsExactly("estate.property", "estate.count");
        assertThat(Objects.requireNonNull(filled.get("E-05")).provenance())
                .anySatisfy(one -> assertThat(one.missing()).isNotNull());
        assertThat(filled).doesNotContainKey("E-11");
        assertThat(text(http.perform(get("/standards/EXAMPLE-100/trial")
                        .param("place", made.communityCode())
                        .param("period", "2025")
                        .locale(Locale.CHINA))))
                .contains("系统里的数：3 / 10", "3 ÷ 10，要求不低于 30 %（含本数）");
        assertThat(http.perform(get("/api/v1/standards/EXAMPLE-100/filling")
                        .param("place", made.communityCode())
                        .param("period", "2025")))
                .hasStatusOk();
    }

    private void enter(World.Made made, String measure, String value) {
        var entry = entries.enter(
                accounts.actorOf(made.username("clerk")),
                Ids.next(),
                new NewMeasureEntry(made.communityCode(), measure, "2025", value, null, "验收单"),
                Origin.SYNTHETIC);
        entries.verify(accounts.actorOf(made.username("head")), entry.id());
    }

    @Test
    void programsScoreAndWrite() throws Exception {
        var made = worlds.make(1);
        var officer = officer(made.path());
        assertThat(as(officer, json(post("/api/v1/standards/EXAMPLE-100/score"), """
                        {"findings": {"E-12": {"answers": {"": {"kind": "SHARE", "ratio": {"part": 3, "whole": 10}, "qualifier": "EXACT"}}}}}
                        """)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results[11].outcome")
                .isEqualTo("MET");
        var address = "/api/v1/standards/API-" + made.communityCode() + "/1";
        assertThat(as(
                        officer,
                        json(
                                put(address),
                                "{\"jurisdiction\":\"%s\",\"text\":\"code: x\"}".formatted(made.communityCode()))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.publishable")
                .isEqualTo(false);
        assertThat(as(officer, post(address + "/publication"))).hasStatus(422);
        assertThat(http.perform(get("/api/v1/standards"))).hasStatusOk();
        assertThat(http.perform(get("/api/v1/standards/GC2020")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.criteria.length()")
                .isEqualTo(16);
    }

    private static AbstractMockHttpServletRequestBuilder<?> json(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    @ParameterizedTest
    @CsvSource({
        "/standards/none, 404",
        "/standards/GC2020?version=9, 404",
        "/standards/GC2020?version=x, 400",
        "/standards/<b>/yaml, 404",
        "/standards?q=%25%27&after=%00, 200",
        "/standards/EXAMPLE-100/trial?a.E-12=3/0&a.E-04=99&a.E-08=x&place=1&period=soon, 200",
        "/standards/EXAMPLE-100/trial?place=%00&period=%00&a.E-12=%00, 200",
        "/standards/EXAMPLE-100/trial?n.E-16=none&a.E-01.kinds=900余&a.E-14=-5, 200",
        "/api/v1/standards/none, 404",
        "/api/v1/standards/GC2020/filling, 400",
        "/api/v1/standards/GC2020/filling?place=1&period=2025, 404",
        "/api/v1/standards/GC2020/filling?place=000000000000&period=x, 422"
    })
    void badInputIsAnsweredAndNeverFails(String address, int status) {
        assertThat(http.get().uri(URI.create(address.replace("<b>", "%3Cb%3E").replace("余", "%E4%BD%99"))))
                .hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/standards/GC2020/score, '{\"findings\":{\"GC2020-12\":{\"answers\":{\"\":{\"kind\":\"SHARE\",\"ratio\":{\"part\":1,\"whole\":0}}}}}}', 400",
        "/api/v1/standards/GC2020/score, '{\"findings\":{\"x\":null}}', 200",
        "/api/v1/standards/GC2020/score, '{\"findings\":{\"GC2020-12\":{\"evidence\":[null]}}}', 400",
        "/api/v1/standards/GC2020/score, '[]', 400"
    })
    void badFindingsAreAnsweredAndNeverFail(String address, String body, int status) {
        var officer = officer(worlds.make(1).path());
        assertThat(as(officer, json(post(address), body))).hasStatus(status);
    }

    private MvcTestResult as(String username, AbstractMockHttpServletRequestBuilder<?> request) {
        var person = new SignedIn(username, "", true, accounts.actorOf(username));
        return http.perform(request.with(user(person)).with(csrf()).locale(Locale.CHINA));
    }

    private static String text(MvcTestResult answer) throws Exception {
        assertThat(answer.getResponse().getStatus()).isIn(200, 422);
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
