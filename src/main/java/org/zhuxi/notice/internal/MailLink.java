package org.zhuxi.notice.internal;

import java.security.SecureRandom;
import java.util.Base64;
import org.zhuxi.kernel.Sha256;

/** The secret in a link for confirming: 256 random bits; only the SHA-256 of its text is kept. */
public record MailLink(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static MailLink next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new MailLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "MailLink";
    }
}
