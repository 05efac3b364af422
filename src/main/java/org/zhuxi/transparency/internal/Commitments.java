package org.zhuxi.transparency.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Commits to rows without telling them: leaf = SHA-256(0x00 ‖ salt ‖ row), salt = the first 16 bytes of HMAC-SHA-256 with
 * the month's secret over what is unique about the row. Not for several threads at once.
 */
final class Commitments {

    static final int SALT = 16;

    private final Mac hmac;
    private final TreeHasher hasher = new TreeHasher();

    Commitments(byte[] monthSecret) {
        try {
            hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(monthSecret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    byte[] salt(byte[] unique) {
        return Arrays.copyOf(hmac.doFinal(unique), SALT);
    }

    /** The salt of a row is made from its format and id. */
    byte[] salt(int format, UUID id) {
        return salt(ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put((byte) format)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    byte[] leaf(UUID id, byte[] row) {
        return hasher.leaf(salt(row[0], id), row);
    }

    /** What a receipt carries: salt ‖ row. */
    byte[] opening(UUID id, byte[] row) {
        var salt = salt(row[0], id);
        return ByteBuffer.allocate(salt.length + row.length).put(salt).put(row).array();
    }
}
