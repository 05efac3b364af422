package org.zhuxi.compost;

import java.util.List;

/**
 * What to do about a unit today; its words are {@code compost.advice.<code>}, why and after whom {@code compost.advice.<code>.why}.
 *
 * @param urgent whether it should not wait until tomorrow
 * @param arguments numbers involved
 */
public record Advice(String code, boolean urgent, List<Object> arguments) {

    public Advice {
        arguments = List.copyOf(arguments);
    }

    public static Advice now(String code, Object... arguments) {
        return new Advice(code, true, List.of(arguments));
    }

    public static Advice soon(String code, Object... arguments) {
        return new Advice(code, false, List.of(arguments));
    }
}
