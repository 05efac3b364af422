package org.zhuxi.transparency.internal;

import java.util.Base64;

/** Base64 after RFC 4648 §4 in its one canonical form, so that no two texts stand for the same bytes. */
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when the text is not what {@link #of} would have written */
    static byte[] parse(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (!of(bytes).equals(text)) {
            throw new IllegalArgumentException("Not canonical base64");
        }
        return bytes;
    }

    /** A hash of 32 bytes. */
    static byte[] hash(String text) {
        var bytes = parse(text);
        if (bytes.length != TreeHasher.LENGTH) {
            throw new IllegalArgumentException("Not a hash of 32 bytes");
        }
        return bytes;
    }

    /** A whole number in decimal without leading zeros. */
    static long number(String text) {
        if (!text.matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("Not a decimal number");
        }
        return Long.parseLong(text);
    }
}
