package org.zhuxi.testing;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The form token as a browser sends it: a cookie, and the same value masked in the form. Spring's own {@code csrf()} would
 * swap the token store of the shared context for one in the session, for every test that comes after.
 */
public final class FormToken {

    private static final String TOKEN = "0f6d2a52-1c0e-4a7b-9d55-5a1de57a0c11";

    private FormToken() {}

    public static RequestPostProcessor csrf() {
        return request -> {
            var before = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
            request.setCookies(Stream.concat(Arrays.stream(before), Stream.of(new Cookie("zhuxi-form", TOKEN)))
                    .toArray(Cookie[]::new));
            request.setParameter("_csrf", masked());
            return request;
        };
    }

    /** A mask and the masked token, as {@code XorCsrfTokenRequestAttributeHandler} expects; the mask is all zeros here. */
    private static String masked() {
        var token = TOKEN.getBytes(StandardCharsets.UTF_8);
        var both = new byte[2 * token.length];
        System.arraycopy(token, 0, both, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }
}
