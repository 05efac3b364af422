package org.zhuxi.account.internal.acting;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Acting;
import org.zhuxi.account.ActingConsent;
import org.zhuxi.account.internal.SignInView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.web.Page;

/** Lets a helper do what was agreed to and nothing else; each look is kept before it is answered, each act before it is done. */
@Component
public class ActingLimits {

    private static final Set<String> WAYS_OUT =
            Set.of(ActingPages.PAGE + "/end", ActingPages.PAGE + "/more", "/sign-out");
    private static final int FAILED = 400;

    private final Acting acting;
    private final Entrustments entrustments;
    private final SignInView view;

    ActingLimits(Acting acting, Entrustments entrustments, SignInView view) {
        this.acting = acting;
        this.entrustments = entrustments;
        this.view = view;
    }

    /** @param helper whose session it is */
    public void pass(
            ActingConsent consent,
            Actor helper,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(Page.ACTING_FOR, consent.name());
        var path = request.getRequestURI();
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (WAYS_OUT.contains(path)) {
            chain.doFilter(request, response);
            return;
        }
        var what = entrustments.find(consent, method, path);
        if (what.isPresent()) {
            var isLook = method.equals("GET");
            acting.note(helper, consent, isLook ? "look" : "act", what.get());
            chain.doFilter(request, response);
            if (!isLook && response.getStatus() >= FAILED) {
                acting.note(helper, consent, "failed", what.get());
            }
        } else if (path.startsWith("/me/")) {
            acting.note(helper, consent, "refused", "");
            view.problem(request, response, Problem.of("acting-not-entrusted", Problem.Kind.FORBIDDEN, consent.name()));
        } else if (path.startsWith("/api/")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect("/me");
        }
    }
}
