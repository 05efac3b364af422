package org.zhuxi.transparency.internal;

import java.security.MessageDigest;
import org.zhuxi.kernel.Sha256;

/**
 * The hashes of a Merkle tree after RFC 6962 §2.1 (RFC 9162 §2.1): a leaf is SHA-256(0x00 ‖ data), a node SHA-256(0x01 ‖
 * left ‖ right), an empty tree SHA-256 of nothing. Not for several threads at once.
 */
final class TreeHasher {

    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    TreeHasher() {
        sha256 = Sha256.digest();
    }

    byte[] empty() {
        return sha256.digest();
    }

    byte[] leaf(byte[] data) {
        sha256.update(LEAF);
        return sha256.digest(data);
    }

    /** The leaf of salt ‖ row. */
    byte[] leaf(byte[] salt, byte[] row) {
        sha256.update(LEAF);
        sha256.update(salt);
        return sha256.digest(row);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }
}
