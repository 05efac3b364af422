package org.zhuxi.notice.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DatabaseSettings;

/**
 * Seals secrets before they go into the database (AES-256-GCM) with the key {@code notice.key}, which is made
 * when it is first needed and which all instances must share.
 */
@Component
public class Sealed {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyFile file;

    Sealed(DatabaseSettings settings) {
        this.file = new KeyFile(settings.key("notice.key"));
    }

    /** The words, readable only with the key. */
    public byte[] seal(String words) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, words.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The words again. @throws IllegalStateException when the key is another one */
    String open(byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            throw new IllegalStateException("Nothing is sealed");
        }
        var nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        var rest = java.util.Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was sealed does not fit the key in " + file, e);
        }
    }

    private byte[] key() {
        return file.read(() -> {
            var key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            return key;
        });
    }
}
