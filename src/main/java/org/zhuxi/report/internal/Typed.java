package org.zhuxi.report.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuxi.report.ReportRefused;

/** Reads what somebody typed into a field. */
final class Typed {

    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** @throws ReportRefused.NoYear when it is none */
    static int year(String typed) {
        return optionalYear(typed).orElseThrow(ReportRefused.NoYear::new);
    }

    /** Empty when nothing that is a year was typed. */
    static Optional<Integer> optionalYear(@Nullable String typed) {
        var text = text(typed);
        return text.matches("(19|20|21)[0-9]{2}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** @throws ReportRefused.NoDay when something that is no day was typed; null when nothing was */
    static @Nullable LocalDate optionalDay(String field, @Nullable String typed) {
        var text = text(typed);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ReportRefused.NoDay(field);
        }
    }

    /** @throws ReportRefused.NoDay when it is none */
    static LocalDate day(String field, @Nullable String typed) {
        var day = optionalDay(field, typed);
        if (day == null) {
            throw new ReportRefused.NoDay(field);
        }
        return day;
    }

    /** @throws ReportRefused.NoAmount when it is no whole number of things */
    static long count(String field, @Nullable String typed) {
        var text = text(typed).replace(",", "");
        if (!text.matches("[0-9]{1,12}")) {
            throw new ReportRefused.NoAmount(field);
        }
        return Long.parseLong(text);
    }

    /** One of an enum by its name; empty when it is none of them. */
    static <E extends Enum<E>> Optional<E> choice(Class<E> type, @Nullable String typed) {
        var text = text(typed);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst();
    }
}
