package org.zhuxi.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

class CertificatesTests {

    private static final String SECRET = "only-for-this-test";

    @TempDir
    static Path folder;

    private static KeyStore made;

    @BeforeAll
    static void make() throws IOException, InterruptedException, GeneralSecurityException {
        keytool("authority", "-ext", "bc=ca:true", "-validity", "30");
        keytool("good", "-signer", "authority", "-ext", "san=dns:zhuxi.example,ip:192.0.2.7", "-validity", "20");
        keytool("expired", "-signer", "authority", "-startdate", "-9d", "-validity", "2");
        keytool("own", "-ext", "san=dns:zhuxi.example", "-validity", "20");
        made = KeyStore.getInstance(folder.resolve("all.p12").toFile(), SECRET.toCharArray());
    }

    @Test
    void isTrustedIfTheChainLeadsToAnAuthorityAndNotOtherwise() throws GeneralSecurityException, IOException {
        assertThat(only("good").trusted()).isTrue();
        assertThat(only("expired").trusted()).isFalse();
        assertThat(only("own").trusted()).isFalse();
        assertThat(list(new Certificates(bundled("good")), "good"))
                .as("by those who trust the usual authorities")
                .singleElement()
                .matches(certificate -> !certificate.trusted());
    }

    @Test
    void saysForWhomItIsGoodAndUntilWhen() throws GeneralSecurityException, IOException {
        var good = only("good");

        assertThat(good.bundle()).isEqualTo("good");
        assertThat(good.hosts()).containsExactly("zhuxi.example", "192.0.2.7");
        assertThat(Duration.between(Instant.now(), good.until()).toDays()).isEqualTo(19);
    }

    @Test
    void whereThereIsNoKeyThereIsNoCertificate() throws GeneralSecurityException, IOException {
        var trust = empty();
        trust.setCertificateEntry("authority", made.getCertificate("authority"));
        var bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("broker", SslBundle.of(SslStoreBundle.of(null, null, trust)));
        bundles.registerBundle("vouched", SslBundle.of(SslStoreBundle.of(trust, null, null)));

        assertThat(new Certificates(bundles, CertificatesTests::authority).list())
                .isEmpty();
    }

    private static Condition.Certificate only(String alias) throws GeneralSecurityException, IOException {
        var found = list(new Certificates(bundled(alias), CertificatesTests::authority), alias);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Condition.Certificate> list(Certificates certificates, String bundle) {
        return certificates.list().stream()
                .filter(each -> each.bundle().equals(bundle))
                .toList();
    }

    private static DefaultSslBundleRegistry bundled(String alias) throws GeneralSecurityException, IOException {
        var keys = empty();
        var key = made.getKey(alias, SECRET.toCharArray());
        keys.setKeyEntry(alias, key, SECRET.toCharArray(), made.getCertificateChain(alias));
        return new DefaultSslBundleRegistry(alias, SslBundle.of(SslStoreBundle.of(keys, SECRET, null)));
    }

    private static X509TrustManager authority() {
        try {
            var trusted = empty();
            trusted.setCertificateEntry("authority", made.getCertificate("authority"));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            return (X509TrustManager) managers.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void keytool(String alias, String... more) throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + alias,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                SECRET,
                                "-keystore",
                                folder.resolve("all.p12").toString()),
                        Stream.of(more))
                .toList();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
