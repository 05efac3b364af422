package org.zhuxi.project.internal;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.project.ProjectRefused;

/** Checks what was typed: there when it must be, and not too long. */
public final class Texts {

    private static final int QUANTITY_DIGITS = 12;
    private static final int QUANTITY_DECIMALS = 2;

    private Texts() {}

    /** Words that may be left out, without blanks around. */
    public static String optional(String field, @Nullable String typed, int most) {
        var words = Objects.requireNonNullElse(typed, "").strip();
        if (words.length() > most || words.indexOf('\0') >= 0) {
            throw new ProjectRefused.TooLong(field, most);
        }
        return words;
    }

    /** Words that must be there. */
    public static String required(String field, @Nullable String typed, int most) {
        var words = optional(field, typed, most);
        if (words.isEmpty()) {
            throw new ProjectRefused.Missing(field);
        }
        return words;
    }

    /** Words in both languages; the Chinese stand for the English when these are left out. */
    public static Names names(String field, @Nullable Names typed, int most) {
        var zh = required(field + "Zh", typed == null ? null : typed.zh(), most);
        var en = optional(field + "En", typed == null ? null : typed.en(), most);
        return new Names(zh, en.isEmpty() ? zh : en);
    }

    /** As {@link #names}, but both may be left out. */
    public static Names optionalNames(String field, @Nullable Names typed, int most) {
        var isThere = typed != null && typed.zh() != null && !typed.zh().isBlank();
        return isThere ? names(field, typed, most) : new Names("", "");
    }

    /** What must be there. */
    public static <T> T required(String field, @Nullable T typed) {
        if (typed == null) {
            throw new ProjectRefused.Missing(field);
        }
        return typed;
    }

    /** A count that is not negative. */
    public static int count(String field, @Nullable Integer typed) {
        if (typed == null) {
            return 0;
        }
        if (typed < 0 || typed > 1_000_000) {
            throw new ProjectRefused.Unreadable(field);
        }
        return typed;
    }

    /** A quantity with at most two decimals, more than zero. */
    public static @Nullable BigDecimal quantity(String field, @Nullable BigDecimal typed) {
        if (typed == null) {
            return null;
        }
        var plain = typed.stripTrailingZeros();
        if (plain.signum() <= 0
                || plain.scale() > QUANTITY_DECIMALS
                || plain.precision() - plain.scale() > QUANTITY_DIGITS) {
            throw new ProjectRefused.Unreadable(field);
        }
        return typed;
    }

    /** An amount of money in fen, more than zero. */
    public static long fen(String field, @Nullable Long typed) {
        var fen = required(field, typed);
        if (fen <= 0 || fen > 100_000_000_000_000L) {
            throw new ProjectRefused.Unreadable(field);
        }
        return fen;
    }
}
