package org.zhuxi.platform.outgoing;

import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.boot.context.properties.bind.Binder;

/** What settings lead to must be encrypted and known by its certificate, but for {@link PlainHosts}. */
final class EncryptedConnections {

    private static final List<String> DATABASES = List.of("zhuxi.db.url", "zhuxi.db.owner.url");
    private static final Set<String> CHECKED = Set.of("verify-full", "verify-ca");

    private static final String BROKER = "zhuxi.mqtt.broker.uri";
    private static final Set<String> PLAIN_BROKERS = Set.of("tcp", "mqtt");

    private static final String MAIL = "spring.mail.host";
    private static final List<String> MAIL_TLS = List.of(
            "spring.mail.ssl.enabled",
            "spring.mail.properties.mail.smtp.starttls.required",
            "spring.mail.properties.mail.smtp.ssl.enable",
            "spring.mail.properties.mail.smtps.ssl.enable");

    private static final String SCANNER = "zhuxi.evidence.scanner";
    private static final String COLLECTOR = "zhuxi.log-collector.uri";
    private static final Pattern PLAIN_LINE = Pattern.compile("tcp://(?<host>\\[.*?]|[^:/]*).*");

    private final Binder settings;
    private final PlainHosts plain;

    EncryptedConnections(Binder settings) {
        this.settings = settings;
        this.plain = PlainHosts.of(settings);
    }

    /** @throws IllegalArgumentException when a setting leads to another machine without TLS */
    void check() {
        DATABASES.forEach(setting -> settings.bind(setting, String.class).ifBound(url -> checkDatabase(setting, url)));
        settings.bind(BROKER, URI.class).ifBound(this::checkBroker);
        settings.bind(MAIL, String.class).ifBound(this::checkMail);
        checkLine(SCANNER, "let it listen on this machine");
        checkLine(COLLECTOR, "let it begin with tls://");
    }

    /** @param uri of an identity provider that the program calls itself */
    void checkProvider(String uri, String setting) {
        var address = URI.create(uri);
        if ("http".equalsIgnoreCase(address.getScheme())) {
            plain.require(hostOf(address), setting, "let it begin with https://");
        }
    }

    private void checkDatabase(String setting, String url) {
        var options = Driver.parseURL(url.startsWith("jdbc:") ? url : "jdbc:" + url, new Properties());
        if (options == null) {
            throw new IllegalArgumentException(
                    setting + " is no address of a PostgreSQL server such as postgresql://db.example/zhuxi");
        }
        var mode = PGProperty.SSL_MODE.getOrDefault(options);
        var isOn = mode == null ? "true".equals(PGProperty.SSL.getOrDefault(options)) : CHECKED.contains(mode);
        if (!isOn) {
            for (var host :
                    String.valueOf(PGProperty.PG_HOST.getOrDefault(options)).split(",")) {
                plain.require(host, setting, "add ?sslmode=verify-full and where needed sslrootcert");
            }
        }
    }

    private void checkBroker(URI uri) {
        if (PLAIN_BROKERS.contains(String.valueOf(uri.getScheme()))) {
            plain.require(hostOf(uri), BROKER, "let it begin with ssl://");
        }
    }

    private void checkMail(String host) {
        var isOn = MAIL_TLS.stream()
                .anyMatch(setting -> settings.bind(setting, Boolean.class).orElse(false));
        if (!isOn) {
            plain.require(host, MAIL, "set spring.mail.properties.mail.smtp.starttls.required=true");
        }
    }

    private void checkLine(String setting, String remedy) {
        settings.bind(setting, String.class).ifBound(address -> {
            var line = PLAIN_LINE.matcher(address.strip());
            if (line.matches()) {
                plain.require(line.group("host"), setting, remedy);
            }
        });
    }

    private static String hostOf(URI uri) {
        return uri.getHost() == null ? String.valueOf(uri) : uri.getHost();
    }
}
