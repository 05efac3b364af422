package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Practices that others can take over. */
@ZhuxiTest
@Import(World.class)
class PracticeCaseTests {

    private static final Names NOTHING = new Names("", "");

    private final World worlds;
    private final PracticeCases cases;
    private final Accounts accounts;
    private final Places places;
    private final MockMvcTester http;

    PracticeCaseTests(World worlds, PracticeCases cases, Accounts accounts, Places places, MockMvcTester http) {
        this.worlds = worlds;
        this.cases = cases;
        this.accounts = accounts;
        this.places = places;
        this.http = http;
    }

    private static NewPracticeCase typed(World.Made made, String title) {
        return new NewPracticeCase(made.communityCode(), new Names(title, ""), NOTHING, 2023, "试 第 2 页");
    }

    @Test
    void aCaseIsEnteredOnceFoundCountedAndTakenBack() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var id = Ids.next();

        var first = cases.add(head, id, typed(made, "雨水花园"), Origin.RECORDED);
        assertThat(cases.add(head, id, typed(made, "别的题目"), Origin.RECORDED)).isEqualTo(first);
        cases.add(head, Ids.next(), typed(made, "旧物角"), Origin.RECORDED);

        assertThat(first.title().en()).isEqualTo("雨水花园");
        assertThat(cases.list(made.path(), null, "花园", 10, null).items()).containsExactly(first);
        assertThat(cases.list(made.path(), 2022, "", 10, null).items()).isEmpty();
        var page = cases.list(made.path(), null, "", 1, null);
        assertThat(page.items()).hasSize(1);
        assertThat(cases.list(
                                made.path(),
                                null,
                                "",
                                1,
                                java.util.UUID.fromString(java.util.Objects.requireNonNull(page.next())))
                        .items())
                .hasSize(1)
                .doesNotContainAnyElementsOf(page.items());
        var street = places.findByPath(made.street()).orElseThrow();
        assertThat(cases.counts(street.path()))
                .filteredOn(one -> one.place().code().equals(made.communityCode()))
                .extracting(PracticeCases.Count::cases)
                .containsExactly(2L);

        assertThat(cases.withdraw(head, id).withdrawn()).isTrue();
        assertThat(cases.list(made.path(), null, "花园", 10, null).items()).isEmpty();
        assertThatThrownBy(() -> cases.withdraw(head, id)).isInstanceOf(ReportRefused.WrongStep.class);
    }

    @Test
    void aLongListGoesOnWhereItStopped() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        for (var i = 1; i <= 21; i++) {
            cases.add(head, Ids.next(), typed(made, "第" + i + "例"), Origin.RECORDED);
        }
        var page = http.perform(
                        get("/cases").param("place", made.communityCode()).param("year", "2023"))
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("第20例").doesNotContain("第21例");
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertThat(next.find()).isTrue();
        assertThat(http.perform(get(URI.create(next.group(1).replace("&amp;", "&")))))
                .hasStatusOk()
                .bodyText()
                .contains("第21例")
                .doesNotContain("第20例", "rel=\"next\"");
    }

    @Test
    void whoMayNotWriteReportsEntersNoCase() {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        assertThatThrownBy(() -> cases.add(resident, Ids.next(), typed(made, "题"), Origin.RECORDED))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void aFormWithAFaultKeepsWhatWasTyped() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        assertThatThrownBy(() -> cases.add(
                        head,
                        Ids.next(),
                        new NewPracticeCase(made.communityCode(), new Names("", ""), NOTHING, 2023, "试"),
                        Origin.RECORDED))
                .isInstanceOf(ReportRefused.Length.class);
        assertThat(http.perform(
                        get("/cases").param("place", made.communityCode()).param("q", "<b>")))
                .hasStatusOk()
                .bodyText()
                .contains("没有找到案例");
        assertThat(http.perform(get("/api/v1/cases").param("place", "no-place")))
                .hasStatus(404);
        var person = new SignedIn(made.username("head"), "", true, head);
        assertThat(http.perform(post("/office/cases")
                        .with(csrf())
                        .with(user(person))
                        .param("place", made.communityCode())
                        .param("year", "2023")
                        .param("titleZh", "")
                        .param("source", "一份来源")))
                .hasStatus(422)
                .bodyText()
                .contains("一份来源");
    }
}
