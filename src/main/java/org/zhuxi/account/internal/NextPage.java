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
}
