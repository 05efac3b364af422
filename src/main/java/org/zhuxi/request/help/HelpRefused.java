package org.zhuxi.request.help;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why something about a call for help was refused. */
public abstract sealed class HelpRefused extends Refused {

    private HelpRefused(Problem problem) {
        super(problem);
    }

    /** Somebody else said first that he is coming. */
    public static final class Taken extends HelpRefused {
        public Taken() {
            super(Problem.of("request-help-taken", Kind.CONFLICT));
        }
    }

    /** Nobody has said that he is coming, or it has ended. */
    public static final class NotTaken extends HelpRefused {
        public NotTaken() {
            super(Problem.of("request-help-not-taken", Kind.CONFLICT));
        }
    }
}
