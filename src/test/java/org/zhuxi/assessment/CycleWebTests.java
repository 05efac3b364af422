package org.zhuxi.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The pages and endpoints of cycles: what is typed is kept, what is refused says why, and nothing wrong fails the program. */
@ZhuxiTest
@Import(World.class)
class CycleWebTests {

    private final Trial trial;
    private final Objections objections;
    private final SampleDraws samples;
    private final MockMvcTester http;

    CycleWebTests(AutowireCapableBeanFactory beans, Objections objections, SampleDraws samples, MockMvcTester http) {
        this.trial = beans.createBean(Trial.class);
        this.objections = objections;
        this.samples = samples;
        this.http = http;
    }

    @Test
    void aWorkerAnswersOnThePageAndWhatIsWrongStaysInTheForm() throws Exception {
        var begun = trial.begin("EXAMPLE-100", EnumSet.of(ReviewLevel.STREET));
        var page = "/work/assessment/" + begun.id();
        assertThat(text(as(begun, "clerk", get(page)))).contains("id=\"c-E-12\"", "还没有回答");

        var wrong = as(
                begun,
                "clerk",
                post(page + "/criteria/E-12")
                        .header("HX-Request", "true")
                        .param("answer", "三成多")
                        .param("comment", "物业合同在办公室"));
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains("value=\"三成多\"", "物业合同在办公室", "answer-error")
                .doesNotContain("<html");

        var right = as(
                begun,
                "clerk",
                post(page + "/criteria/E-12")
                        .header("HX-Request", "true")
                        .param("answer", "3")
                        .param("answer-whole", "10"));
        assertThat(right).hasStatusOk();
        assertThat(text(right)).contains("已保存", "value=\"10\"");

        var file = new MockMultipartFile("file", "a.png", "image/png", Trial.picture());
        assertThat(as(
                        begun,
                        "clerk",
                        multipart(page + "/criteria/E-12/evidence").file(file).param("kind", "CONTRACT")))
                .hasStatus3xxRedirection();
        assertThat(as(
                        begun,
                        "clerk",
                        multipart(page + "/criteria/E-12/evidence").file(file).param("kind", "NONSENSE")))
                .hasStatus(422);
        var refused = as(
                begun,
                "clerk",
                multipart(page + "/criteria/E-12/evidence")
                        .file(new MockMultipartFile("file", "a.txt", "text/plain", "words".getBytes(UTF_8)))
                        .param("kind", "CONTRACT")
                        .param("title", "清运合同第一页")
                        .param("open", "yes"));
        assertThat(refused).hasStatus(415);
        assertThat(text(refused)).contains("value=\"清运合同第一页\"", "<option value=\"CONTRACT\" selected>");
        assertThat(as(begun, "clerk", post(page + "/criteria/E-99"))).hasStatus(404);
        assertThat(as(begun, "clerk", post(page + "/submission"))).hasStatus(409);
        assertThat(as(begun, "street", post(page + "/submission"))).hasStatus(403);
    }

