package org.zhuxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LookTests {

    @ParameterizedTest(name = "cookie {0} with type={1} and theme={2} is {3}")
    @CsvSource({
        ",,,normal.light",
        "large.dark,,,large.dark",
        "large.dark,normal,,normal.dark",
        "large.dark,,light,large.light",
        "nonsense,,,normal.light",
        "larger.pink,huge,blue,larger.light",
    })
    void followsTheAddressThenTheCookie(
            @Nullable String cookie, @Nullable String type, @Nullable String theme, String look) {
        assertThat(Look.of(request(cookie, type, theme)).text()).isEqualTo(look);
    }

    @Test
    void remembersAChoiceForAYear() {
        var response = new MockHttpServletResponse();

        new LookInterceptor().preHandle(request("normal.dark", "large", null), response, this);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("look=large.dark;")
                .contains("Max-Age=31536000", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void setsNoCookieWhenNothingChanges() {
        var response = new MockHttpServletResponse();

        new LookInterceptor().preHandle(request("large.dark", "large", null), response, this);
        new LookInterceptor().preHandle(request(null, "paper", null), response, this);

        assertThat(response.getHeaderNames()).isEmpty();
    }

    private static MockHttpServletRequest request(
            @Nullable String cookie, @Nullable String type, @Nullable String theme) {
        var request = new MockHttpServletRequest("GET", "/");
        if (cookie != null) {
            request.setCookies(new Cookie("look", cookie));
        }
        if (type != null) {
            request.setParameter("type", type);
        }
        if (theme != null) {
            request.setParameter("theme", theme);
        }
        return request;
    }
}
