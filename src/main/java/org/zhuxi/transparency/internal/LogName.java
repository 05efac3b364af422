package org.zhuxi.transparency.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A name for a log whose operator gave none: unique, and plainly not an address. */
final class LogName {

    private static final int BYTES = 6;

    private LogName() {}

    static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return "zhuxi.invalid/log/" + HexFormat.of().formatHex(bytes);
    }
}
