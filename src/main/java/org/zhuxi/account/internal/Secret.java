package org.zhuxi.account.internal;

import java.security.SecureRandom;
import java.util.Base64;
import org.zhuxi.kernel.Sha256;

/** 256 random bits in base64url behind a prefix; only the SHA-256 of its text is kept. */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static Secret next(String prefix) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
