package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Remembers for a year the look that a reader chose with {@code ?type=} or {@code ?theme=}, as {@code ?lang=} is remembered. */
class LookInterceptor implements HandlerInterceptor {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET")) {
            return true;
        }
        var look = Look.of(request);
        if (!look.equals(Look.remembered(request))) {
            var cookie = ResponseCookie.from(Look.COOKIE, look.text())
                    .path("/")
                    .maxAge(REMEMBERED)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .secure(request.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }
}
