package org.zhuxi.waste.internal;

import java.util.function.Function;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Shows a form once more after a refusal: with what was typed, what to change, and the status of the refusal. */
public final class Again {

    private Again() {}

    /** The page with its problem; what no typing can mend is thrown on. */
    public static ModelAndView after(Refused refused, Function<FormProblem, ModelAndView> show) {
        var kind = refused.problem().kind();
        if (kind != Problem.Kind.INVALID && kind != Problem.Kind.CONFLICT) {
            throw refused;
        }
        var page = show.apply(new FormProblem(refused.problem()));
        page.setStatus(HttpStatusCode.valueOf(kind.status()));
        return page;
    }
}
