package org.zhuxi.notice.internal;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.web.Page;

/** What was wrong with a form that is shown again. */
public record Wrong(@Nullable Problem problem) {

    static final Wrong NOTHING = new Wrong(null);

    /** Words for the top of the page; empty when nothing is wrong. */
    public String words(Page page) {
        return problem == null ? "" : page.messages().explain(page.locale(), problem);
    }

    /** Words beside a field; empty when nothing is wrong with it. */
    public String at(String field, Page page) {
        return problem == null
                ? ""
                : problem.fields().stream()
                        .filter(it -> it.name().equals(field))
                        .findFirst()
                        .map(it -> page.messages().explain(page.locale(), it))
                        .orElse("");
    }
}
