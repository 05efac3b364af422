package org.zhuxi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A standard is written by forms: through the same checks as its text, with errors beside the field. */
@ZhuxiTest
@Import(World.class)
class StandardEditorTests {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private final Standards standards;
    private final StandardDrafts drafts;
    private final MockMvcTester http;
    private final World.Made made;
    private final String officer;
    private final Actor actor;

    StandardEditorTests(
            Standards standards, StandardDrafts drafts, MockMvcTester http, World worlds, Accounts accounts) {
        this.standards = standards;
        this.drafts = drafts;
        this.http = http;
        made = worlds.make(1);
        officer = "editor-" + NUMBER.incrementAndGet();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        officer,
                        null,
                        "街镇干部",
                        World.PASSWORD,
                        Set.of(new Grant(Role.STREET_OFFICER, made.path())),
                        Set.of(),
                        Origin.SYNTHETIC)));
        actor = accounts.actorOf(officer);
    }

    private String begin(String from, String name) {
        var code = name + "-" + made.communityCode();
        drafts.begin(actor, new NewStandard(from, 1, code, made.communityCode()), Origin.SYNTHETIC);
        return code;
    }

    private static String page(String code) {
        return "/work/standards/" + code + "/1";
    }

    private StandardDraft draft(String code) {
        return drafts.get(actor, code, 1);
    }

    private MvcTestResult as(AbstractMockHttpServletRequestBuilder<?> request) {
        var person = new SignedIn(officer, "", true, actor);
        return http.perform(request.with(user(person)).with(csrf()).locale(Locale.CHINA));
    }

    private MockHttpServletRequestBuilder form(String code, String path) {
        return post(page(code) + path)
                .param("revision", String.valueOf(draft(code).revision()));
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void everyCriterionHasItsFormWithWhatStandsInTheText() throws Exception {
        var code = begin("EXAMPLE-100", "FORM");

        assertThat(text(as(get(page(code))))).contains("条款（20 条）", "E-12", "← GC2020-12", "一票否决");
        assertThat(text(as(get(page(code) + "/criteria/12"))))
                .contains("value=\"E-12\"", "name=\"points.steps[2].from\"", "value=\"90\"");
        assertThat(text(as(get(page(code) + "/criteria/17")))).contains("#{register.communities}");
        assertThat(as(get(page(code) + "/criteria/21"))).hasStatus(404);
        assertThat(as(get(page(code) + "/criteria/new"))).hasStatusOk();
        assertThat(text(as(get(page(code) + "/frame")))).contains("value=\"GC2020\"", "value=\"70\"");
    }

    @Test
    void aCriterionIsAddedWithEverythingAFormHasAndPublishedFromADay() throws Exception {
        var code = begin("GC2020", "ADD");
        var added = as(form(code, "/criteria")
                .param("code", "X-17")
                .param("position", "2")
                .param("area", "culture")
                .param("names.zh", "开放日")
                .param("names.en", "Open days")
                .param("role", "REQUIRED")
                .param("check.kind", "MEASURE")
                .param("check.of", "#{training.sessions}")
                .param("check.threshold.op", "GE")
                .param("check.threshold.value", "2")
                .param("check.threshold.unit", "次")
                .param("check.threshold.word", "不少于")
                .param("applicability.kind", "CERTIFIED_ZERO")
                .param("applicability.names.zh", "没有场地")
                .param("applicability.names.en", "No place for it")
                .param("onNotApplicable", "EXCLUDE_AND_RESCALE")
                .param("evidence[0].kind", "PHOTO")
                .param("evidence[0].min", "2")
                .param("evidence[0].maxAgeDays", "365")
                .param("evidence[0].mustShowDate", "true")
                .param("lookBackMonths", "12")
                .param("verifiedBy", "SITE")
                .param("covers", "GC2020-13", "GC2020-14")
                .param("supply.roles", "COMMUNITY_CLERK")
                .param("supply.names.zh", "上传照片")
                .param("supply.names.en", "Upload photos")
                .param("supply.path", "/work/activities"));
        assertThat(added).hasRedirectedUrl(page(code) + "#criteria");
        assertThat(draft(code).faults()).isEmpty();

        assertThat(as(post(page(code) + "/publication").param("effectiveFrom", "nie")))
                .hasStatus(422);
        assertThat(as(post(page(code) + "/publication").param("effectiveFrom", "2027-01-01")))
                .hasRedirectedUrl("/standards/" + code + "?version=1");
        var published = standards.get(code, 1);
        assertThat(published.effectiveFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(published.criteria()).hasSize(17);
        var criterion = published.criteria().get(1);
        assertThat(criterion.code()).isEqualTo("X-17");
        assertThat(criterion.covers()).containsExactly("GC2020-13", "GC2020-14");
        assertThat(criterion.evidence()).containsExactly(new EvidenceRule(EvidenceKind.PHOTO, 2, 365, false, true));
        assertThat(criterion.applicability()).isInstanceOf(Applicability.CertifiedZero.class);
        assertThat(criterion.onNotApplicable()).isEqualTo(Criterion.OnNotApplicable.EXCLUDE_AND_RESCALE);
        assertThat(criterion.lookBackMonths()).isEqualTo(12);
        assertThat(Objects.requireNonNull(criterion.threshold()).value()).isEqualByComparingTo(BigDecimal.TWO);
    }

    @Test
    void aWrongFieldIsNamedBesideItAndNothingIsKept() throws Exception {
        var code = begin("GC2020", "WRONG");
        var before = draft(code).text();
        var wrong = as(form(code, "/criteria/3")
                .param("code", "GC2020-03")
                .param("area", "mechanism")
                .param("names.zh", "设计师进社区")
                .param("names.en", "Designers come")
                .param("role", "REQUIRED")
                .param("check.kind", "MEASURE")
                .param("check.of", "#{no.such.measure}")
                .param("check.threshold.op", "GE")
                .param("check.threshold.value", "viel")
                .param("check.threshold.unit", "次")
                .param("check.threshold.word", "超过")
                .param("supply.roles", "COMMUNITY_CLERK")
                .param("supply.names.zh", "填报")
                .param("supply.names.en", "Enter")
                .param("supply.path", "http://elsewhere")
                .param("indicator", "no.such.indicator"));

        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains("check.threshold.value-error", "“viel”不是数")
                .contains("check.threshold.word-error", "“超过”与 GE 不符")
                .contains("check.of-error", "supply.path-error", "indicator-error")
                .contains("value=\"viel\"");
        assertThat(draft(code).text()).isEqualTo(before);
    }

    @Test
    void aCriterionTakenOutLeavesANationalOneOpenAndThatIsNotPublished() throws Exception {
        var code = begin("GC2020", "OPEN");
        var removed = as(post(page(code) + "/criteria/15/removal")
                .param("revision", String.valueOf(draft(code).revision())));
        assertThat(removed).hasRedirectedUrl(page(code) + "#criteria");

        assertThat(text(as(get(page(code))))).contains("国家标准的这些条没有落实：GC2020-15", "条款（15 条）");
        assertThat(as(post(page(code) + "/publication").param("effectiveFrom", "2027-01-01")))
                .hasStatus(422);

        var covered = as(inherited(form(code, "/criteria/14"), "GC2020-14").param("covers", "GC2020-14", "GC2020-15"));
        assertThat(covered).hasRedirectedUrl(page(code) + "#criteria");
        assertThat(draft(code).faults()).isEmpty();
    }

    /** A criterion that says only from which one it stands. */
    private static MockHttpServletRequestBuilder inherited(MockHttpServletRequestBuilder form, String from) {
        return form.param("code", from).param("from", from).param("role", "REQUIRED");
    }

    @Test
    void aStandardThatRefinesItselfInACircleIsRefusedAtItsParent() throws Exception {
        var upper = begin("GC2020", "UPPER");
        drafts.publish(actor, upper, 1);
        var lower = begin("GC2020", "LOWER");
        assertThat(as(frame(lower, 1, upper))).hasRedirectedUrl(page(lower) + "#criteria");
        drafts.publish(actor, lower, 1);
        drafts.begin(actor, new NewStandard(upper, 1, upper, made.communityCode()), Origin.SYNTHETIC);
        var before = drafts.get(actor, upper, 2).text();

        var circle = as(frame(upper, 2, lower));

        assertThat(circle).hasStatus(422);
        assertThat(text(circle)).contains("parent-error", "互相引用成了圈");
        assertThat(drafts.get(actor, upper, 2).text()).isEqualTo(before);
    }

    private MockHttpServletRequestBuilder frame(String code, int version, String parent) {
        var frame = post("/work/standards/" + code + "/" + version + "/frame")
                .param(
                        "revision",
                        String.valueOf(drafts.get(actor, code, version).revision()))
                .param("names.zh", "试")
                .param("names.en", "Trial")
                .param("source", "试")
                .param("effectiveFrom", "2027-01-01")
                .param("passRule.kind", "ALL_MET")
                .param("parent", parent)
                .param("parentVersion", "1");
        areas(frame);
        return frame;
    }

    private static void areas(MockHttpServletRequestBuilder frame) {
        var codes = List.of("mechanism", "infrastructure", "environment", "smart", "culture");
        for (var i = 0; i < codes.size(); i++) {
            frame.param("areas[" + i + "].code", codes.get(i))
                    .param("areas[" + i + "].names.zh", codes.get(i))
                    .param("areas[" + i + "].names.en", codes.get(i));
        }
    }

    @Test
    void twoWhoWriteAtOnceDoNotOverwriteEachOther() throws Exception {
        var code = begin("GC2020", "TWO");
        var first = draft(code).revision();
        assertThat(as(form(code, "/criteria/16/removal"))).hasStatus(302);

        var late = as(post(page(code) + "/criteria/15")
                .param("revision", String.valueOf(first))
                .param("code", "GC2020-15"));
        assertThat(late).hasStatus(409);
        assertThat(text(late)).contains("value=\"GC2020-15\"");
        assertThat(as(post(page(code) + "/criteria/15/removal").param("revision", String.valueOf(first))))
                .hasStatus(409);
        assertThat(as(post(page(code) + "/frame").param("revision", String.valueOf(first))))
                .hasStatus(409);
    }

    @Test
    void aTextThatIsNoYamlIsMendedAsATextFirst() throws Exception {
        var code = begin("GC2020", "BROKEN");
        drafts.edit(actor, code, 1, draft(code).revision(), "criteria: [");

        assertThat(as(get(page(code) + "/criteria/new"))).hasStatus(409);
        assertThat(text(as(get(page(code))))).contains("还没有能在表单里改的条款");
    }

    @Test
    void thePublishedOneIsTheStartOfTheNextAndTheDifferenceIsShown() throws Exception {
        var code = begin("GC2020", "NEXT");
        drafts.publish(actor, code, 1);
        assertThat(text(as(get(page(code))))).contains("起草下一版");
        assertThat(as(post("/work/standards")
                        .param("from", code + " 1")
                        .param("code", code)
                        .param("jurisdiction", made.communityCode())))
                .hasRedirectedUrl("/work/standards/" + code + "/2");
        var next = "/work/standards/" + code + "/2";
        assertThat(as(post(next + "/criteria/1/removal").param("revision", "1")))
                .hasStatus(302);
        assertThat(as(inherited(post(next + "/criteria/1").param("revision", "2"), "GC2020-02")
                        .param("covers", "GC2020-01", "GC2020-02")))
                .hasStatus(302);

        assertThat(drafts.get(actor, code, 2).faults()).isEmpty();
        assertThat(text(as(get(next)))).contains("与上一版的不同", "GC2020-01", "对应国家条款");
    }
}
