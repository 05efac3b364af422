package org.zhuxi.waste.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Problem;

/**
 * What became of one item of a batch.
 *
 * @param problem why it was not taken; null when it was created or a duplicate
 */
public record Filed(
        UUID id, Outcome.Status status, @Nullable Problem problem) {

    static Filed rejected(UUID id, Problem problem) {
        var status = problem.slug().equals("chain-conflict") ? Outcome.Status.CONFLICT : Outcome.Status.REJECTED;
        return new Filed(id, status, problem);
    }

    static Filed of(Outcome outcome) {
        return new Filed(outcome.id(), outcome.status(), outcome.problem());
    }

    /** Whether it is kept. */
    public boolean isKept() {
        return problem == null;
    }
}