    @Test
    void everyPageOpensForWhoeverNeedsIt() throws Exception {
        var begun = trial.begin("EXAMPLE-100", EnumSet.allOf(ReviewLevel.class));
        trial.answerAll(begun);
        trial.reviewAll(begun);
        var noticed = trial.giveNotice(begun);
        assertThat(noticed.score()).isEqualByComparingTo("100");
        var city = trial.actor(begun, "city");
        var raised = objections.raise(
                Actor.VISITOR, Ids.next(), begun.id(), new NewObjection("E-08", "通道有堆物", "", "王女士", "13900001111"));
        var sample = samples.commit(city, Ids.next(), begun.cycle().id(), 1);
        samples.draw(city, sample.id());
        var cycle = begun.cycle().id();
        for (var path : List.of(
                "/assessments",
                "/assessments/cycles/" + cycle,
                "/assessments/cycles/" + cycle + "/csv",
                "/assessments/notice?q=" + begun.made().communityCode(),
                "/assessments/samples/" + sample.id(),
                "/assessments/" + begun.id(),
                "/assessments/" + begun.id() + "/objection",
                "/field/assessments",
                "/api/v1/assessment-cycles",
                "/api/v1/assessment-cycles/" + cycle + "/counts",
                "/api/v1/assessments?cycle=" + cycle,
                "/api/v1/assessments/" + begun.id())) {
            assertThat(http.perform(get(path))).as(path).hasStatusOk();
            assertThat(http.perform(get(path).param("lang", "en"))).as(path).hasStatusOk();
        }
        assertThat(text(http.perform(get("/assessments/" + begun.id()))))
                .contains("100.00", "通道有堆物")
                .doesNotContain("王女士", "13900001111");
        assertThat(text(as(begun, "city", get("/work/assessments/" + begun.id()))))
                .contains("王女士", "自评");
        for (var path : List.of(
                "/work/assessments",
                "/work/assessments/csv",
                "/work/assessment-cycles",
                "/work/assessment-cycles/" + cycle,
                "/work/assessments/" + begun.id())) {
            assertThat(as(begun, "city", get(path))).as(path).hasStatusOk();
        }
        assertThat(as(begun, "clerk", get("/work/assessment/" + begun.id()))).hasStatusOk();
        assertThat(as(begun, "assessor1", get("/api/v1/site-checks/kit"))).hasStatusOk();
        assertThat(http.perform(get("/assessments/" + begun.id() + "/evidence/" + raised.id())))
                .hasStatus(404);
    }

    @Test
    void approvalByWhoCompletedItIsRefusedWithWords() throws Exception {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        trial.answerAll(begun);
        var head = trial.actor(begun, "head");
        trial.self().submit(head, begun.id());
        var both = new Actor(
                head.accountId(),
                head.name(),
                Stream.concat(head.grants().stream(), trial.actor(begun, "street").grants().stream())
                        .collect(Collectors.toSet()),
                Set.of(),
                null);

        var answer = http.perform(post("/work/assessments/" + begun.id() + "/review")
                .with(user(new SignedIn("both", "", true, both)))
                .with(csrf())
                .param("move", "APPROVE"));

        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains("您参与了填报或现场核验");
    }

    @Test
    void wrongInputIsAnsweredAndKept() throws Exception {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        var form = as(
                begun,
                "city",
                post("/work/assessment-cycles")
                        .param("year", "二〇二六")
                        .param("nameZh", "春季批次")
                        .param("jurisdiction", begun.made().communityCode())
                        .param("standard", "GC2020"));
        assertThat(form).hasStatus(422);
        assertThat(text(form)).contains("value=\"春季批次\"", "value=\"二〇二六\"");
        for (var body : List.of("{}", "[]", "nonsense", "{\"id\":\"x\"}", "{\"findings\":{\"a\":null}}")) {
            var answer = http.perform(post("/api/v1/site-checks")
                    .with(user(signedIn(begun, "assessor1")))
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body));
            assertThat(answer.getResponse().getStatus()).as(body).isBetween(400, 499);
        }
        assertThat(as(
                        begun,
                        "city",
                        post("/work/assessments/" + begun.id() + "/decision").param("move", "DANCE")))
                .hasStatus(422);
        assertThat(as(
                        begun,
                        "city",
                        post("/work/assessments/" + begun.id() + "/decision").param("move", "SCORE")))
                .hasStatus(409);
        assertThat(as(begun, "street", post("/work/assessments/reviews").param("move", "APPROVE")))
                .hasStatus(422);
        assertThat(as(
                        begun,
                        "street",
                        post("/work/assessments/reviews")
                                .param("move", "APPROVE")
                                .param("id", begun.id().toString())))
                .hasStatusOk();
        assertThat(http.perform(get("/assessments/" + begun.id()))).hasStatus(404);
        assertThat(http.perform(get("/assessments/no-id"))).hasStatus(400);
        assertThat(http.perform(get("/assessments/notice").param("after", "x"))).hasStatus(400);
    }

    private MvcTestResult as(Trial.Begun begun, String who, AbstractMockHttpServletRequestBuilder<?> request) {
        return http.perform(request.with(user(signedIn(begun, who))).with(csrf()));
    }

    private SignedIn signedIn(Trial.Begun begun, String who) {
        return new SignedIn(begun.username(who), "", true, trial.actor(begun, who));
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
