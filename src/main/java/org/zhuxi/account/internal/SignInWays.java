package org.zhuxi.account.internal;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.outgoing.AllowedHosts;

/** The providers of identities that this installation is configured for; none by default. */
@Component
public class SignInWays {

    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final AllowedHosts allowed;

    SignInWays(ObjectProvider<ClientRegistrationRepository> registrations, AllowedHosts allowed) {
        this.registrations = registrations;
        this.allowed = allowed;
    }

    /** A provider people may sign in with. */
    public record Way(String registration, String name) {}

    public List<Way> list() {
        return registrations()
                .map(each -> new Way(each.getRegistrationId(), each.getClientName()))
                .toList();
    }

    /** @throws IllegalArgumentException when a provider has told an address that may not be called */
    void requireAllowed() {
        registrations().forEach(each -> {
            var provider = each.getProviderDetails();
            Stream.of(
                            provider.getTokenUri(),
                            provider.getJwkSetUri(),
                            provider.getUserInfoEndpoint().getUri())
                    .filter(Objects::nonNull)
                    .map(URI::create)
                    .forEach(uri -> allowed.require(
                            String.valueOf(uri.getHost()), "The provider of identities " + each.getRegistrationId()));
        });
    }

    private Stream<ClientRegistration> registrations() {
        return registrations.getIfAvailable() instanceof Iterable<?> known
                ? StreamSupport.stream(known.spliterator(), false).map(ClientRegistration.class::cast)
                : Stream.empty();
    }

    /** How a provider is called; its registration when it is not configured any more. */
    public String nameOf(String registration) {
        return list().stream()
                .filter(way -> way.registration().equals(registration))
                .map(Way::name)
                .findFirst()
                .orElse(registration);
    }
}
