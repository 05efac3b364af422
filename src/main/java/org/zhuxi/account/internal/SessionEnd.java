package org.zhuxi.account.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.platform.web.RefusedAccess;

/**
 * What a page request meets when nobody is signed in any more. A form that was just sent is not lost: the sign-in page
 * carries it along, or, for somebody who is remembered, the form is offered for sending again at once.
 */
@Component
class SessionEnd implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String SIGN_IN = "/sign-in";

    private static final String HTMX = "HX-Request";

    private final SignInView view;
    private final ProofQuestion proof;
    private final RememberMeServices remembered;
    private final SecurityContextRepository contexts;

    SessionEnd(
            SignInView view, ProofQuestion proof, RememberMeServices remembered, SecurityContextRepository contexts) {
        this.view = view;
        this.proof = proof;
        this.remembered = remembered;
        this.contexts = contexts;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobodySignedIn)
            throws IOException, ServletException {
        if (request.getHeader(HTMX) != null) {
            sendHtmxToSignIn(request, response);
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendRedirect(SIGN_IN);
        } else {
            signIn(request, response);
        }
    }

    /** The last proof is too old; or the form token did not fit: its session has ended, or it is not our form. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (ProofNeeded.isCauseOf(denied)) {
            proof.ask(request, response);
        } else if (!Resumption.isFromOurPages(request)) {
            RefusedAccess.note("account-foreign-form", request);
            view.problem(request, response, Problem.of("account-foreign-form", Problem.Kind.FORBIDDEN));
        } else if (request.getRequestURI().equals(SIGN_IN)) {
            signInAgain(request, response);
        } else if (isSignedIn() || signInRemembered(request, response)) {
            offerAgain(request, response);
        } else if (request.getHeader(HTMX) != null) {
            sendHtmxToSignIn(request, response);
        } else {
            signIn(request, response);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        var resumption = Resumption.ofRefused(request).orElse(null);
        var notice = resumption == null ? "account.sign-in.needed" : "account.sign-in.nothing-lost";
        view.signIn(request, response, SignInContent.plain("", notice, resumption));
    }

    private void signInAgain(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var username = request.getParameter("username");
        var carried = Resumption.carriedBy(request).orElse(null);
        view.signIn(
                request,
                response,
                SignInContent.plain(username == null ? "" : username, "account.sign-in.waited-long", carried));
    }

    private void offerAgain(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var resumption = Resumption.ofRefused(request);
        if (resumption.isEmpty()) {
            response.sendRedirect("/");
        } else if (request.getHeader(HTMX) != null) {
            resumption.get().keepIn(request);
            redirectHtmx(response, "/resume");
        } else {
            view.resume(request, response, resumption.get());
        }
    }

    private static void sendHtmxToSignIn(HttpServletRequest request, HttpServletResponse response) {
        var carried = Resumption.ofRefused(request);
        carried.ifPresent(resumption -> resumption.keepIn(request));
        redirectHtmx(response, carried.isPresent() ? SIGN_IN : pageBehind(request));
    }

    private static void redirectHtmx(HttpServletResponse response, String path) {
        response.setHeader("HX-Redirect", path);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** The page an htmx request came from; opening it asks for signing in and comes back to it. */
    private static String pageBehind(HttpServletRequest request) {
        var page = request.getHeader("HX-Current-URL");
        if (!Resumption.isOurs(page, request)) {
            return SIGN_IN;
        }
        var address = URI.create(Objects.requireNonNull(page));
        var query = address.getRawQuery();
        return address.getRawPath() + (query == null ? "" : "?" + query);
    }

    private boolean signInRemembered(HttpServletRequest request, HttpServletResponse response) {
        var authentication = remembered.autoLogin(request, response);
        if (authentication == null) {
            return false;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return true;
    }

    private static boolean isSignedIn() {
        return isSignedIn(SecurityContextHolder.getContext().getAuthentication());
    }

    private static boolean isSignedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }
}
