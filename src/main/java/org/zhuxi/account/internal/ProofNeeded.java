package org.zhuxi.account.internal;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** Refused until the person has proved anew who he is. */
final class ProofNeeded extends AuthorizationDecision {

    ProofNeeded() {
        super(false);
    }

    static boolean isCauseOf(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException refusal
                && refusal.getAuthorizationResult() instanceof ProofNeeded;
    }
}
