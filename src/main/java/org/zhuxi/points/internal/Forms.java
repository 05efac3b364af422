package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.ShopRefused;

/** Reads what people type into forms, and writes tables as files that spreadsheets open with Chinese intact. */
public final class Forms {

    private static final int MOST_DIGITS = 9;

    private Forms() {}

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** A whole number of at most nine digits. */
    static long number(String field, @Nullable String typed) {
        var text = text(typed).replace(",", "").replace("，", "");
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.matches("-?\\d+")) {
            throw new ShopRefused.Unreadable(field, "shop-number", text.substring(0, Math.min(20, text.length())));
        }
        return Long.parseLong(text);
    }

    static LocalDate day(String field, @Nullable String typed) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException e) {
            throw new ShopRefused.Unreadable(field, "shop-day", "");
        }
    }

    /** A form that nobody has filled in; one that was refused stands in the model as it was typed. */
    static void blank(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    /** The id the form was made with, so that sending it twice counts once; a fresh one when it has none. */
    static UUID id(@Nullable UUID sent) {
        return sent == null ? Ids.next() : sent;
    }
}
