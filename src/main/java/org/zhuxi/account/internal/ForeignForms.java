package org.zhuxi.account.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site sends, as browsers themselves tell (Fetch Metadata). It guards against a neighbouring subdomain,
 * which could set the cookie of a form token.
 */
final class ForeignForms extends OncePerRequestFilter {

    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final AccessDeniedHandler refusal;

    ForeignForms(AccessDeniedHandler refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null
                && FOREIGN.contains(site)
                && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !BearerTokens.isCarriedBy(request)) {
            refusal.handle(request, response, new MissingCsrfTokenException("foreign"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
