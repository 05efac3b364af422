package org.zhuxi.transparency.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;

/**
 * A secret key with its public half. Written as {@code PRIVATE+KEY+name+id+base64(type ‖ secret)}, the secret being the
 * seed of 32 bytes for Ed25519 and, for ML-DSA-44, the raw public key followed by PKCS #8.
 */
record SigningKey(VerifierKey verifier, PrivateKey secret, byte[] material) {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED = 32;

    static SigningKey generate(String name, VerifierKey.Type type) {
        try {
            if (type == VerifierKey.Type.ML_DSA_COSIGNATURE) {
                var pair = KeyPairGenerator.getInstance("ML-DSA-44").generateKeyPair();
                var open = pair.getPublic().getEncoded();
                var raw = Arrays.copyOfRange(open, MlDsa.PREFIX.length, open.length);
                var pkcs8 = pair.getPrivate().getEncoded();
                return new SigningKey(
                        new VerifierKey(name, type, raw),
                        pair.getPrivate(),
                        ByteBuffer.allocate(raw.length + pkcs8.length)
                                .put(raw)
                                .put(pkcs8)
                                .array());
            }
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return ed25519(name, type, seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot make keys", e);
        }
    }

    static SigningKey ed25519(String name, VerifierKey.Type type, byte[] seed) {
        try {
            var secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            return new SigningKey(new VerifierKey(name, type, publicOf(seed)), secret, seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a seed of Ed25519", e);
        }
    }

    /** The platform derives a public key only while it makes a pair, so it is given the seed as its random bytes. */
    private static byte[] publicOf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Known(seed));
        var encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - SEED, encoded.length);
    }

    private static final class Known extends SecureRandom {

        private final byte[] bytes;

        private Known(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }

    /** @throws IllegalArgumentException when it is not a secret key in its text form */
    static SigningKey parse(String text) {
        var parts = text.strip().split("\\+", 5);
        if (parts.length != 5 || !text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Not a signing key");
        }
        var bytes = Base64Text.parse(parts[4]);
        var material = Arrays.copyOfRange(bytes, 1, bytes.length);
        var key = of(parts[2], bytes[0], material);
        if (!key.text().equals(text.strip())) {
            throw new IllegalArgumentException("The id of the key does not fit");
        }
        return key;
    }

    private static SigningKey of(String name, byte type, byte[] material) {
        if (type == VerifierKey.Type.NOTE.number()) {
            return ed25519(name, VerifierKey.Type.NOTE, material);
        }
        if (type == VerifierKey.Type.COSIGNATURE.number()) {
            return ed25519(name, VerifierKey.Type.COSIGNATURE, material);
        }
        try {
            var raw = Arrays.copyOfRange(material, 0, 1_312);
            var pkcs8 = Arrays.copyOfRange(material, raw.length, material.length);
            return new SigningKey(
                    new VerifierKey(name, VerifierKey.Type.ML_DSA_COSIGNATURE, raw),
                    KeyFactory.getInstance("ML-DSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                    material);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a key of ML-DSA-44", e);
        }
    }

    /** Signs a checkpoint as the type of the key demands; {@code now} stands in cosignatures. */
    SignedNote.Line sign(Checkpoint checkpoint, Instant now) {
        var text = checkpoint.text();
        var seconds = now.getEpochSecond();
        var signature = switch (verifier.type()) {
            case NOTE -> sign("Ed25519", text.getBytes(StandardCharsets.UTF_8));
            case COSIGNATURE -> timed(seconds, sign("Ed25519", CosignedMessage.ed25519(text, seconds)));
            case ML_DSA_COSIGNATURE ->
                timed(seconds, sign("ML-DSA-44", CosignedMessage.mlDsa(verifier.name(), checkpoint, seconds)));
        };
        return new SignedNote.Line(verifier.name(), verifier.id(), signature);
    }

    private byte[] sign(String algorithm, byte[] message) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key cannot sign", e);
        }
    }

    private static byte[] timed(long seconds, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    /** The secret key in its text form; never to be shown. */
    String text() {
        var typed = ByteBuffer.allocate(1 + material.length)
                .put((byte) verifier.type().number())
                .put(material);
        return PREFIX + verifier.name() + "+" + java.util.HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Base64Text.of(typed.array());
    }

    @Override
    public String toString() {
        return "secret key of " + verifier;
    }
}
