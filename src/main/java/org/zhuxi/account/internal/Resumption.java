package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A form that was posted when the session had ended: carried through signing in and then sent again by hand.
 *
 * @param path where it goes; always on this server
 * @param fields what was typed; never a password, never the old form token
 * @param withoutFiles whether files were attached, which cannot be carried
 */
public record Resumption(String path, Map<String, List<String>> fields, boolean withoutFiles) {

    static final String PATH = "resume.path";
    static final String FIELD = "resume.field.";
    static final String FILES = "resume.files";

    private static final String ATTRIBUTE = Resumption.class.getName();

    /** What a refused post carried; empty unless one of our own pages sent it. */
    static Optional<Resumption> ofRefused(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !isFromOurPages(request)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, List.of(values));
            }
        });
        var type = request.getContentType();
        var withFiles = type != null && type.startsWith("multipart/");
        return Optional.of(new Resumption(request.getRequestURI(), fields, withFiles));
    }

    /** What the sign-in form carries along. */
    static Optional<Resumption> carriedBy(HttpServletRequest request) {
        var path = request.getParameter(PATH);
        if (path == null || !path.matches("/[^/\\\\].*")) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), Arrays.asList(values));
            }
        });
        return Optional.of(new Resumption(path, fields, request.getParameter(FILES) != null));
    }

    static Optional<Resumption> keptIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Resumption) session.getAttribute(ATTRIBUTE));
    }

    void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }

    /** By what the browser itself says and a page cannot forge (Fetch Metadata, else the Origin header). */
    static boolean isFromOurPages(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return isOurs(request.getHeader(HttpHeaders.ORIGIN), request);
    }

    /** Whether an address begins with this server's. */
    static boolean isOurs(@Nullable String address, HttpServletRequest request) {
        if (address == null) {
            return false;
        }
        try {
            var authority = URI.create(address).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
