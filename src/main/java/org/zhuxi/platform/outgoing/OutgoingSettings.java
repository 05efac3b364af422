package org.zhuxi.platform.outgoing;

import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Stops a start whose settings let libraries call a host that is not allowed, or one on another machine without TLS. It looks before anything is made of them: a provider
 * of identities is asked for its addresses while the program starts.
 */
public final class OutgoingSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String PROVIDERS = "spring.security.oauth2.client.provider";
    private static final String MAIL = "spring.mail.host";

    private static final Bindable<Map<String, Map<String, String>>> PROVIDER =
            Bindable.of(ResolvableType.forClassWithGenerics(
                    Map.class,
                    ResolvableType.forClass(String.class),
                    ResolvableType.forClassWithGenerics(Map.class, String.class, String.class)));

    /** All but the one a browser is sent to. */
    private static final List<String> CALLED = List.of("issuer-uri", "token-uri", "jwk-set-uri", "user-info-uri");

    @EnableConfigurationProperties(AllowedHosts.class)
    @Configuration(proxyBeanMethods = false)
    static class Beans {}

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    /** @throws IllegalArgumentException when a setting leads to a host that may not be called, or there without TLS */
    static void check(Environment environment) {
        var settings = Binder.get(environment);
        var allowed = settings.bindOrCreate("zhuxi.outgoing", AllowedHosts.class);
        var encrypted = new EncryptedConnections(settings);
        encrypted.check();
        if (allowed.isList()) {
            ProxySelector.setDefault(new ListedOnly(allowed, ProxySelector.getDefault()));
        }
        settings.bind(MAIL, String.class).ifBound(host -> allowed.require(host, MAIL));
        settings.bind(PROVIDERS, PROVIDER)
                .orElse(Map.of())
                .forEach((name, provider) -> CALLED.stream()
                        .filter(provider::containsKey)
                        .forEach(uri -> {
                            var address = Objects.requireNonNull(provider.get(uri));
                            var setting = String.join(".", PROVIDERS, name, uri);
                            allowed.require(hostOf(address), setting);
                            encrypted.checkProvider(address, setting);
                        }));
    }

    private static String hostOf(String uri) {
        return Objects.requireNonNullElse(URI.create(uri).getHost(), uri);
    }
}
