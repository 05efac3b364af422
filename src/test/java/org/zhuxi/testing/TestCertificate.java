package org.zhuxi.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and a certificate, for {@code localhost} unless another name is wanted, made by the JDK's keytool and good for a day.
 *
 * @param certificate PEM file
 * @param key PEM file, PKCS #8
 * @param trusting trusts this certificate and no other
 */
public record TestCertificate(Path certificate, Path key, SSLContext trusting) {

    private static final String SECRET = "only-for-this-test";
    private static final String NAME = "server";

    public static TestCertificate in(Path folder) throws IOException, GeneralSecurityException {
        return in(folder, "dns:localhost,ip:127.0.0.1");
    }

    /** @param names such as {@code dns:elsewhere.example} */
    public static TestCertificate in(Path folder, String names) throws IOException, GeneralSecurityException {
        var store = folder.resolve("server.p12");
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=" + names,
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keystore",
                store.toString()));
        var keys = KeyStore.getInstance(store.toFile(), SECRET.toCharArray());
        var made = keys.getCertificate(NAME);
        var key = keys.getKey(NAME, SECRET.toCharArray());
        return new TestCertificate(
                pem(folder.resolve("server.crt"), "CERTIFICATE", made.getEncoded()),
                pem(folder.resolve("server.key"), "PRIVATE KEY", key.getEncoded()),
                trusting(keys));
    }

    private static SSLContext trusting(KeyStore keys) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(NAME, keys.getCertificate(NAME));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines));
    }

    private static void run(List<String> command) throws IOException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
