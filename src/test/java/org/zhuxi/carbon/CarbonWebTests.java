package org.zhuxi.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A statement goes from the desk to the public page; bad input never fails the program. */
@ZhuxiTest
@Import(World.class)
class CarbonWebTests {

    private final World worlds;
    private final Accounts accounts;
    private final MockMvcTester http;

    CarbonWebTests(World worlds, Accounts accounts, MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.http = http;
    }

    private MvcTestResult as(String username, AbstractMockHttpServletRequestBuilder<?> request) {
        return http.perform(request.with(user(new SignedIn(username, "", true, accounts.actorOf(username))))
                .with(csrf()));
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static AbstractMockHttpServletRequestBuilder<?> form(World.Made made, String id) {
        return post("/work/carbon")
                .param("id", id)
                .param("place", made.communityCode())
                .param("period", "2024")
                .param("scope", "ORGANICS")
                .param("process", "IPCC_TIER1")
                .param("horizon", "TWENTY_YEARS")
                .param("gwp", "AR5_100")
                .param("climate", "TEMPERATE_WET")
                .param("grid", "grid.cn")
                .param("incineration", "100")
                .param("evidence", "2024 年市容环卫年报")
                .param("unit.FOOD_COMPOSTED", "t")
                .param("quality.FOOD_COMPOSTED", "WEIGHED")
                .param("source.FOOD_COMPOSTED", "称重单 1–12 月");
    }

    @Test
    void aStatementGoesFromTheDeskToThePublicPageAndShowsItsNegativeResult() throws Exception {
        var made = worlds.make(1);
        var id = Ids.next().toString();
        assertThat(as(made.username("clerk"), get("/work/carbon/new"))).hasStatusOk();
        assertThat(as(made.username("clerk"), form(made, id).param("amount.FOOD_COMPOSTED", "12.5")))
                .hasStatus3xxRedirection();
        assertThat(http.perform(get("/carbon/statements/" + id))).hasStatus(404);
        assertThat(as(made.username("clerk"), post("/work/carbon/" + id + "/verification")))
                .hasStatus(403);
        assertThat(as(made.username("head"), post("/work/carbon/" + id + "/verification")))
                .hasStatus3xxRedirection();
        assertThat(as(made.username("head"), post("/work/carbon/" + id + "/publication")))
                .hasStatus3xxRedirection();

        assertThat(text(http.perform(get("/carbon/statements/" + id))))
                .contains("-2,029.4", "照实公布", "一字不差", "compost.ch4.ipcc");
        assertThat(text(http.perform(get("/carbon").param("place", made.communityCode()))))
                .contains("/carbon/statements/" + id, "-2,029.4");
        assertThat(text(http.perform(get("/carbon/csv").param("place", made.communityCode()))))
                .contains(id, "-2029.3");
        assertThat(text(as(made.username("head"), get("/work/carbon")))).contains("/work/carbon/" + id);
    }

    @Test
    void theDocumentIsByteForByteWhatWasHashed() throws Exception {
        var made = worlds.make(1);
        var id = Ids.next().toString();
        as(made.username("clerk"), form(made, id).param("amount.FOOD_COMPOSTED", "3"));
        var clerk = made.username("clerk");

        var bytes = as(clerk, get("/api/v1/carbon/statements/" + id + "/document"))
                .getResponse()
                .getContentAsByteArray();

        assertThat(as(clerk, get("/api/v1/carbon/statements/" + id)))
                .bodyJson()
                .extractingPath("$.hash")
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void aStatementOnPaperSaysWhatItsPageSaysAndIsTheSameEachTime() throws Exception {
        var made = worlds.make(1);
        var id = Ids.next().toString();
        var clerk = made.username("clerk");
        as(clerk, form(made, id).param("amount.FOOD_COMPOSTED", "3"));
        var hash =
                text(as(clerk, get("/api/v1/carbon/statements/" + id))).replaceAll("(?s).*\"hash\":\"(\\w+)\".*", "$1");

        var paper = as(clerk, get("/carbon/statements/" + id + "/statement.pdf"));

        assertThat(paper).hasContentType(MediaType.APPLICATION_PDF);
        try (var pdf = Loader.loadPDF(paper.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(hash, "compost.ch4.ipcc", "2024 年市容环卫年报");
        }
        assertThat(as(clerk, get("/carbon/statements/" + id + "/statement.pdf"))
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(paper.getResponse().getContentAsByteArray());
        assertThat(http.perform(get("/carbon/statements/" + id + "/statement.pdf")))
                .hasStatus(404);
    }

    @Test
    void aFormKeepsWhatWasTyped() throws Exception {
        var made = worlds.make(1);
        var answer = as(
                made.username("clerk"),
                form(made, Ids.next().toString())
                        .param("amount.FOOD_COMPOSTED", "三吨")
                        .param("note", "缺二月"));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("value=\"三吨\"", "缺二月", "2024 年市容环卫年报", "amount.FOOD_COMPOSTED-error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/carbon?after=x",
                "/carbon?place=%27",
                "/carbon?q=%00&place=%00",
                "/api/v1/carbon/footprint?electricity=1e-999999999",
                "/carbon?scope=%27&q=%25",
                "/carbon/statements/x",
                "/carbon/factors?topic=x&q=%00",
                "/carbon/factors/none",
                "/carbon/footprint?electricity=1e9999",
                "/carbon/footprint?gas=-1&persons=0",
                "/carbon/footprint?electricity=99999999999999999999999",
                "/api/v1/carbon/factors/%00",
                "/api/v1/carbon/footprint?electricity=-1",
                "/api/v1/carbon/footprint?electricity=1e999999999",
                "/api/v1/carbon/footprint?persons=x",
                "/api/v1/carbon/statements?place=nowhere",
                "/api/v1/carbon/statements/x/document"
            })
    void badAddressesNeverFailTheProgram(String address) {
        assertThat(http.perform(get(java.net.URI.create(address))).getResponse().getStatus())
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"scope\":\"ORGANICS\"}",
                "{\"scope\":\"ORGANICS\",\"climate\":\"TEMPERATE_WET\",\"inputs\":[null]}",
                "{\"scope\":\"ORGANICS\",\"climate\":\"TEMPERATE_WET\",\"versions\":{\"grid.cn\":null}}",
                "{\"place\":\"$\",\"period\":\"2024\",\"scope\":\"ORGANICS\",\"climate\":\"TEMPERATE_WET\","
                        + "\"baseline\":{\"landfill\":1e999999999},\"inputs\":[{\"line\":\"RESIDUE\",\"amount\":1}]}",
                "{\"place\":\"$\",\"period\":\"2024\",\"scope\":\"ORGANICS\",\"climate\":\"TEMPERATE_WET\",\"baseline\":{\"landfill\":1,"
                        + "\"evidence\":\"x\"},\"inputs\":[{\"line\":\"RESIDUE\",\"amount\":1e999999999,\"source\":\"x\"}]}",
                "{\"place\":\"$\",\"period\":\"2024\",\"scope\":\"ORGANICS\",\"climate\":\"TEMPERATE_WET\",\"baseline\":{\"landfill\":1,"
                        + "\"evidence\":\"x\"},\"inputs\":[{\"line\":\"RESIDUE\",\"amount\":1,\"unit\":\"furlong\",\"source\":\"x\"}]}",
                "not json"
            })
    void badBodiesAreRefusedAndKeepNothing(String body) {
        var made = worlds.make(1);
        var json = body.replace("$", made.communityCode());

        for (var request : new AbstractMockHttpServletRequestBuilder<?>[] {
            post("/api/v1/carbon/what-if"), put("/api/v1/carbon/statements/" + Ids.next())
        }) {
            assertThat(as(
                                    made.username("clerk"),
                                    request.contentType(MediaType.APPLICATION_JSON)
                                            .content(json))
                            .getResponse()
                            .getStatus())
                    .as(json)
                    .isBetween(400, 422);
        }
    }

    @Test
    void theLibraryAndTheMethodsAreOpen() throws Exception {
        assertThat(text(http.perform(get("/carbon/factors").param("q", "grid.cn"))))
                .contains("0.5306", "2023");
        assertThat(text(http.perform(get("/carbon/factors/grid.cn")))).contains("0.5366", "0.5568");
        assertThat(text(http.perform(get("/carbon/factors/csv")))).contains("warm.food.composted");
        assertThat(text(http.perform(get("/carbon/methods")))).contains("TOOL04");
        assertThat(http.perform(get("/api/v1/carbon/methods"))).hasStatusOk();
        assertThat(text(http.perform(get("/carbon/footprint")
                        .param("electricity", "210")
                        .param("gas", "15")
                        .param("water", "12"))))
                .contains("147.9");
    }
}
