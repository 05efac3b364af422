package org.zhuxi.request.internal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.zhuxi.kernel.Sha256;

/**
 * The code with which somebody follows his own report: twelve characters of Crockford's base 32, sixty bits drawn by lot, or that
 * follow from the report's id and a secret of its sender.
 */
public final class TrackingCode {

    private static final int LENGTH = 12;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingCode() {}

    public static String draw() {
        var code = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Always the same for the same two: who sends the report again with its secret meets its code. */
    public static String of(UUID id, String secret) {
        var digest = Sha256.of(id + "/" + secret);
        var code = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(digest[i] & (ALPHABET.length() - 1)));
        }
        return code.toString();
    }

    /** Reads what was typed: case, blanks and dashes do not matter, O is 0, I and L are 1. */
    public static Optional<String> parse(String typed) {
        var code = typed.length() > 40
                ? ""
                : typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[ -]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return code.matches("[0-9A-HJKMNP-TV-Z]{12}") ? Optional.of(code) : Optional.empty();
    }

    /** In groups of four. */
    public static String print(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }
}
