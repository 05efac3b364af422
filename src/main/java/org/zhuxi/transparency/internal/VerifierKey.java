package org.zhuxi.transparency.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * A public key that signs notes, written as {@code name+hex(id)+base64(type ‖ key)} (c2sp.org/signed-note).
 *
 * @param name of whom it belongs to; a log's own key bears the log's origin
 * @param type what it signs
 * @param key the raw public key
 */
record VerifierKey(String name, Type type, byte[] key) {

    private static final HexFormat HEX = HexFormat.of();

    /** What a key signs and how. */
    enum Type {
        /** The text of a note. */
        NOTE(1, 32, 64),
        /** A checkpoint together with the time, after c2sp.org/tlog-cosignature. */
        COSIGNATURE(4, 32, 72),
        /** The same with ML-DSA-44 (FIPS 204), which withstands quantum computers. */
        ML_DSA_COSIGNATURE(6, 1_312, 2_428);

        private final int number;
        private final int keyLength;
        private final int signatureLength;

        Type(int number, int keyLength, int signatureLength) {
            this.number = number;
            this.keyLength = keyLength;
            this.signatureLength = signatureLength;
        }

        int number() {
            return number;
        }

        private static Type of(int number) {
            for (var type : values()) {
                if (type.number == number) {
                    return type;
                }
            }
            throw new IllegalArgumentException("Keys of type %d are not known here".formatted(number));
        }
    }

    VerifierKey {
        if (!isName(name) || key.length != type.keyLength) {
            throw new IllegalArgumentException("Not a verifier key");
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
    }

    /** @throws IllegalArgumentException when it is not a key of a known type with its right id */
    static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key is name+id+key");
        }
        var bytes = Base64Text.parse(parts[2]);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("A verifier key has a type");
        }
        var key = new VerifierKey(parts[0], Type.of(bytes[0]), java.util.Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!HEX.toHexDigits(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("The id of the key does not fit");
        }
        return key;
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ key). */
    int id() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) type.number());
            return ByteBuffer.wrap(sha256.digest(key)).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether it made the signature on this text; never throws. */
    boolean verifies(String text, byte[] signature) {
        if (signature.length != type.signatureLength) {
            return false;
        }
        try {
            return switch (type) {
                case NOTE -> verifies("Ed25519", ed25519(), text.getBytes(StandardCharsets.UTF_8), signature);
                case COSIGNATURE -> verifies("Ed25519", ed25519(), timed(text, signature), tail(signature));
                case ML_DSA_COSIGNATURE -> verifies("ML-DSA-44", mlDsa(), timed(text, signature), tail(signature));
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] timed(String text, byte[] signature) {
        var seconds = ByteBuffer.wrap(signature).getLong();
        return type == Type.COSIGNATURE
                ? CosignedMessage.ed25519(text, seconds)
                : CosignedMessage.mlDsa(name, Checkpoint.parse(text), seconds);
    }

    private static byte[] tail(byte[] signature) {
        return java.util.Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    }

    private static boolean verifies(String algorithm, PublicKey key, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        var check = Signature.getInstance(algorithm);
        check.initVerify(key);
        check.update(message);
        return check.verify(signature);
    }

    private PublicKey ed25519() throws GeneralSecurityException {
        var bigEndian = new byte[key.length];
        for (var i = 0; i < key.length; i++) {
            bigEndian[i] = key[key.length - 1 - i];
        }
        var isOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7F;
        var point = new EdECPoint(isOdd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private PublicKey mlDsa() throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(MlDsa.PREFIX.length + key.length)
                .put(MlDsa.PREFIX)
                .put(key);
        return KeyFactory.getInstance("ML-DSA").generatePublic(new X509EncodedKeySpec(encoded.array()));
    }

    @Override
    public String toString() {
        var typed =
                ByteBuffer.allocate(1 + key.length).put((byte) type.number()).put(key);
        return name + "+" + HEX.toHexDigits(id()) + "+" + Base64Text.of(typed.array());
    }
}
