package org.zhuxi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Over TLS every cookie of ours carries the prefix {@code __Host-}, which browsers give to this very host and to nobody beside
 * it (RFC 6265bis); inside the program it has none. Cookies without it are not read there: a neighbouring host or plain HTTP
 * may have set them. On plain HTTP, where browsers refuse the prefix, the names stay.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // behind the one that believes a proxy, before sessions
class HostCookies extends OncePerRequestFilter {

    private static final String PREFIX = "__Host-";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure() && WebUtils.getNativeRequest(request, Incoming.class) == null) {
            chain.doFilter(new Incoming(request), new Outgoing(response));
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class Incoming extends HttpServletRequestWrapper {

        Incoming(HttpServletRequest request) {
            super(request);
        }

        @Override
        @SuppressWarnings("NullAway") // null is how the interface says that there is none
        public Cookie @Nullable [] getCookies() {
            var cookies = super.getCookies();
            return cookies == null
                    ? null
                    : Arrays.stream(cookies)
                            .filter(cookie -> cookie.getName().startsWith(PREFIX))
                            .map(cookie -> new Cookie(cookie.getName().substring(PREFIX.length()), cookie.getValue()))
                            .toArray(Cookie[]::new);
        }
    }

    private static final class Outgoing extends HttpServletResponseWrapper {

        Outgoing(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            var prefixed = new Cookie(PREFIX + cookie.getName(), cookie.getValue());
            cookie.getAttributes().forEach(prefixed::setAttribute);
            prefixed.setAttribute("Domain", null);
            prefixed.setPath("/");
            prefixed.setSecure(true);
            super.addCookie(prefixed);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, isCookie(name) ? prefixed(value) : value);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, isCookie(name) ? prefixed(value) : value);
        }

        private static boolean isCookie(String header) {
            return header.equalsIgnoreCase(HttpHeaders.SET_COOKIE);
        }

        private static String prefixed(String cookie) {
            var kept = Stream.of(cookie.split(";", -1))
                    .map(String::strip)
                    .filter(part -> !part.matches("(?i)(path|domain)=.*|secure"));
            return Stream.concat(kept, Stream.of("Path=/", "Secure")).collect(Collectors.joining("; ", PREFIX, ""));
        }
    }
}
