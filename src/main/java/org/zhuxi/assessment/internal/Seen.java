package org.zhuxi.assessment.internal;

import org.zhuxi.assessment.CriterionResult.Reason;
import org.zhuxi.indicator.Verdict;

/**
 * What one check says.
 *
 * @param number what points are reckoned from
 */
record Seen(Verdict verdict, Span number, Reason reason) {

    static Seen unknown(Reason reason) {
        return new Seen(Verdict.UNKNOWN, Span.ANY, reason);
    }

    static Seen of(boolean holds, Span number, Reason reason) {
        return new Seen(holds ? Verdict.YES : Verdict.NO, number, reason);
    }
}
