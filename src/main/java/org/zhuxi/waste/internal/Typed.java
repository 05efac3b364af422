package org.zhuxi.waste.internal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.WasteRefused;

/** The fields of a form as they were typed, by name; a field that was not sent is empty. */
public record Typed(Map<String, String> fields) {

    public static final Typed NOTHING = new Typed(Map.of());

    public Typed {
        fields = Map.copyOf(fields);
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The field, or what stands there when nothing was sent. */
    public String get(String field, String otherwise) {
        return fields.getOrDefault(field, otherwise);
    }

    /** Whether a box is ticked. */
    public boolean has(String field) {
        return !get(field).isBlank();
    }

    public boolean is(String field, String value) {
        return get(field).equals(value);
    }

    /** Full-width letters and digits made plain, without blanks around. */
    public String plain(String field) {
        return Normalizer.normalize(get(field), Normalizer.Form.NFKC).strip();
    }

    /** Words of at most so many characters. */
    public String words(String field, int most) {
        var words = get(field).strip();
        if (words.length() > most || words.indexOf('\0') >= 0) {
            throw new WasteRefused.Unreadable(field, "words-too-long", most);
        }
        return words;
    }

    /** A whole number within limits. */
    public int whole(String field, int least, int most) {
        var text = plain(field);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new WasteRefused.Unreadable(field, "whole-number", least, most);
        }
        return Integer.parseInt(text);
    }

    public LocalDate day(String field) {
        try {
            return LocalDate.parse(plain(field));
        } catch (DateTimeException e) {
            throw new WasteRefused.Unreadable(field, "day-unreadable", get(field));
        }
    }

    public Optional<LocalDate> findDay(String field) {
        return has(field) ? Optional.of(day(field)) : Optional.empty();
    }

    public LocalDateTime moment(String field) {
        try {
            return LocalDateTime.parse(plain(field));
        } catch (DateTimeException e) {
            throw new WasteRefused.Unreadable(field, "waste-time-unreadable", get(field));
        }
    }

    /** An id that the page itself sent along. */
    public Optional<UUID> findId(String field) {
        return has(field) ? Optional.of(id(get(field))) : Optional.empty();
    }

    /** An id in an address; what is none leads nowhere. */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(text);
        }
    }

    /** A month in an address, such as 2026-11. */
    public static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refused.NotFound(text);
        }
    }

    /** A field of a body that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new WasteRefused.Unreadable(field, "waste-field-missing", field);
        }
        return value;
    }

    /** A problem of one field under the field's own name. */
    public static WasteRefused at(String field, Refused refused) {
        var problem = refused.problem();
        return new WasteRefused.RecordRefused(
                Problem.ofField(field, problem.slug(), problem.arguments().toArray()));
    }
}
