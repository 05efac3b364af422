package org.zhuxi.report.internal;

import org.zhuxi.report.ReportRefused;
import org.zhuxi.report.ReportStep;

/** Reads the step somebody wants to take. */
final class Steps {

    private Steps() {}

    /** @throws ReportRefused.WrongStep when it is none, or not one for those who may use this way */
    static ReportStep of(ReportStep.By by, String typed) {
        return Typed.choice(ReportStep.class, typed)
                .filter(step -> step.by() == by)
                .orElseThrow(ReportRefused.WrongStep::new);
    }
}
