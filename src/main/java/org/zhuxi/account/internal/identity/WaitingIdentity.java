package org.zhuxi.account.internal.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.zhuxi.account.internal.session.SessionPeople;

/** The code of an identity that this browser proved and that belongs to no account yet. */
public final class WaitingIdentity {

    /** Asks whether to link it to the account that is signed in. */
    public static final String CONFIRMATION = "/me/sign-in/identity";

    static final String PAGE = "/sign-in/identity";

    private static final String CODE = "identity.code";

    private WaitingIdentity() {}

    public static boolean isIn(HttpServletRequest request) {
        return codeIn(request) != null;
    }

    static @Nullable String codeIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(CODE) instanceof String code ? code : null;
    }

    static void keep(HttpServletRequest request, String code) {
        SessionPeople.keepBriefly(request, CODE, code);
    }

    static void forget(HttpServletRequest request) {
        SessionPeople.take(request, CODE);
    }
}
