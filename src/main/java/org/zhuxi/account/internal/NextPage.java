package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.identity.WaitingIdentity;
import org.zhuxi.account.internal.session.PageAskedFor;
import org.zhuxi.kernel.Actor;

/** Where somebody goes on after signing in. */
@Component
public class NextPage {

    /** A path on this server: not //elsewhere, nothing that a redirect would fill in. */
    private static final String OURS = "/[^/\\\\{}\\p{Cntrl}][^\\\\{}\\p{Cntrl}]*";

    private final Home home;
    private final PageAskedFor asked;

    NextPage(Home home, PageAskedFor asked) {
        this.home = home;
        this.asked = asked;
    }

    /** To the form that waits, an identity to be linked, the page asked for, or home. */
    public String after(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var carried = Resumption.carriedBy(request);
        if (carried.isPresent()) {
            carried.get().keepIn(request);
            return "/resume";
        }
        if (WaitingIdentity.isIn(request)) {
            return WaitingIdentity.CONFIRMATION;
        }
        var wanted = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        return wanted == null ? home.of(actor) : wanted.getRedirectUrl();
    }

    /** After a proof given anew: to the form that waits, or the page that the field {@code next} names. */
    public String afterProof(HttpServletRequest request) {
        var carried = Resumption.carriedBy(request);
        if (carried.isPresent()) {
            carried.get().keepIn(request);
            return "/resume";
        }
        var named = request.getParameter("next");
        return named != null && named.matches(OURS) ? named : "/me/sign-in";
    }
}
