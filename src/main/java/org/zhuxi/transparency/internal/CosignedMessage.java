package org.zhuxi.transparency.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a cosigner signs, after c2sp.org/tlog-cosignature. */
final class CosignedMessage {

    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private CosignedMessage() {}

    /** @param seconds since 1970 */
    static byte[] ed25519(String checkpoint, long seconds) {
        return ("cosignature/v1\ntime " + Long.toUnsignedString(seconds) + "\n" + checkpoint)
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] mlDsa(String cosigner, Checkpoint checkpoint, long seconds) {
        var name = cosigner.getBytes(StandardCharsets.UTF_8);
        var origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        if (name.length > 255 || origin.length > 255) {
            throw new IllegalArgumentException("A name has at most 255 bytes");
        }
        return ByteBuffer.allocate(
                        SUBTREE.length + 2 + name.length + origin.length + 3 * Long.BYTES + TreeHasher.LENGTH)
                .put(SUBTREE)
                .put((byte) name.length)
                .put(name)
                .putLong(seconds)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root())
                .array();
    }
}
