package org.zhuxi.notice.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message for one browser, so that the push service between cannot read it (RFC 8291 with RFC 8188). */
final class PushCipher {

    static final int SALT = 16;

    private static final int RECORD = 4_096;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private PushCipher() {}

    /**
     * The body of the request to the push service.
     *
     * @param browser its public key, 65 bytes
     * @param auth the secret it shares with us, 16 bytes
     * @param own a key pair used for this message only
     * @param salt 16 random bytes
     */
    static byte[] encrypt(byte[] words, byte[] browser, byte[] auth, KeyPair own, byte[] salt)
            throws GeneralSecurityException {
        var ownPublic = PointCurve.bytes((ECPublicKey) own.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(PointCurve.publicKey(browser), true);
        var info = concat(text("WebPush: info\0"), browser, ownPublic);
        var shared = derive(agreement.generateSecret(), auth, info, 32);
        var key = derive(shared, salt, text("Content-Encoding: aes128gcm\0"), KEY);
        var nonce = derive(shared, salt, text("Content-Encoding: nonce\0"), NONCE);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        var sealed = cipher.doFinal(concat(words, new byte[] {LAST_RECORD}));
        return ByteBuffer.allocate(SALT + 5 + ownPublic.length + sealed.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ownPublic.length)
                .put(ownPublic)
                .put(sealed)
                .array();
    }

    private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var whole = ByteBuffer.allocate(length);
        for (var part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
