package org.zhuxi.account.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.security.CurrentActor;

/** After a password: on to the page asked for, to the form that waits, or back to the sign-in page with what was typed. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    private final SignInView view;
    private final Home home;

    SignInOutcome(SignInView view, Home home) {
        this.view = view;
        this.home = home;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        var carried = Resumption.carriedBy(request);
        if (carried.isPresent()) {
            carried.get().keepIn(request);
            getRedirectStrategy().sendRedirect(request, response, "/resume");
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        return home.of(CurrentActor.get());
    }

    /** The same words whatever was wrong, so that nobody learns who has an account here. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var username = request.getParameter("username");
        var carried = Resumption.carriedBy(request).orElse(null);
        view.signIn(
                request,
                response,
                new SignInContent(username == null ? "" : username.strip(), "account.sign-in.wrong", true, carried));
    }
}
