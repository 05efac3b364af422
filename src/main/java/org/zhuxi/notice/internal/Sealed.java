package org.zhuxi.notice.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets before they go into the database (AES-256-GCM) with the newest key of the {@link KeyRing}. What is sealed says which
 * key opens it: {@code ZXS1}, the key's number, nonce, cipher text and tag. Without these first eight bytes it is from before keys
 * had numbers, and {@code notice.key} opens it.
 */
@Component
public class Sealed {

    /** Bytes of {@link #header}. */
    static final int HEADER_BYTES = 8;

    private static final int UNNUMBERED = 0;
    private static final byte[] NONE = {};
    private static final byte[] FORM = "ZXS1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRing ring;

    Sealed(KeyRing ring) {
        this.ring = ring;
    }

    /** The words, readable only with the key. */
    public byte[] seal(String words) {
        var key = ring.newest();
        var header = header(key);
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, key, header, nonce, words.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(header.length + nonce.length + sealed.length)
                .put(header)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The words again. @throws IllegalStateException when their key is not there or they are not what was sealed */
    String open(byte[] sealed) {
        var named = named(sealed);
        var key = named.or(() -> ring.find(UNNUMBERED)).orElseThrow(() -> new IllegalStateException("The key is lost"));
        var header = named.isPresent() ? header(key) : NONE;
        var begin = header.length + NONCE_BYTES;
        if (sealed.length <= begin) {
            throw new IllegalStateException("Nothing is sealed");
        }
        var nonce = Arrays.copyOfRange(sealed, header.length, begin);
        var rest = Arrays.copyOfRange(sealed, begin, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, key, header, nonce, rest), StandardCharsets.UTF_8);
    }

    /** What begins everything that is sealed with that key. */
    static byte[] header(SealingKey key) {
        return ByteBuffer.allocate(HEADER_BYTES).put(FORM).putInt(key.number()).array();
    }

    /** The key that the bytes name, if it is there; a nonce from before keys had numbers could look like a name, but hardly of one. */
    private Optional<SealingKey> named(byte[] sealed) {
        return sealed.length >= HEADER_BYTES && Arrays.equals(sealed, 0, FORM.length, FORM, 0, FORM.length)
                ? ring.find(ByteBuffer.wrap(sealed).getInt(FORM.length))
                : Optional.empty();
    }

    private static byte[] cipher(int mode, SealingKey key, byte[] header, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(header);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was sealed does not fit the key in " + key.file(), e);
        }
    }
}
