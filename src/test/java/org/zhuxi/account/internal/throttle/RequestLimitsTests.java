package org.zhuxi.account.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.servlet.LocaleResolver;
import org.zhuxi.platform.web.ProblemWriter;
import org.zhuxi.testing.ZhuxiTest;

/** A token that nobody gave out is a request of its address, however many different ones are made up. */
@ZhuxiTest
class RequestLimitsTests {

    private static final String VALID = "Bearer zx_valid";
    private static final int OF_A_TOKEN = 3;
    private static final int OF_AN_ADDRESS = 2;

    private static final FilterChain KNOWS_ONE_TOKEN = (request, response) -> {
        var token = ((jakarta.servlet.http.HttpServletRequest) request).getHeader("Authorization");
        if (token != null && !token.equals(VALID)) {
            ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    };

    private final ProblemWriter problems;
    private final LocaleResolver locales;
    private final FilterChainProxy chains;
    private RequestLimits limits;

    RequestLimitsTests(ProblemWriter problems, LocaleResolver locales, FilterChainProxy chains) {
        this.problems = problems;
        this.locales = locales;
        this.chains = chains;
        limits = fresh();
    }

    @BeforeEach
    void begin() {
        limits = fresh();
    }

    private RequestLimits fresh() {
        return new RequestLimits(new ApiSettings(OF_A_TOKEN, OF_AN_ADDRESS), problems, locales);
    }

    @Test
    void countsMadeUpTokensByTheirAddress() throws Exception {
        var answers = List.of(ask("Bearer zx_1"), ask("Bearer zx_2"), ask("Bearer zx_3"), ask("Bearer zx_4"));

        assertThat(answers).containsExactly(401, 401, 429, 429);
    }

    @Test
    void givesAValidTokenAnAllowanceOfItsOwn() throws Exception {
        assertThat(List.of(ask(VALID), ask(VALID), ask(VALID), ask(VALID))).containsExactly(200, 200, 200, 429);
        assertThat(ask(null)).as("the address has one left").isEqualTo(200);
        assertThat(ask(null)).isEqualTo(429);
    }

    @Test
    void standsBeforeEveryServiceForPrograms() {
        assertThat(List.of("/api/v1/places", "/sta/v1.1/Things"))
                .allSatisfy(
                        path -> assertThat(chains.getFilters(path)).hasAtLeastOneElementOfType(RequestLimits.class));
    }

    private int ask(@org.jspecify.annotations.Nullable String token) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/v1/places");
        if (token != null) {
            request.addHeader("Authorization", token);
        }
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, KNOWS_ONE_TOKEN);
        return response.getStatus();
    }
}
