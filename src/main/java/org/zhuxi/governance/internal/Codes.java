package org.zhuxi.governance.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.zhuxi.kernel.Sha256;

/** Codes that people read and type: letters and digits that cannot be mistaken for each other. */
public final class Codes {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int RECEIPT = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    /** A random word of so many letters. */
    public static String word(int length) {
        var word = new StringBuilder();
        for (var i = 0; i < length; i++) {
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** 32 random bytes. */
    public static byte[] salt() {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** The receipt of a ballot: always the same for the same ballot, so that a retry gets the same one. */
    static String receipt(byte[] salt, UUID ballot) {
        var digest = Sha256.digest();
        digest.update(salt);
        var bytes = digest.digest(ballot.toString().getBytes(StandardCharsets.UTF_8));
        var code = new StringBuilder();
        for (var i = 0; i < RECEIPT; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(bytes[i] & 31));
        }
        return code.toString();
    }

    /** What is published in place of a receipt; blanks, dashes and case do not matter. */
    static String hash(String receipt) {
        var plain = receipt.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return hex(plain.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
