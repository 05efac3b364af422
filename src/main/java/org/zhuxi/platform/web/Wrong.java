package org.zhuxi.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** What was wrong with a form that is shown again, with what was typed; {@code part/wrong} prints it. */
public record Wrong(@Nullable Problem problem) {

    private static final Wrong NOTHING = new Wrong(null);

    /** Nothing is wrong. */
    public static Wrong nothing() {
        return NOTHING;
    }

    public static Wrong of(Refused refused) {
        return new Wrong(refused.problem());
    }

    /** The page of the form again, with the status of the refusal and this under the name {@code wrong}. */
    public static ModelAndView again(ModelAndView page, Refused refused) {
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page.addObject("wrong", of(refused));
    }

    /** Words for the top of the page; empty when nothing is wrong. */
    public String words(Page page) {
        return problem == null ? "" : page.messages().explain(page.locale(), problem);
    }

    /** Words beside a field; empty when nothing is wrong with it. */
    public String at(String field, Page page) {
        return problem == null ? "" : page.explain(problem.fields(), field);
    }
}
