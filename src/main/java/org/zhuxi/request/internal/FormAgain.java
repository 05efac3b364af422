package org.zhuxi.request.internal;

import java.util.function.Supplier;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Wrong;

/** Forms that are shown again with what was typed. */
public final class FormAgain {

    private FormAgain() {}

    /** Does what a form asks, or shows it again with what is wrong; what is missing or forbidden stays so. */
    public static ModelAndView of(Supplier<ModelAndView> done, Supplier<ModelAndView> form) {
        try {
            return done.get();
        } catch (Refused refused) {
            var kind = refused.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            return Wrong.again(form.get(), refused);
        }
    }
}
