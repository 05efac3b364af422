package org.zhuxi.account.internal;

import java.security.SecureRandom;
import java.util.Locale;

/** Twelve characters in Crockford's base 32 (60 random bits), read out or typed; O counts as 0, I and L as 1. */
public record InvitationCode(String text) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    public InvitationCode {
        text = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    public static InvitationCode next() {
        return new InvitationCode(RANDOM.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (code, i) -> code.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString());
    }

    /** In groups of four, as people read it. */
    public String printed() {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    byte[] hash() {
        return new Secret(text).hash();
    }

    @Override
    public String toString() {
        return "InvitationCode";
    }
}
