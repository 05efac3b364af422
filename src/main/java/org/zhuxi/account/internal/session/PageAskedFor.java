package org.zhuxi.account.internal.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The page a visitor wanted before he was asked to sign in, kept in a cookie of his own, so that robots leave no rows here.
 * Whole pages only: neither fragments nor what scripts ask for.
 */
@Component
public class PageAskedFor implements RequestCache {

    static final String COOKIE = "zhuxi-next";

    private static final int SECONDS = 900;
    private static final int LONGEST = 1500;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (isPage(request) && isOurs(address)) {
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
            response.addCookie(cookie(text, SECONDS, request));
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            var address = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return isOurs(address) ? new SimpleSavedRequest(address) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Nothing of an earlier request is put into a later one. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            response.addCookie(cookie("", 0, request));
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && accepts != null
                && accepts.contains("text/html");
    }

    /** A path on this server: not //elsewhere, no control characters. */
    private static boolean isOurs(String address) {
        return address.length() <= LONGEST && address.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    }

    private static Cookie cookie(String text, int seconds, HttpServletRequest request) {
        var cookie = new Cookie(COOKIE, text);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
