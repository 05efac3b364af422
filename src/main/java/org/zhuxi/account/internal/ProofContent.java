package org.zhuxi.account.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;

/**
 * What the page shows that asks for a proof anew.
 *
 * @param next the page to go on to, or empty
 * @param minutes for how long the proof will stand
 * @param withheld whether the person's roles wait for a passkey, so that a password is not enough
 * @param hasPassword whether a password could prove anything
 * @param resumption a form that waits to be sent again
 */
public record ProofContent(
        String next,
        long minutes,
        boolean withheld,
        boolean hasPassword,
        List<Problem.Field> errors,
        @Nullable Resumption resumption) {

    public ProofContent {
        errors = List.copyOf(errors);
    }
}
