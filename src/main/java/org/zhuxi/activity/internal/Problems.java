package org.zhuxi.activity.internal;

import java.util.List;
import org.zhuxi.kernel.Problem;

/** Puts wrong fields together into one problem. */
final class Problems {

    private Problems() {}

    /** One wrong field speaks for the whole; several are summed up. */
    static Problem of(List<Problem.Field> wrong) {
        if (wrong.size() == 1) {
            var only = wrong.getFirst();
            return new Problem(only.slug(), Problem.Kind.INVALID, only.arguments(), wrong);
        }
        return new Problem("activity-invalid", Problem.Kind.INVALID, List.of(wrong.size()), wrong);
    }
}
