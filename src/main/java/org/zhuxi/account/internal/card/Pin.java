package org.zhuxi.account.internal.card;

import java.text.Normalizer;
import org.zhuxi.account.SignInRefused;

/** Six digits that are not the first a stranger would try. */
public record Pin(String digits) {

    private static final int LENGTH = 6;
    private static final String UP = "01234567890123456789";
    private static final String DOWN = "98765432109876543210";

    /** @throws SignInRefused.WeakPin when it is not six digits, or too simple a row */
    public static Pin of(String typed) {
        var digits = read(typed);
        if (!digits.matches("[0-9]{" + LENGTH + "}") || isSimple(digits)) {
            throw new SignInRefused.WeakPin();
        }
        return new Pin(digits);
    }

    /** Full-width digits are digits, blanks do not matter. */
    public static String read(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /** 111111, 123456, 987654, 121212, 123123. */
    private static boolean isSimple(String digits) {
        var half = digits.substring(0, LENGTH / 2);
        return UP.contains(digits)
                || DOWN.contains(digits)
                || digits.equals(digits.substring(0, 2).repeat(LENGTH / 2))
                || digits.equals(half.repeat(2));
    }

    @Override
    public String toString() {
        return "Pin";
    }
}
