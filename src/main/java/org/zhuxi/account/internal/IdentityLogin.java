package org.zhuxi.account.internal;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.identity.IdentityEntrance;
import org.zhuxi.account.internal.identity.NoClients;
import org.zhuxi.account.internal.identity.PendingRequests;

/** Signing in with a provider's identity, where one is configured ({@code spring.security.oauth2.client.registration}). */
@Component
class IdentityLogin {

    private final SignInWays ways;
    private final IdentityEntrance entrance;
    private final PendingRequests pending;

    IdentityLogin(SignInWays ways, IdentityEntrance entrance, PendingRequests pending) {
        this.ways = ways;
        this.entrance = entrance;
        this.pending = pending;
    }

    void addTo(HttpSecurity http) {
        ways.requireAllowed();
        if (!ways.list().isEmpty()) {
            http.oauth2Login(login -> login.loginPage(SessionEnd.SIGN_IN)
                    .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(pending))
                    .authorizedClientRepository(new NoClients())
                    .successHandler(entrance)
                    .failureHandler(entrance));
        }
    }
}
