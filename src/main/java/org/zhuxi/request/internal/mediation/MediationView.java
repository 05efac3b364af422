package org.zhuxi.request.internal.mediation;

import java.util.List;
import org.zhuxi.platform.web.Moment;
import org.zhuxi.platform.web.Page;
import org.zhuxi.request.mediation.MediationStep;

/** Steps of a mediation in the reader's words. */
public final class MediationView {

    private MediationView() {}

    /** Steps as a timeline, with the day on which each was done. */
    public static List<Moment> moments(Page page, List<MediationStep> steps) {
        return steps.stream()
                .map(step -> new Moment(step.at(), what(page, step), page.date(step.day())))
                .toList();
    }

    private static String what(Page page, MediationStep step) {
        var to = step.to();
        var kind = page.t(step.kind().label());
        var what = to == null || step.kind() == MediationStep.Kind.OPENED ? kind : page.t(to.label());
        return step.words().isEmpty() ? what : page.t("request.step.says", what, step.words());
    }
}
