package org.zhuxi.platform.table;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells that a spreadsheet does not run. Text that begins like a formula ({@code = + - @}, tab, carriage return) gets an
 * apostrophe before it, which spreadsheets take for "this is text"; numbers stay numbers.
 */
public final class Harmless {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

    private Harmless() {}

    /** The value as a spreadsheet may have it. */
    public static @Nullable Object cell(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : text(value.toString());
    }

    public static String text(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** What {@link #text} was made from. */
    public static String original(String text) {
        return text.startsWith("'") && isFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && BEGINNINGS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
