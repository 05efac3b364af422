package org.zhuxi.request.mediation;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why something about a mediation was refused. */
public abstract sealed class MediationRefused extends Refused {

    private MediationRefused(Problem problem) {
        super(problem);
    }

    /** There are too few or too many parties. */
    public static final class WrongParties extends MediationRefused {
        public WrongParties() {
            super(Problem.ofField("parties", "mediation-parties", Party.FEWEST, Party.MOST));
        }
    }

    /** The request it shall come from does not exist in this community. */
    public static final class NoRequest extends MediationRefused {
        public NoRequest() {
            super(Problem.ofField("request", "mediation-request"));
        }
    }

    /** The id belongs to a mediation elsewhere. */
    public static final class Taken extends MediationRefused {
        public Taken() {
            super(Problem.of("mediation-taken", Kind.CONFLICT));
        }
    }

    /** It cannot go there from where it stands. */
    public static final class NoWay extends MediationRefused {
        public NoWay() {
            super(Problem.of("mediation-way", Kind.CONFLICT));
        }
    }

    /** The parties have not sat together yet. */
    public static final class NoSession extends MediationRefused {
        public NoSession() {
            super(Problem.of("mediation-no-session", Kind.CONFLICT));
        }
    }

    /** The parties have sat together, so it can only be terminated. */
    public static final class HasSession extends MediationRefused {
        public HasSession() {
            super(Problem.of("mediation-has-session", Kind.CONFLICT));
        }
    }

    /** There is no draft to sign. */
    public static final class NoDraft extends MediationRefused {
        public NoDraft() {
            super(Problem.of("mediation-no-draft", Kind.CONFLICT));
        }
    }

    /** A day lies before it was accepted, or ahead. */
    public static final class WrongDay extends MediationRefused {
        public WrongDay(String field) {
            super(Problem.ofField(field, "mediation-day"));
        }
    }

    /** It was extended before. */
    public static final class ExtendedBefore extends MediationRefused {
        public ExtendedBefore() {
            super(Problem.of("mediation-extended", Kind.CONFLICT));
        }
    }
}
