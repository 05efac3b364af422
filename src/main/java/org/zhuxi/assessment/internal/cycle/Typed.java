package org.zhuxi.assessment.internal.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.indicator.QualifiedNumber;

/** Reads what somebody typed into the fields of these forms. */
public final class Typed {

    /** Most characters of a reason or comment. */
    public static final int WORDS = 500;

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;

    private Typed() {}

    /** @throws CycleRefused.Length unless there are between 1 and so many characters */
    public static String words(String field, @Nullable String typed, int most) {
        var words = optional(field, typed, most);
        if (words.isEmpty()) {
            throw new CycleRefused.Length(field, most);
        }
        return words;
    }

    /** Words that may be missing. @throws CycleRefused.Length when there are too many */
    public static String optional(String field, @Nullable String typed, int most) {
        var words = text(typed);
        if (words.length() > most || words.indexOf('\0') >= 0) {
            throw new CycleRefused.Length(field, most);
        }
        return words;
    }

    /** Without what surrounds it; empty when there is nothing. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static LocalDate day(String field, @Nullable String typed) {
        try {
            var day = LocalDate.parse(text(typed));
            if (day.getYear() < 2000 || day.getYear() > 2100) {
                throw new CycleRefused.NoDay(field);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new CycleRefused.NoDay(field);
        }
    }

    static int whole(String field, @Nullable String typed, int least, int most) {
        try {
            var number = Integer.parseInt(text(typed));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new CycleRefused.NoNumber(field);
        }
        throw new CycleRefused.NoNumber(field);
    }

    static QualifiedNumber number(String field, String typed) {
        var number = QualifiedNumber.parse(typed).orElseThrow(() -> new CycleRefused.NoNumber(field));
        kept(field, number.value());
        return number;
    }

    static BigDecimal exact(String field, String typed) {
        return kept(field, number(field, typed).value());
    }

    private static BigDecimal kept(String field, BigDecimal number) {
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new CycleRefused.NoNumber(field);
        }
        return number;
    }

    /** A constant by its name. @throws CycleRefused.NoChoice when there is none */
    static <E extends Enum<E>> E choice(String field, Class<E> of, @Nullable String typed) {
        return find(of, typed).orElseThrow(() -> new CycleRefused.NoChoice(field));
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> of, @Nullable String typed) {
        var name = text(typed);
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
