package org.zhuxi.account.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;

/**
 * What the page shows that asks for a proof anew.
 *
 * @param next the page to go on to, or empty
 * @param minutes for how long the proof will stand
 * @param resumption a form that waits to be sent again
 */
public record ProofContent(
        String next,
        long minutes,
        List<Problem.Field> errors,
        @Nullable Resumption resumption) {

    public ProofContent {
        errors = List.copyOf(errors);
    }
}
