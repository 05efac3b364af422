package org.zhuxi.account.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.session.StaffPasskey;
import org.zhuxi.account.internal.throttle.SignInSettings;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.platform.web.Links;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request that needs a recent proof with the page that asks for one; what was typed goes along. */
@Component
class ProofQuestion {

    static final String PAGE = "/me/proof";

    /** Where a first passkey is added, for which a password is enough. */
    private static final String OWN_SIGN_IN = "/me/sign-in";

    private final SignInView view;
    private final SignInSettings settings;
    private final JsonMapper json;

    ProofQuestion(SignInView view, SignInSettings settings, JsonMapper json) {
        this.view = view;
        this.settings = settings;
        this.json = json;
    }

    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            Resumption.ofRefused(request).ifPresent(waiting -> waiting.keepIn(request));
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Map.of("to", PAGE));
        } else if (request.getMethod().equals("GET")) {
            response.sendRedirect(Links.to(PAGE, "next", request.getRequestURI()));
        } else {
            var waiting = Resumption.ofRefused(request).orElse(null);
            view.proof(request, response, content("", List.of(), waiting));
        }
    }

    ProofContent content(String next, List<Problem.Field> errors, @Nullable Resumption waiting) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        var isWithheld = StaffPasskey.isWithheld(signedIn) && !next.startsWith(OWN_SIGN_IN);
        return new ProofContent(
                next, settings.proofTime().toMinutes(), isWithheld, hasPassword(signedIn), errors, waiting);
    }

    private static boolean hasPassword(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getPrincipal() instanceof SignedIn person && person.passwordHash() != null;
    }
}
