package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ReportWorld;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Reports by pages and files: what is typed is kept, what is printed equals the figures, bad input never fails the program. */
@ZhuxiTest
@Import(World.class)
class ReportWebTests {

    private final ReportWorld world;
    private final World worlds;
    private final Accounts accounts;
    private final Reports reports;
    private final MockMvcTester http;

    ReportWebTests(
            AutowireCapableBeanFactory beans, World worlds, Accounts accounts, Reports reports, MockMvcTester http) {
        this.world = beans.createBean(ReportWorld.class);
        this.worlds = worlds;
        this.accounts = accounts;
        this.reports = reports;
        this.http = http;
    }

    private MvcTestResult as(String username, AbstractMockHttpServletRequestBuilder<?> request) {
        var person = new SignedIn(username, "", true, accounts.actorOf(username));
        return http.perform(request.with(user(person)).with(csrf()));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aReportIsReadOnScreenAsPdfAsWordAndAsDataWithTheSameNumbers() throws Exception {
        var made = worlds.make(1);
        world.numbers(made.communityCode(), 2022, 4_537, 3_901);
        var begun = reports.begin(ReportWorld.officer(), Ids.next(), made.communityCode(), 2022, Origin.SYNTHETIC);
        reports.write(
                ReportWorld.officer(),
                begun.id(),
                "mechanism",
                0,
                new Names("党组织牵头，{A}个社区达标。", "Led by the Party branch."));
        var report = world.lead(begun, ReportState.PUBLISHED);
        var at = "/reports/" + report.id();

        assertThat(text(http.perform(get(at)))).contains("85.98 %", "3,901", report.rootHash(), "党组织牵头，", "迟交");
        assertThat(text(http.perform(get(at).param("lang", "en")))).contains("Led by the Party branch.", "85.98 %");
        var pdf = http.perform(get(at + "/report.pdf"));
        assertThat(pdf).hasStatusOk();
        assertThat(pdfText(pdf))
                .contains(
                        "85.98 %",
                        "3,901",
                        "4,537",
                        "绿色社区创建行动年度总结评估报告",
                        "党组织牵头",
                        report.rootHash().substring(0, 20));
        assertThat(pdf.getResponse().getContentAsByteArray())
                .isEqualTo(http.perform(get(at + "/report.pdf")).getResponse().getContentAsByteArray());
        var word = http.perform(get(at + "/report.docx"));
        assertThat(wordText(word)).contains("85.98 %", "3,901", "4,537", "总体情况", "党组织牵头，3,901个社区达标。");
        assertThat(text(http.perform(get(at + "/report.json")))).contains("\"F02\"", "85.98", "党组织牵头");
        assertThat(text(http.perform(get(at + "/tables/rates.csv")))).contains("3901,", "4537");
        assertThat(text(http.perform(get("/api/v1/reports").param("place", made.communityCode()))))
                .contains(report.id().toString());
        assertThat(text(http.perform(get("/reports").param("place", made.communityCode()))))
                .contains(at);
    }

    private static String pdfText(MvcTestResult result) throws IOException {
        try (var pdf = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\R", "");
        }
    }

    private static String wordText(MvcTestResult result) throws IOException {
        try (var word = new XWPFDocument(
                        new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
                var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }

    @Test
    void aTypedNumberIsRefusedWithTheCitationToWriteAndTheTextIsKept() {
        var made = worlds.make(1);
        world.numbers(made.communityCode(), 2022, 4_537, 3_901);
        var report = reports.begin(ReportWorld.officer(), Ids.next(), made.communityCode(), 2022, Origin.SYNTHETIC);
        var address = "/office/reports/" + report.id() + "/texts/next";
        var head = made.username("head");

        var refused = as(head, post(address).param("version", "0").param("zh", "明年再创建3901个社区。"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("明年再创建3901个社区。", "{A}");
        var fragment = as(
                head,
                post(address).header("HX-Request", "true").param("version", "0").param("zh", "明年3,901个"));
        assertThat(fragment).hasStatus(422);
        assertThat(text(fragment)).contains("{A}").doesNotContain("<html");
        var saved = as(
                head,
                post(address).header("HX-Request", "true").param("version", "0").param("zh", "明年{A}个社区巩固提升。"));
        assertThat(saved).hasStatusOk();
        assertThat(text(saved))
                .contains("3,901", "name=\"version\" value=\"1\"")
                .doesNotContain("<html");
    }

    @Test
    void aReportGoesFromItsBeginningToTheOfficeAboveByPages() {
        var made = worlds.make(1);
        world.numbers(made.communityCode(), 2022, 10, 6);
        var head = made.username("head");
        var begun = as(
                head,
                post("/office/reports").param("place", made.communityCode()).param("year", "2022"));
        assertThat(begun).hasStatus3xxRedirection();
        var at = Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
        assertThat(text(as(head, get(at)))).contains("开始起草", "已过");
        assertThat(as(head, post(at + "/steps").param("step", "BEGIN"))).hasStatus3xxRedirection();
        assertThat(as(head, post(at + "/steps").param("step", "PRESENT"))).hasStatus3xxRedirection();

        var own = as(head, post(at + "/review").param("step", "APPROVE"));
        assertThat(own).hasStatus(409);
        assertThat(text(own)).contains("送审的人不能自己复核");
        assertThat(as(
                        head,
                        post("/office/reports")
                                .param("place", made.communityCode())
                                .param("year", "2022")))
                .hasStatus(422);
        assertThat(http.perform(get(at.replace("/office", "")))).hasStatus(404);
    }

    @Test
    void anOfficeCallsForReportsSeesWhoIsLateAndExcuses() {
        var made = worlds.make(1);
        var officer = "street-" + made.communityCode();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        officer,
                        null,
                        officer,
                        World.PASSWORD,
                        Set.of(new Grant(Role.STREET_OFFICER, made.street())),
                        Set.of(),
                        Origin.SYNTHETIC)));
        var call = post("/office/deadlines")
                .param("place", made.streetCode())
                .param("what", "ANNUAL")
                .param("year", "2023")
                .param("level", "COMMUNITY")
                .param("day", "2023-10-31");
        assertThat(as(officer, call)).hasStatus3xxRedirection();
        assertThat(text(as(made.username("head"), get("/office/deadlines").param("year", "2023"))))
                .contains("逾期未报", "已报 0 / 应报 0");
        assertThat(text(as(officer, get("/office/deadlines/csv").param("year", "2023"))))
                .contains(made.communityCode() + ",", "OVERDUE");
        assertThat(text(as(made.username("head"), get("/work")))).contains("到期或逾期的报告");
        var wrong = as(
                officer,
                post("/office/deadlines")
                        .param("place", made.streetCode())
                        .param("what", "ANNUAL")
                        .param("year", "2023")
                        .param("level", "COMMUNITY")
                        .param("day", "31.10."));
        assertThat(wrong).hasStatus(422);
        assertThat(text(as(officer, get("/office").param("year", "2023")))).contains("下级地区", "应报");
    }

    @ParameterizedTest
    @CsvSource({
        "/office/reports?year=zwei&state=NONE&q=%25, 200",
        "/office/reports?place=999, 404",
        "/office/reports?after=1, 400",
        "/reports?year=12345678901234567890, 200",
        "/reports?place=x, 404",
        "/reports/0, 400",
        "/office?place=999, 404",
        "/office?year=zwei&sort=NONE, 200",
        "/office/deadlines?what=NICHTS&standing=x&year=0, 200",
        "/screen?place=999, 404",
        "/screen?year=2022, 200",
        "/reports/00000000-0000-7000-8000-000000000001, 404",
        "/reports/00000000-0000-7000-8000-000000000001/report.pdf, 404",
        "/api/v1/reports/00000000-0000-7000-8000-000000000001, 404"
    })
    void badInputIsAnsweredAndNeverFails(String address, int status) {
        var made = worlds.make(1);

        assertThat(as(made.username("head"), get(java.net.URI.create(address)))).hasStatus(status);
    }
}
