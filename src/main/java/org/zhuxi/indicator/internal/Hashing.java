package org.zhuxi.indicator.internal;

import org.zhuxi.kernel.Sha256;

/** SHA-256 of texts. */
public final class Hashing {

    private Hashing() {}

    /** In hex. */
    public static String sha256(String text) {
        return Sha256.hex(text);
    }
}
