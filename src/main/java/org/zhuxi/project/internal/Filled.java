package org.zhuxi.project.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Page;
import org.zhuxi.project.Fen;
import org.zhuxi.project.ProjectRefused;

/**
 * A form of a page as it was filled in, and what was wrong with it; the page may hold several forms.
 *
 * @param form name of the form; empty when none was sent
 * @param fields by name, as typed
 */
public record Filled(
        String form, Map<String, String> fields, @Nullable Problem problem) {

    /** Nothing has been sent. */
    public static final Filled NOTHING = new Filled("", Map.of(), null);

    public Filled {
        fields = Map.copyOf(fields);
    }

    public static Filled of(String form, Map<String, String> fields) {
        return new Filled(form, fields, null);
    }

    public Filled with(Refused refused) {
        return new Filled(form, fields, refused.problem());
    }

    /** Whether this form was sent and refused. */
    public boolean isOpen(String name) {
        return problem != null && form.equals(name);
    }

    /** What stands in a field of a form: what was typed, or what stood there before. */
    public String value(String name, String field, @Nullable Object otherwise) {
        var before = otherwise == null ? "" : otherwise.toString();
        return isOpen(name) ? fields.getOrDefault(field, "") : before;
    }

    /** Whether a choice stands in a field of a form. */
    public boolean isChosen(String name, String field, Object choice, boolean otherwise) {
        return isOpen(name) ? fields.getOrDefault(field, "").equals(choice.toString()) : otherwise;
    }

    /** What is wrong with a field of a form; empty when nothing is. */
    public String error(Page page, String name, String field) {
        return problem == null || !isOpen(name) ? "" : page.explain(problem.fields(), field);
    }

    /** What is wrong, for the top of the page; empty when nothing is. */
    public String words(Page page) {
        return problem == null ? "" : page.messages().explain(page.locale(), problem);
    }

    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !text(field).isBlank();
    }

    private String plain(String field) {
        return Normalizer.normalize(text(field), Normalizer.Form.NFKC).strip();
    }

    public Names names(String field) {
        return new Names(text(field + "Zh"), text(field + "En"));
    }

    public @Nullable LocalDate day(String field) {
        try {
            return has(field) ? LocalDate.parse(plain(field)) : null;
        } catch (DateTimeException e) {
            throw new ProjectRefused.Unreadable(field);
        }
    }

    public @Nullable Integer whole(String field) {
        try {
            return has(field) ? Integer.valueOf(plain(field)) : null;
        } catch (NumberFormatException e) {
            throw new ProjectRefused.Unreadable(field);
        }
    }

    public @Nullable BigDecimal decimal(String field) {
        if (!has(field)) {
            return null;
        }
        if (!plain(field).matches("-?\\d{1,12}(\\.\\d{1,8})?")) {
            throw new ProjectRefused.Unreadable(field);
        }
        return new BigDecimal(plain(field));
    }

    /** Yuan as typed, in fen. */
    public @Nullable Long fen(String field) {
        return has(field) ? (Long) Fen.parse(field, text(field)) : null;
    }

    /** The id a page made for its form, so that it counts once. */
    public @Nullable UUID id(String field) {
        try {
            return has(field) ? UUID.fromString(plain(field)) : null;
        } catch (IllegalArgumentException e) {
            throw new ProjectRefused.Unreadable(field);
        }
    }

    public <T extends Enum<T>> @Nullable T choice(String field, Class<T> choices) {
        return find(text(field), choices).orElse(null);
    }

    public static <T extends Enum<T>> Optional<T> find(String name, Class<T> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(one -> one.name().equals(name.strip()))
                .findFirst();
    }
}
