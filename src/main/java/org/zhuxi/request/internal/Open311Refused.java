package org.zhuxi.request.internal;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a call of Open311 was refused; becomes its own errors and their three statuses. */
abstract sealed class Open311Refused extends Refused {

    private Open311Refused(Problem problem) {
        super(problem);
    }

    /** There is no key, or it is not good here. */
    static final class NoKey extends Open311Refused {
        NoKey() {
            super(Problem.of("request-open311-key", Kind.FORBIDDEN));
        }
    }

    /** What a parameter names does not exist. */
    static final class Unknown extends Open311Refused {
        Unknown(String parameter) {
            super(Problem.of("request-open311-unknown", Kind.NOT_FOUND, parameter));
        }
    }

    /** A parameter that must be there is missing. */
    static final class Missing extends Open311Refused {
        Missing(String parameter) {
            super(Problem.of("request-open311-missing", Kind.INVALID, parameter));
        }
    }

    /** A parameter cannot be read. */
    static final class Unreadable extends Open311Refused {
        Unreadable(String parameter) {
            super(Problem.of("request-open311-unreadable", Kind.INVALID, parameter));
        }
    }

    /** The body is no form. */
    static final class NoForm extends Open311Refused {
        NoForm() {
            super(Problem.of("request-open311-form", Kind.INVALID));
        }
    }
}
