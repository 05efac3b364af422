package org.zhuxi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A value is entered, verified by somebody else, published and opened, all by pages; bad input never fails the program. */
@ZhuxiTest
@Import(World.class)
class IndicatorWebTests {

    private final World worlds;
    private final Accounts accounts;
    private final MeasureEntries entries;
    private final Comparisons comparisons;
    private final MockMvcTester http;

    IndicatorWebTests(
            World worlds, Accounts accounts, MeasureEntries entries, Comparisons comparisons, MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.entries = entries;
        this.comparisons = comparisons;
        this.http = http;
    }

    @Test
    void aValueGoesFromTheDeskToThePublicPage() throws Exception {
        var made = worlds.make(1);
        var id = Ids.next();
        assertThat(as(
                        made.username("clerk"),
                        post("/work/indicators")
                                .param("id", id.toString())
                                .param("place", made.communityCode())
                                .param("measure", "facility.lifts")
                                .param("period", "2024-05")
                                .param("value", "70余")
                                .param("evidence", "竣工验收单 3 号")))
                .hasStatus3xxRedirection();
        assertThat(as(made.username("clerk"), post("/work/indicators/" + id + "/verification")))
                .hasStatus(403);
        assertThat(as(made.username("head"), post("/work/indicators/" + id + "/verification")))
                .hasStatus3xxRedirection();
        var published = as(
                made.username("head"),
                post("/work/indicators/figures")
                        .param("indicator", "facility.lifts")
                        .param("place", made.communityCode())
                        .param("period", "2024"));
        assertThat(published).hasStatus3xxRedirection();

        var page = Objects.requireNonNull(published.getResponse().getRedirectedUrl());
        assertThat(text(http.perform(get(page)))).contains("70 以上", "重算一致");
        assertThat(text(http.perform(
                        get(page).param("measure", "facility.lifts").param("place", made.communityCode()))))
                .contains("竣工验收单 3 号", "/indicators/entries/" + id);
        assertThat(text(http.perform(get("/communities/" + made.communityCode()))))
                .contains(page);
        assertThat(text(http.perform(get("/indicators/facility.lifts")
                        .param("place", made.communityCode())
                        .param("period", "2024"))))
                .contains("70 以上", page);
        assertThat(text(http.perform(
                        get("/api/v1/open-data/published-figures.csv").param("place", made.communityCode()))))
                .contains(page.substring("/indicators/figures/".length()));
    }

    @Test
    void aFormKeepsWhatWasTyped() throws Exception {
        var made = worlds.make(1);
        var answer = as(
                made.username("clerk"),
                post("/work/indicators")
                        .param("place", made.communityCode())
                        .param("measure", "facility.lifts")
                        .param("period", "五月")
                        .param("value", "七十")
                        .param("evidence", "验收单"));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("value=\"五月\"", "value=\"七十\"", "value=\"验收单\"", "period-error");
    }

    @Test
    void o42_aChangeOfPercentagesIsInPercentagePointsAndMissingSidesAreCalledSo() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        comparisons.add(head, Ids.next(), line(made.communityCode(), "绿化覆盖率", "40", "41.2"), Origin.SYNTHETIC);
        comparisons.add(head, Ids.next(), line(made.communityCode(), "园林垃圾资源化率", null, "100"), Origin.SYNTHETIC);

        var page = text(http.perform(get("/indicators/comparisons").param("place", made.communityCode())));

