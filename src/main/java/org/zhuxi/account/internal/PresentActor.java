package org.zhuxi.account.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhuxi.platform.security.SignedIn;

/** Replaces what a session remembers of a person by what is true now, so that a role taken back is gone at once. */
final class PresentActor extends OncePerRequestFilter {

    private final Actors actors;

    PresentActor(Actors actors) {
        this.actors = actors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn then
                && then.actor().scopes() == null) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(now(then));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private @Nullable Authentication now(SignedIn then) {
        return actors.find(then.actor().account())
                .filter(SignedIn::active)
                .map(now -> UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities()))
                .orElse(null);
    }
}
