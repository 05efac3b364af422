package org.zhuxi.account.internal;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The providers of identities that this installation is configured for; none by default. */
@Component
public class SignInWays {

    private final ObjectProvider<ClientRegistrationRepository> registrations;

    SignInWays(ObjectProvider<ClientRegistrationRepository> registrations) {
        this.registrations = registrations;
    }

    /** A provider people may sign in with. */
    public record Way(String registration, String name) {}

    public List<Way> list() {
        return registrations.getIfAvailable() instanceof Iterable<?> known
                ? StreamSupport.stream(known.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .map(each -> new Way(each.getRegistrationId(), each.getClientName()))
                        .toList()
                : List.of();
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
