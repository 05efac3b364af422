package org.zhuxi.indicator.internal;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Page;

/** What was wrong with a form that is shown again, with what was typed. */
public record Wrong(@Nullable Problem problem) {

    static final Wrong NOTHING = new Wrong(null);

    static Wrong of(Refused refused) {
        return new Wrong(refused.problem());
    }

    /** Words for the top of the page; empty when nothing is wrong. */
    public String words(Page page) {
        return problem == null ? "" : page.messages().explain(page.locale(), problem);
    }

    /** Words beside a field; empty when nothing is wrong with it. */
    public String at(String field, Page page) {
        if (problem == null) {
            return "";
        }
        for (var wrong : problem.fields()) {
            if (wrong.name().equals(field)) {
                return page.messages().explain(page.locale(), wrong);
            }
        }
        return "";
    }
}
