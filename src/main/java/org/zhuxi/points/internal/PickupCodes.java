package org.zhuxi.points.internal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a resident shows at the shop: seven random characters and one to check them, written {@code K7M2-QX4D}. The letters
 * are thirty-one, a prime number, so that each mistyped and each swapped character is noticed; I, O and Z are left out.
 */
public final class PickupCodes {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXY";
    private static final int PAYLOAD = 7;
    private static final int LENGTH = PAYLOAD + 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PickupCodes() {}

    static String random() {
        var code = new StringBuilder();
        for (var i = 0; i < PAYLOAD; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return written(code.append(LETTERS.charAt(checkOf(code))).toString());
    }

    /** The code as it is kept, whatever blanks, dashes and cases it was typed with or the address it was scanned in; empty when it cannot be right. */
    public static Optional<String> parse(String typed) {
        var code =
                typed.substring(typed.indexOf('#') + 1).toUpperCase(Locale.ROOT).replaceAll("[\\s\\-–—]", "");
        if (code.length() != LENGTH || !code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        return LETTERS.indexOf(code.charAt(PAYLOAD)) == checkOf(code) ? Optional.of(written(code)) : Optional.empty();
    }

    private static String written(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    private static int checkOf(CharSequence code) {
        var sum = 0;
        for (var i = 0; i < PAYLOAD; i++) {
            sum += (i + 2) * LETTERS.indexOf(code.charAt(i));
        }
        return sum % LETTERS.length();
    }
}
