package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.platform.web.ProblemWriter;
import org.zhuxi.platform.web.RefusedAccess;

/** Tells a program, as RFC 9457, that it is not signed in (401) or that its browser form token does not fit (403). */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;
    private final LocaleResolver locales;

    ApiRefusals(ProblemWriter problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobodySignedIn)
            throws IOException {
        refuse("sign-in-needed", "Bearer", request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn) {
            var slug = ProofNeeded.isCauseOf(denied) ? "account-proof-needed" : "account-form-token";
            var problem = Problem.of(slug, Problem.Kind.FORBIDDEN);
            RefusedAccess.note(problem.slug(), request);
            problems.write(problem, locales.resolveLocale(request), request, response);
        } else {
            refuse("sign-in-needed", "Bearer", request, response);
        }
    }

    void refuse(String slug, String challenge, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        var problem = Problem.of("account-" + slug, Problem.Kind.UNAUTHENTICATED);
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            RefusedAccess.note(problem.slug(), request);
        }
        problems.write(problem, locales.resolveLocale(request), request, response);
    }
}
