package org.zhuxi.account.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.zhuxi.platform.outgoing.AllowedHosts;

/** Providers of identities. */
class SignInWaysTests {

    @Test
    void aProviderIsNotFollowedToAHostThatIsNotAllowed() {
        assertThatCode(() -> ways(AllowedHosts.ANY).requireAllowed()).doesNotThrowAnyException();
        assertThatCode(() -> ways(new AllowedHosts(List.of("id.example", "keys.example")))
                        .requireAllowed())
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ways(new AllowedHosts(List.of("id.example"))).requireAllowed())
                .withMessageContaining("town")
                .withMessageContaining("keys.example");
        assertThat(ways(AllowedHosts.ANY).list())
                .extracting(SignInWays.Way::registration)
                .containsExactly("town");
    }

    private static SignInWays ways(AllowedHosts allowed) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton(
                "registrations",
                new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("town")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .clientId("zhuxi")
                        .redirectUri("https://zhuxi.example/login/oauth2/code/town")
                        .authorizationUri("https://browsers.example/authorize")
                        .tokenUri("https://id.example/token")
                        .jwkSetUri("https://keys.example/jwks")
                        .build()));
        return new SignInWays(beans.getBeanProvider(ClientRegistrationRepository.class), allowed);
    }
}
