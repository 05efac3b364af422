package org.zhuxi.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.zhuxi.kernel.Sha256;

/** Counts and sums up what passes. */
final class Checksum {

    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest;
    private long bytes;

    Checksum() {
        digest = Sha256.digest();
    }

    long bytes() {
        return bytes;
    }

    /** Once only, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    OutputStream over(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int one) throws IOException {
                digest.update((byte) one);
                bytes++;
                out.write(one);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                digest.update(source, offset, length);
                bytes += length;
                out.write(source, offset, length);
            }
        };
    }

    static String of(InputStream source) throws IOException {
        var sum = new Checksum();
        var buffer = new byte[BUFFER_BYTES];
        for (var got = source.read(buffer); got >= 0; got = source.read(buffer)) {
            sum.digest.update(buffer, 0, got);
        }
        return sum.sha256();
    }
}
