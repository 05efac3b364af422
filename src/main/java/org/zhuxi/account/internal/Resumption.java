package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.zhuxi.account.internal.session.SessionPeople;

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

    private static final String ATTRIBUTE = "resumption";

    /** In characters; longer forms are not kept in a session. */
    private static final int LARGEST = 100_000;

    /** What a refused post carried; empty unless one of our own pages sent it. */
    static Optional<Resumption> ofRefused(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !isFromOurPages(request)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !isSecret(request.getRequestURI(), name)) {
                fields.put(name, List.of(values));
            }
        });
        var type = request.getContentType();
        var withFiles = type != null && type.startsWith("multipart/");
        return Optional.of(new Resumption(request.getRequestURI(), fields, withFiles));
    }

    /** Codes open something for those who have them, except where staff give codes to things. */
    private static boolean isSecret(String path, String field) {
        var name = field.toLowerCase(Locale.ROOT);
        return name.contains("password")
                || name.equals("pin")
                || name.equals("current")
                || name.equals("repeated")
                || name.equals("code") && !path.startsWith("/work/") && !path.startsWith("/office/");
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
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String text
                ? Optional.of(read(text))
                : Optional.empty();
    }

    void keepIn(HttpServletRequest request) {
        var text = text();
        if (text.length() <= LARGEST) {
            SessionPeople.keepBriefly(request, ATTRIBUTE, text);
        }
    }

    /** An address with the fields as its query, behind a mark for files: what a session keeps. */
    private String text() {
        var query = new StringJoiner("&");
        fields.forEach((name, values) -> values.forEach(value -> query.add(encoded(name) + "=" + encoded(value))));
        return (withoutFiles ? "files " : "whole ") + path + "?" + query;
    }

    private static Resumption read(String text) {
        var end = text.indexOf('?');
        var fields = new LinkedHashMap<String, List<String>>();
        for (var field : text.substring(end + 1).split("&", -1)) {
            var parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.computeIfAbsent(decoded(parts[0]), any -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
        }
        return new Resumption(text.substring(text.indexOf(' ') + 1, end), fields, text.startsWith("files "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
