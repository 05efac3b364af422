package org.zhuxi.account.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.platform.security.SignedIn;

/** After a password: on to the page asked for, to the form that waits, or back to the sign-in page with what was typed. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignInView view;
    private final NextPage next;

    SignInOutcome(SignInView view, NextPage next) {
        this.view = view;
        this.next = next;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        response.sendRedirect(next.after(
                ((SignedIn) Objects.requireNonNull(authentication.getPrincipal())).actor(), request, response));
    }

    /** The same words whatever was wrong, so that nobody learns who has an account here. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var username = request.getParameter("username");
        var carried = Resumption.carriedBy(request).orElse(null);
        var name = username == null ? "" : username.strip();
        if (failure.getCause() instanceof SignInRefused.Blocked blocked) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(blocked.remaining().toSeconds() + 1));
            view.signIn(
                    request,
                    response,
                    new SignInContent(name, "account.sign-in.blocked", true, blocked.minutes(), carried));
        } else {
            view.signIn(request, response, new SignInContent(name, "account.sign-in.wrong", true, 0, carried));
        }
    }
}
