package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.platform.database.DatabaseSettings;

/** Web push as the standards have it: the example of RFC 8291, Appendix A, and a token whose signature fits its key. */
class PushCipherTests {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final byte[] BROWSER =
            BASE64.decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");

    @Test
    void encryptsTheExampleOfRfc8291() throws Exception {
        var secret = new BigInteger(1, BASE64.decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
        var own = new KeyPair(
                PointCurve.publicKey(BASE64.decode(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, PointCurve.parameters())));

        var body = PushCipher.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                BROWSER,
                BASE64.decode("BTBZMqHH6r4Tts7J_aSIgg"),
                own,
                BASE64.decode("DGv6ra1nlYgDCS1FRnbzlw"));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void aKeyIsWrittenAsItWasRead() throws GeneralSecurityException {
        assertThat(PointCurve.bytes(PointCurve.publicKey(BROWSER))).isEqualTo(BROWSER);
        for (var i = 0; i < 20; i++) {
            var key =
                    (java.security.interfaces.ECPublicKey) PointCurve.generate().getPublic();
            assertThat(PointCurve.publicKey(PointCurve.bytes(key))).isEqualTo(key);
        }
    }

    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        var bent = BROWSER.clone();
        bent[40] ^= 1;
        assertThatThrownBy(() -> PointCurve.publicKey(bent)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> PointCurve.publicKey(new byte[65])).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> PointCurve.publicKey(new byte[3])).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void theTokenIsSignedWithTheKeyThatStays(@TempDir Path data) throws Exception {
        var keys = new PushKeys(new DatabaseSettings(data, null, null), "mailto:desk@zhuxi.example", Clock.systemUTC());
        var header = keys.authorization(URI.create("https://push.example/abc"));

        assertThat(header)
                .matches("vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=[\\w-]{87}")
                .endsWith(keys.publicKey());
        var token = header.substring("vapid t=".length(), header.indexOf(',')).split("\\.");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(PointCurve.publicKey(BASE64.decode(keys.publicKey())));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(BASE64.decode(token[2]))).isTrue();
        assertThat(new String(BASE64.decode(token[1]), StandardCharsets.UTF_8))
                .contains("\"aud\":\"https://push.example\"", "\"sub\":\"mailto:desk@zhuxi.example\"");
    }

    @Test
    void aContactThatIsNoAddressStopsTheStart(@TempDir Path data) {
        assertThatThrownBy(() ->
                        new PushKeys(new DatabaseSettings(data, null, null), "x\",\"aud\":\"y", Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zhuxi.notice.contact");
    }
}
