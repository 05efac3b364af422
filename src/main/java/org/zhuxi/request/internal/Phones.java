package org.zhuxi.request.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.RequestRefused;

/** Telephone numbers as people type them. */
public final class Phones {

    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 -]{4,22}");

    private Phones() {}

    /** The number as typed, or empty. @throws RequestRefused.WrongPhone when it is none */
    public static String read(@Nullable String typed) {
        var number = Typed.text(typed);
        if (!number.isEmpty() && !PHONE.matcher(number).matches()) {
            throw new RequestRefused.WrongPhone();
        }
        return number;
    }
}
