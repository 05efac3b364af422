package org.zhuxi.platform.operations;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The certificates of {@code spring.ssl.bundle} by which the program shows over TLS who it is, as a stranger judges them. */
@Component
class Certificates {

    private static final Set<Integer> HOSTS = Set.of(2, 7); // dNSName and iPAddress in RFC 5280, section 4.2.1.6

    /** What the JDK takes for any way of agreeing on keys, which is not looked at here. */
    private static final String ANY_KEY_EXCHANGE = "UNKNOWN";

    private final SslBundles bundles;
    private final Supplier<X509TrustManager> everybody;

    @Autowired
    Certificates(SslBundles bundles) {
        this(bundles, SingletonSupplier.of(Certificates::everybody));
    }

    /** @param everybody whom strangers trust */
    Certificates(SslBundles bundles, Supplier<X509TrustManager> everybody) {
        this.bundles = bundles;
        this.everybody = everybody;
    }

    /** Those that the program has a key for, by bundle. */
    List<Condition.Certificate> list() {
        return bundles.getBundleNames().stream()
                .sorted()
                .flatMap(bundle -> chains(bundles.getBundle(bundle).getStores().getKeyStore())
                        .map(chain -> certificate(bundle, chain)))
                .toList();
    }

    private static Stream<X509Certificate[]> chains(@Nullable KeyStore keys) {
        try {
            return keys == null
                    ? Stream.empty()
                    : Collections.list(keys.aliases()).stream().flatMap(alias -> chain(keys, alias));
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<X509Certificate[]> chain(KeyStore keys, String alias) {
        try {
            var chain = keys.getCertificateChain(alias);
            return chain == null
                    ? Stream.empty()
                    : Stream.<X509Certificate[]>of(Arrays.copyOf(chain, chain.length, X509Certificate[].class));
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private Condition.Certificate certificate(String bundle, X509Certificate[] chain) {
        var own = chain[0];
        return new Condition.Certificate(
                bundle, hosts(own), own.getNotAfter().toInstant(), isTrustedByEverybody(chain));
    }

    private static List<String> hosts(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> HOSTS.contains((Integer) name.getFirst()))
                            .map(name -> String.valueOf(name.getLast()))
                            .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }

    /** By the certificate path of RFC 5280, up to an authority that comes with the JDK. */
    private boolean isTrustedByEverybody(X509Certificate[] chain) {
        try {
            everybody.get().checkServerTrusted(chain, ANY_KEY_EXCHANGE);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static X509TrustManager everybody() {
        try {
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init((KeyStore) null);
            return (X509TrustManager) managers.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
