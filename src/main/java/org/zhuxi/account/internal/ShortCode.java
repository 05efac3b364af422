package org.zhuxi.account.internal;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** Random characters that people read out and type: Crockford's base 32, in groups of four. */
public final class ShortCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUP = 4;

    private ShortCode() {}

    /** @param characters five bits each */
    public static String next(int characters) {
        var code = new StringBuilder();
        for (var i = 0; i < characters; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is printed, such as {@code 7K2M-4QXR}. */
    public static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** What was meant: case, blanks and dashes do not matter, O is 0, I and L are 1. */
    public static String read(String typed) {
        var letters = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return letters.replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