        assertThat(page).contains("+1.2 个百分点", "未提供").doesNotContain("+1.2 %");
    }

    private static NewComparison line(String place, String name, @Nullable String before, String after) {
        var nothing = new Names("", "");
        return new NewComparison(
                place,
                "environment",
                new Names(name, name),
                new Names("%", "%"),
                before,
                after,
                null,
                null,
                nothing,
                "《诸暨·宜居之城》");
    }

    @Test
    void targetsRegistersAndComparisonsHaveAnApi() throws Exception {
        var made = worlds.make(1);
        var head = made.username("head");
        var place = made.communityCode();

        var target = "/api/v1/indicator-targets/" + Ids.next();
        assertThat(as(head, put(target), """
                        {"indicator": "waste.sorting.rate", "place": "%s", "kind": "TARGET", "period": "2027", "value": "60.5",
                        "source": "Circular 12"}""".formatted(place)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.value")
                .isEqualTo(60.5);
        assertThat(as(head, post(target + "/withdrawal"), "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.withdrawnAt")
                .isNotNull();
        assertThat(as(head, post(target + "/withdrawal"), "{}")).hasStatus(409);

        var line = "/api/v1/comparisons/" + Ids.next();
        assertThat(as(head, put(line), """
                        {"place": "%s", "topic": "environment", "nameZh": "绿化覆盖率", "unit": "%%", "before": "40", "after": "41.2",
                        "source": "Booklet"}""".formatted(place))).hasStatusOk();
        assertThat(http.perform(get("/api/v1/comparisons").param("place", place)))
                .bodyJson()
                .extractingPath("$.items[0].changeKind")
                .isEqualTo("PERCENTAGE_POINTS");

        var register = "/api/v1/registers/" + Ids.next();
        assertThat(as(head, put(register), """
                        {"place": "%s", "year": "2025", "source": "Street register"}""".formatted(place))).hasStatusOk();
        assertThat(http.perform(get(register)))
                .bodyJson()
                .extractingPath("$.items[0].place")
                .isEqualTo(place);
        assertThat(as(head, put("/api/v1/registers/" + Ids.next()), "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("place");
    }

    @Test
    void theCourseOfAnIndicatorIsAChartAndAFile() throws Exception {
        var made = worlds.make(1);
        var page = text(http.perform(get("/indicators/facility.lifts")
                .param("place", made.communityCode())
                .param("period", "2024")));

        assertThat(page).contains("id=\"chart-course\"");
        assertThat(text(http.perform(get("/indicators/facility.lifts/course.csv")
                        .param("place", made.communityCode())
                        .param("period", "2024-03"))))
                .startsWith("\uFEFFfrom,value,value_mark")
                .contains("2024-03-01");
    }

    @Test
    void aRefusedCorrectionKeepsWhatWasTyped() throws Exception {
        var made = worlds.make(1);
        var head = made.username("head");
        var entry = Ids.next();
        assertThat(as(
                        made.username("clerk"),
                        post("/work/indicators")
                                .param("id", entry.toString())
                                .param("place", made.communityCode())
                                .param("measure", "facility.lifts")
                                .param("period", "2024")
                                .param("value", "3")
                                .param("evidence", "验收单")))
                .hasStatus3xxRedirection();
        assertThat(as(head, post("/work/indicators/" + entry + "/verification")))
                .hasStatus3xxRedirection();
        var figure = Ids.next();
        assertThat(as(
                        head,
                        post("/work/indicators/figures")
                                .param("id", figure.toString())
                                .param("indicator", "facility.lifts")
                                .param("place", made.communityCode())
                                .param("period", "2024")))
                .hasStatus3xxRedirection();

        var answer = as(
                head,
                post("/work/indicators/figures/" + figure + "/correction")
                        .param("noteZh", "名册写错了")
                        .param("noteEn", "wrong register"));

        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains("value=\"名册写错了\"", "value=\"wrong register\"");
    }

    @Test
    void theApiTellsValuesAndWhyThereIsNone() {
        var made = worlds.make(1);

        assertThat(http.perform(get("/api/v1/indicators/waste.sorting.rate/value")
                        .param("place", made.communityCode())
                        .param("period", "2024")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.verified.reason")
                .isEqualTo("MISSING");
        assertThat(http.perform(get("/api/v1/measures"))).hasStatusOk();
        assertThat(entries.measures()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/indicators?place=nowhere, 404",
        "/indicators/none, 404",
        "/indicators/waste.sorting.rate?place=nowhere, 404",
        "/indicators/waste.sorting.rate?period=soon, 200",
        "/indicators/waste.sorting.rate?place=/32/../x, 404",
        "/indicators/waste.sorting.rate/csv?period=2024-13, 200",
        "/indicators/figures?place=x, 404",
        "/indicators/comparisons?after=x, 400",
        "/indicators/registers/00000000-0000-0000-0000-000000000000, 404",
        "/indicators/entries/x, 400",
        "/indicators/figures/00000000-0000-7000-8000-00000000000f, 404",
        "/api/v1/indicators/waste.sorting.rate/value?period=2024-13, 422",
        "/api/v1/figures/00000000-0000-7000-8000-00000000000f/trace?depth=99, 404",
        "/api/v1/published-figures?place=x, 404"
    })
    void badInputIsAnsweredAndNeverFails(String address, int status) {
        assertThat(http.get().uri(java.net.URI.create(address.replace("..", "%2E%2E"))))
                .hasStatus(status);
    }

    private MvcTestResult as(String username, AbstractMockHttpServletRequestBuilder<?> request) {
        var person = new SignedIn(username, "", true, accounts.actorOf(username));
        return http.perform(request.with(user(person)).with(csrf()).locale(Locale.CHINA));
    }

    private MvcTestResult as(String username, MockHttpServletRequestBuilder request, String json) {
        return as(username, request.contentType(MediaType.APPLICATION_JSON).content(json));
    }

    private static String text(MvcTestResult answer) throws Exception {
        assertThat(answer.getResponse().getStatus()).isIn(200, 409, 422);
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Ids that follow from nothing are never found. */
    @Test
    void anUnknownFigureIsNotFound() {
        var id = UUID.randomUUID();
        assertThat(http.get().uri("/indicators/figures/" + id)).hasStatus(404);
        assertThat(http.get().uri("/figures/" + id)).hasRedirectedUrl("/indicators/figures/" + id);
    }
}
