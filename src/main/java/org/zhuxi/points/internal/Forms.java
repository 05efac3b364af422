package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
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

    /** The id the form was made with, so that sending it twice counts once; a fresh one when it has none. */
    static UUID id(@Nullable UUID sent) {
        return sent == null ? Ids.next() : sent;
    }

    static CSVPrinter csv(HttpServletResponse response, String name, String... columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        return CSVFormat.RFC4180.builder().setHeader(columns).get().print(writer);
    }

    /** Words that a spreadsheet would run as a formula are shown as words. */
    static String cell(@Nullable String words) {
        if (words == null || words.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
