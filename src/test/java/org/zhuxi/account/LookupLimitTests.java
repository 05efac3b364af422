package org.zhuxi.account;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.testing.FormToken;
import org.zhuxi.testing.ZhuxiTest;

/** Codes are not found by trying, and whatever is wrong with an address is said on a page of ours. */
@ZhuxiTest
class LookupLimitTests {

    private static final int FREE = 30;

    private final MockMvc web;

    LookupLimitTests(MockMvc web) {
        this.web = web;
    }

    @Test
    void anAddressThatTriesManyCodesHasToWait() throws Exception {
        for (int i = 0; i < FREE; i++) {
            web.perform(plate(i, "203.0.113.7")).andExpect(status().isNotFound());
        }

        web.perform(plate(FREE, "203.0.113.7").param("lang", "en"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", matchesPattern("[1-9]\\d*")))
                .andExpect(content().string(containsString("Compare the code with the plate")));
        web.perform(get("/api/v1/hour-certificates/by-code")
                        .header(CodeAddress.HEADER, "NOSUCH")
                        .with(from("203.0.113.7")))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().contentType("application/problem+json"));
        web.perform(plate(FREE, "203.0.113.8")).andExpect(status().isNotFound());
        web.perform(get("/stations").with(from("203.0.113.7"))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({"zh, 没有找到", "en, Not found"})
    void anErrorPageOpenedByHandIsOurs(String language, String title) throws Exception {
        web.perform(get("/error").param("lang", language))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("<h1>" + title + "</h1>")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, This request could not be understood",
        "405, 405, Not possible here",
        "403, 403, Not allowed",
        "418, 400, This request could not be understood",
        "500, 500, Something broke"
    })
    void whatFailedBeforeAnyControllerIsToldOnOurPage(int code, int told, String title) throws Exception {
        web.perform(get("/error").param("lang", "en").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code))
                .andExpect(status().is(told))
                .andExpect(content().string(containsString("<h1>" + title + "</h1>")));
    }

    @Test
    void theWrongWayToAskIsToldInBothLanguages() throws Exception {
        web.perform(post("/stations").with(FormToken.csrf()).header("Accept-Language", "en"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(content().string(containsString("<h1>Not possible here</h1>")));
        web.perform(post("/stations").with(FormToken.csrf()))
                .andExpect(content().string(containsString("<h1>不支持这样做</h1>")));
    }

    private static MockHttpServletRequestBuilder plate(int number, String address) {
        return post("/q").param("code", "NOSUCH%03d".formatted(number)).with(from(address));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
