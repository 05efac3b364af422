package org.zhuxi.kernel;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed into a field; full-width digits and signs count as the plain ones. */
public final class Typed {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;

    private Typed() {}

    /** Without the blanks around; empty when nothing was typed. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /**
     * Words that may be left out.
     *
     * @throws Mistyped.TooLong when there are more characters than that
     */
    public static String optional(String field, @Nullable String typed, int most) {
        var words = text(typed);
        if (words.length() > most || words.indexOf('\0') >= 0) {
            throw new Mistyped.TooLong(field, most);
        }
        return words;
    }

    /**
     * Words that must be there.
     *
     * @throws Mistyped unless there are between 1 and so many characters
     */
    public static String words(String field, @Nullable String typed, int most) {
        var words = optional(field, typed, most);
        if (words.isEmpty()) {
            throw new Mistyped.Missing(field);
        }
        return words;
    }

    /** Words in both languages, from the fields {@code <field>Zh} and {@code <field>En}; Chinese stands for missing English. */
    public static Names names(String field, @Nullable String zh, @Nullable String en, int most) {
        var chinese = words(field + "Zh", zh, most);
        var english = optional(field + "En", en, most);
        return new Names(chinese, english.isEmpty() ? chinese : english);
    }

    /** What must be there. */
    public static <T> T required(String field, @Nullable T typed) {
        if (typed == null) {
            throw new Mistyped.Missing(field);
        }
        return typed;
    }

    /**
     * A whole number within limits.
     *
     * @throws Mistyped when it is none, or lies outside
     */
    public static long whole(String field, @Nullable String typed, long least, long most) {
        var text = plain(typed).replace(",", "");
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new Mistyped.NoNumber(field);
        }
        return within(field, Long.parseLong(text), least, most);
    }

    /** The number, when it lies within limits. @throws Mistyped.OutOfRange otherwise */
    public static long within(String field, long number, long least, long most) {
        if (number < least || number > most) {
            throw new Mistyped.OutOfRange(field, least, most);
        }
        return number;
    }

    /**
     * A decimal number of at most 15 digits before and six after the point.
     *
     * @throws Mistyped.NoNumber when it is none
     */
    public static BigDecimal number(String field, @Nullable String typed) {
        var text = plain(typed).replace(",", "");
        if (!text.matches("[+-]?([0-9]{1,18}(\\.[0-9]{0,18})?|\\.[0-9]{1,18})")) {
            throw new Mistyped.NoNumber(field);
        }
        return exact(field, new BigDecimal(text));
    }

    /** As {@link #number(String, String)}, within limits that are themselves allowed. */
    public static BigDecimal number(String field, @Nullable String typed, BigDecimal least, BigDecimal most) {
        return within(field, number(field, typed), least, most);
    }

    /** The number, when it lies within limits. @throws Mistyped.OutOfRange otherwise */
    public static BigDecimal within(String field, BigDecimal number, BigDecimal least, BigDecimal most) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw new Mistyped.OutOfRange(field, least.toPlainString(), most.toPlainString());
        }
        return number;
    }

    /** The number, when it can be kept exactly. @throws Mistyped.NoNumber otherwise */
    public static BigDecimal exact(String field, BigDecimal number) {
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new Mistyped.NoNumber(field);
        }
        return number;
    }

    /** A day such as 2026-11-21. @throws Mistyped.NoDay when it is none */
    public static LocalDate day(String field, @Nullable String typed) {
        try {
            var day = LocalDate.parse(plain(typed));
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Mistyped.NoDay(field);
        }
        throw new Mistyped.NoDay(field);
    }

    /** A day that may be left out. @throws Mistyped.NoDay when something else was typed */
    public static Optional<LocalDate> optionalDay(String field, @Nullable String typed) {
        return text(typed).isEmpty() ? Optional.empty() : Optional.of(day(field, typed));
    }

    /** A constant by its name. @throws Mistyped.NoChoice when there is none */
    public static <E extends Enum<E>> E choice(String field, Class<E> of, @Nullable String typed) {
        return find(of, typed).orElseThrow(() -> new Mistyped.NoChoice(field));
    }

    /** A constant by its name, where any other text stands for none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> of, @Nullable String typed) {
        var name = text(typed);
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static String plain(@Nullable String typed) {
        return Normalizer.normalize(text(typed), Normalizer.Form.NFKC);
    }
}
