package org.zhuxi.account.internal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Identities;
import org.zhuxi.account.internal.NextPage;
import org.zhuxi.account.internal.session.Entrance;
import org.zhuxi.account.internal.session.SessionPeople;

/** A provider has told who somebody is: in, if we know him by that identity, else on to the page that says how to link it. */
@Component
public class IdentityEntrance implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityEntrance.class);

    private final Identities identities;
    private final Entrance entrance;
    private final SessionPeople people;
    private final NextPage next;

    IdentityEntrance(Identities identities, Entrance entrance, SessionPeople people, NextPage next) {
        this.identities = identities;
        this.entrance = entrance;
        this.people = people;
        this.next = next;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var proof = (OAuth2AuthenticationToken) authentication;
        var registration = proof.getAuthorizedClientRegistrationId();
        // the provider's answer is a proof, not a person of ours
        SecurityContextHolder.clearContext();
        var owner = identities.findOwner(registration, proof.getName());
        if (owner.isPresent()) {
            entrance.enter(owner.get(), "identity " + registration, request, response);
            response.sendRedirect(next.after(owner.get().actor(), request, response));
            return;
        }
        WaitingIdentity.keep(request, identities.await(registration, proof.getName()));
        var isSignedIn = people.find(request).isPresent();
        response.sendRedirect(isSignedIn ? WaitingIdentity.CONFIRMATION : WaitingIdentity.PAGE);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.info("A provider's answer was not accepted: {}", Objects.toString(failure.getMessage(), "?"));
        response.sendRedirect("/sign-in?after=identity");
    }
}
