package org.zhuxi.notice.internal;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.key.KeyFile;
import org.zhuxi.platform.key.KeyLife;
import org.zhuxi.platform.key.Keyholder;

/**
 * Says to push services who rings (RFC 8292), with the key {@code push.key}, which is made when it is first needed
 * and which all instances must share: browsers are bound to it.
 */
@Component
public class PushKeys implements Keyholder {

    /** When somebody asks whether the key is still good; another one would end every browser's subscription. */
    static final Period REVIEWED = Period.ofYears(2);

    private static final Duration VALID = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final Pattern CONTACT = Pattern.compile("(mailto:|https://)[^\"\\\\\\s]+");

    private final KeyFile file;
    private final String subject;
    private final Clock clock;

    /** @param contact whom a push service may turn to, as {@code mailto:} or {@code https:}; some refuse to ring without it */
    PushKeys(DatabaseSettings settings, @Value("${zhuxi.notice.contact:}") String contact, Clock clock) {
        if (!contact.isEmpty() && !CONTACT.matcher(contact).matches()) {
            throw new IllegalArgumentException("zhuxi.notice.contact must be mailto:… or https://…, not " + contact);
        }
        this.file = new KeyFile(settings.key("push.key"));
        this.subject = contact.isEmpty() ? "" : ",\"sub\":\"" + contact + "\"";
        this.clock = clock;
    }

    private record Keys(byte[] publicKey, PrivateKey privateKey) {}

    /** The public key, as browsers ask for it. */
    public String publicKey() {
        return BASE64.encodeToString(keys().publicKey());
    }

    /** The same bytes. @throws GeneralSecurityException unless they are a public key */
    public byte[] checked(byte[] publicKey) throws GeneralSecurityException {
        return PointCurve.bytes(PointCurve.publicKey(publicKey));
    }

    /** The header {@code Authorization} for a push service. */
    String authorization(URI endpoint) {
        var keys = keys();
        var claims = "{\"aud\":\"%s://%s\",\"exp\":%d%s}"
                .formatted(
                        endpoint.getScheme(),
                        endpoint.getAuthority(),
                        clock.instant().plus(VALID).getEpochSecond(),
                        subject);
        var token = part("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + part(claims);
        return "vapid t=" + token + "." + sign(keys.privateKey(), token) + ", k="
                + BASE64.encodeToString(keys.publicKey());
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(PrivateKey key, String token) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(token.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The push key signs nothing", e);
        }
    }

    @Override
    public List<KeyLife> keys(LocalDate today) {
        return file.exists() ? List.of(KeyLife.reviewed("notice.key.push", file, REVIEWED, today)) : List.of();
    }

    private Keys keys() {
        var bytes = file.read(PushKeys::fresh);
        try {
            var publicKey = Arrays.copyOf(bytes, PointCurve.BYTES);
            var rest = Arrays.copyOfRange(bytes, PointCurve.BYTES, bytes.length);
            return new Keys(publicKey, KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(rest)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The push key cannot be read", e);
        }
    }

    /** The public half as browsers write it, then the private one (PKCS #8). */
    private static byte[] fresh() {
        try {
            var pair = PointCurve.generate();
            var secret = pair.getPrivate().getEncoded();
            return ByteBuffer.allocate(PointCurve.BYTES + secret.length)
                    .put(PointCurve.bytes((ECPublicKey) pair.getPublic()))
                    .put(secret)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
