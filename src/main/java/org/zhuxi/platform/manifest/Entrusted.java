package org.zhuxi.platform.manifest;

/**
 * Something on a person's own pages that another may do in his name, if he agreed to that (代办). What no module names here
 * stays the person's own.
 *
 * @param scope what is agreed to, such as {@code shop}; its words are the message {@code entrusted.<scope>}
 * @param action what is done, such as {@code order}; its words are the message {@code entrusted.<scope>.<action>}
 * @param method {@code GET} or {@code POST}
 * @param path pattern of its address, such as {@code /me/shop/redemptions/{id}}
 */
public record Entrusted(String scope, String action, String method, String path) {

    /** What every consent holds: looking. */
    public static final String LOOK = "look";

    public static Entrusted look(String action, String path) {
        return new Entrusted(LOOK, action, "GET", path);
    }

    /** Message key of what was done. */
    public String label() {
        return label(scope) + "." + action;
    }

    /** Message key of a scope. */
    public static String label(String scope) {
        return "entrusted." + scope;
    }
}
