package org.zhuxi.platform.log;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.env.Environment;
import org.zhuxi.platform.outgoing.AllowedHosts;

/**
 * Where lines of the log go besides standard output.
 *
 * @param host looked up anew for each connection
 * @param tls how the connection is encrypted and whom it trusts; null for none, where {@code OutgoingSettings} let it pass
 */
record CollectorSettings(InetSocketAddress host, @Nullable SSLContext tls) {

    private static final String SETTING = "zhuxi.log-collector.uri";
    private static final String TLS_SETTING = "zhuxi.log-collector.tls";
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?<way>tls|tcp)://(?<host>[\\w.-]+|\\[[0-9a-f:]+]):(?<port>\\d{1,5})");

    /**
     * What the settings say, before there are any components.
     *
     * @return null when lines go nowhere else
     * @throws IllegalArgumentException when the setting is no address or leads to a host that may not be called, or when its
     *     certificates cannot be read
     */
    static @Nullable CollectorSettings of(Environment environment) {
        var settings = Binder.get(environment);
        var typed = settings.bind(SETTING, String.class).orElse("").strip();
        if (typed.isEmpty()) {
            return null;
        }
        var form = FORM.matcher(typed);
        if (!form.matches() || Integer.parseInt(form.group("port")) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    SETTING + " is no address such as tls://logs.example.org:6514: " + typed);
        }
        var host = form.group("host");
        settings.bindOrCreate("zhuxi.outgoing", AllowedHosts.class).require(host, SETTING);
        var address = InetSocketAddress.createUnresolved(
                host.replaceAll("^\\[|]$", ""), Integer.parseInt(form.group("port")));
        return new CollectorSettings(address, form.group("way").equals("tls") ? tls(settings) : null);
    }

    private static SSLContext tls(Binder settings) {
        var name = settings.bind(TLS_SETTING, String.class).orElse("").strip();
        try {
            return name.isEmpty()
                    ? SSLContext.getDefault()
                    : bundle(settings, name).createSslContext();
        } catch (java.security.NoSuchAlgorithmException | IllegalStateException e) {
            throw new IllegalArgumentException(TLS_SETTING + ": the certificates cannot be read", e);
        }
    }

    private static SslBundle bundle(Binder settings, String name) {
        var pem = settings.bind("spring.ssl.bundle.pem." + name, PemSslBundleProperties.class);
        if (pem.isBound()) {
            return PropertiesSslBundle.get(pem.get());
        }
        var jks = settings.bind("spring.ssl.bundle.jks." + name, JksSslBundleProperties.class);
        if (jks.isBound()) {
            return PropertiesSslBundle.get(jks.get());
        }
        throw new IllegalArgumentException(TLS_SETTING + " names no bundle of spring.ssl.bundle: " + name);
    }
}
