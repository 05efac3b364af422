package org.zhuxi.account.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhuxi.account.Accounts;

/** Signs in the owner of an API token for one request, limited to the token's scopes. */
final class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Actors actors;
    private final ApiRefusals refusals;

    BearerTokens(Actors actors, ApiRefusals refusals) {
        this.actors = actors;
        this.refusals = refusals;
    }

    static boolean isCarriedBy(HttpServletRequest request) {
        return secretIn(request) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = secretIn(request);
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        var owner = secret.startsWith(Accounts.TOKEN_PREFIX)
                ? actors.findByToken(new Secret(secret)).orElse(null)
                : null;
        if (owner == null) {
            refusals.refuse("token-not-valid", "Bearer error=\"invalid_token\"", request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(owner, null, owner.getAuthorities()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static @Nullable String secretIn(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
