package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * How pages look to one person: how large the type is and whether they are dark. A cookie remembers it, so that the server
 * renders every page in it from the first byte.
 */
public record Look(Type type, boolean dark) {

    /** As the design has it: 16 px, light. */
    public static final Look USUAL = new Look(Type.NORMAL, false);

    static final String COOKIE = "look";

    private static final String DARK = "dark";
    private static final String LIGHT = "light";

    /** Sizes of type; all but the first make the elder mode (长辈版): strong contrast, large targets, reading aloud. */
    public enum Type {
        NORMAL,
        LARGE,
        LARGER,
        LARGEST;

        /** As it stands in addresses, the cookie and the style sheet, such as {@code large}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Type> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(type -> type.code().equals(code))
                    .findFirst();
        }
    }

    public boolean isElder() {
        return type != Type.NORMAL;
    }

    /** Name of the theme in the style sheet. */
    public String theme() {
        return dark ? DARK : LIGHT;
    }

    /** The look that a request asks for by {@code ?type=} and {@code ?theme=}, else the one its cookie remembers. */
    static Look of(HttpServletRequest request) {
        var kept = remembered(request);
        var theme = request.getParameter("theme");
        return new Look(
                Type.of(request.getParameter("type")).orElse(kept.type()),
                DARK.equals(theme) || kept.dark() && !LIGHT.equals(theme));
    }

    static Look remembered(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? USUAL : read(cookie.getValue());
    }

    /** As the cookie keeps it, such as {@code large.dark}. */
    String text() {
        return type.code() + "." + theme();
    }

    private static Look read(String text) {
        var parts = text.split("\\.", 2);
        return new Look(Type.of(parts[0]).orElse(Type.NORMAL), parts.length == 2 && parts[1].equals(DARK));
    }
}
