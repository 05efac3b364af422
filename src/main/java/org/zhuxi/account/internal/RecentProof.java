package org.zhuxi.account.internal;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.session.StaffPasskey;
import org.zhuxi.account.internal.throttle.SignInSettings;
import org.zhuxi.platform.rights.EndpointRight;
import org.zhuxi.platform.rights.RightsMatrix;
import org.zhuxi.platform.security.SignedIn;

/**
 * Wants a password, a passkey or a provider's word of the last minutes for what {@code rights/*.yaml} marks with {@code proof:
 * recent}. A token was made by such a proof and says by its scopes what it opens.
 */
@Component
class RecentProof implements AuthorizationManager<RequestAuthorizationContext> {

    /** All that is left to somebody who has yet to add the passkey that his roles need. */
    private static final String PASSKEYS = "/me/passkeys";

    private final AuthorizationManager<RequestAuthorizationContext> factors;
    private final RequestMatcher[] sensitive;

    RecentProof(RightsMatrix rights, SignInSettings settings, Clock clock) {
        var time = settings.proofTime();
        this.factors = AllRequiredFactorsAuthorizationManager.anyOf(
                factor(clock, it -> it.passwordAuthority().validDuration(time)),
                factor(clock, it -> it.webauthnAuthority().validDuration(time)),
                factor(clock, it -> it.authorizationCodeAuthority().validDuration(time)));
        this.sensitive = rights.endpoints().stream()
                .filter(EndpointRight::recentProof)
                .map(row -> PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.valueOf(row.method()), row.pattern()))
                .toArray(RequestMatcher[]::new);
    }

    private static AllRequiredFactorsAuthorizationManager<RequestAuthorizationContext> factor(
            Clock clock, Consumer<RequiredFactor.Builder> factor) {
        var manager = AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
                .requireFactor(factor)
                .build();
        manager.setClock(clock);
        return manager;
    }

    /** The requests that need it. */
    RequestMatcher[] sensitive() {
        return sensitive.clone();
    }

    /** Lets in to the pages of staff whoever is signed in, unless his roles wait for a passkey. */
    static AuthorizationResult unlessWithheld(
            Supplier<? extends @Nullable Authentication> signedIn, RequestAuthorizationContext request) {
        var authentication = signedIn.get();
        return StaffPasskey.isWithheld(authentication)
                ? new ProofNeeded()
                : new AuthorizationDecision(
                        authentication != null && authentication.getPrincipal() instanceof SignedIn);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> signedIn, RequestAuthorizationContext request) {
        var authentication = signedIn.get();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) {
            return new AuthorizationDecision(false);
        }
        if (StaffPasskey.isWithheld(authentication)
                && !request.getRequest().getRequestURI().startsWith(PASSKEYS)) {
            return new ProofNeeded();
        }
        if (person.actor().scopes() != null) {
            return new AuthorizationDecision(true);
        }
        var decision = factors.authorize(() -> authentication, request);
        return decision != null && decision.isGranted() ? decision : new ProofNeeded();
    }
}
