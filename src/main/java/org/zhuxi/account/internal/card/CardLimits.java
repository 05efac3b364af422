package org.zhuxi.account.internal.card;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhuxi.account.internal.acting.ActingLimits;
import org.zhuxi.account.internal.acting.ActingPages;
import org.zhuxi.account.internal.session.CardGuests;
import org.zhuxi.account.internal.session.SessionPeople;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.platform.web.Page;

/**
 * While somebody looks at his own things on a helper's device, only the pages of the resident's menu open, for reading. When
 * his time is over, the next request leads back to the helper.
 */
@Component
public class CardLimits extends OncePerRequestFilter {

    static final String PAGE = "/field/card-sign-in";

    private final CardGuests guests;
    private final SessionPeople people;
    private final ActingLimits acting;
    private final ObjectProvider<Manifests> manifests;

    CardLimits(CardGuests guests, SessionPeople people, ActingLimits acting, ObjectProvider<Manifests> manifests) {
        this.guests = guests;
        this.people = people;
        this.acting = acting;
        this.manifests = manifests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!guests.isThere(request)) {
            chain.doFilter(request, response);
        } else if (guests.isOver(request)) {
            var back = guests.isActing(request) ? ActingPages.PAGE : PAGE;
            guests.leave(request);
            goTo(back + "?over", request, response);
        } else if (guests.isActing(request)) {
            act(request, response, chain);
        } else if (isOpen(request)) {
            request.setAttribute(Page.LENT_UNTIL, guests.until(request));
            chain.doFilter(request, response);
        } else {
            goTo("/me", request, response);
        }
    }

    private void act(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var consent = guests.acting(request);
        var helper = people.find(request);
        if (consent.isEmpty() || helper.isEmpty() || guests.find(request).isEmpty()) {
            guests.leave(request);
            goTo(ActingPages.PAGE + "?over", request, response);
            return;
        }
        request.setAttribute(Page.LENT_UNTIL, guests.until(request));
        acting.pass(consent.get(), helper.get().actor(), request, response, chain);
    }

    private boolean isOpen(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.equals(PAGE + "/end") || path.equals(PAGE + "/more") || path.equals("/sign-out")) {
            return true;
        }
        return request.getMethod().equals("GET")
                && manifests.getObject().navigation(Shell.RESIDENT, Actor.VISITOR).stream()
                        .map(NavigationEntry::path)
                        .anyMatch(path::equals);
    }

    private static void goTo(String page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(page);
        }
    }
}
