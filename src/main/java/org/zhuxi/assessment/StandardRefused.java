package org.zhuxi.assessment;

import java.util.List;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a standard was not drafted, published or retired. */
public abstract sealed class StandardRefused extends Refused {

    private StandardRefused(Problem problem) {
        super(problem);
    }

    /** What was typed is no code of a standard. */
    public static final class NoCode extends StandardRefused {
        public NoCode() {
            super(Problem.ofField("code", "standard-code"));
        }
    }

    /** There is no such standard to start from. */
    public static final class NothingThere extends StandardRefused {
        public NothingThere() {
            super(Problem.ofField("from", "standard-unknown"));
        }
    }

    /** The code names no place from nation to community. */
    public static final class NoPlace extends StandardRefused {
        public NoPlace() {
            super(Problem.ofField("jurisdiction", "standard-place"));
        }
    }

    /** What was typed is neither a year nor a month. */
    public static final class NoPeriod extends StandardRefused {
        public NoPeriod() {
            super(Problem.ofField("period", "standard-period"));
        }
    }

    /** What was typed is no day. */
    public static final class NoDay extends StandardRefused {
        public NoDay() {
            super(Problem.ofField("effectiveFrom", "standard-day"));
        }
    }

    /** Another place has a standard of that code. */
    public static final class Taken extends StandardRefused {
        public Taken(String code) {
            super(Problem.ofField("code", "standard-taken", code));
        }
    }

    /** A draft of the next version is being written already. */
    public static final class BeingWritten extends StandardRefused {
        public BeingWritten(String code, int version) {
            super(Problem.ofField("code", "standard-being-written", code, version));
        }
    }

    /** The text is empty or too long. */
    public static final class Length extends StandardRefused {
        public Length(int most) {
            super(Problem.ofField("text", "standard-length", most));
        }
    }

    /** Somebody else has changed the draft meanwhile. */
    public static final class Changed extends StandardRefused {
        public Changed() {
            super(new Problem(
                    "standard-changed",
                    Kind.CONFLICT,
                    List.of(),
                    List.of(new Problem.Field("text", "standard-changed", List.of()))));
        }
    }

    /** It is published or retired and no longer a draft; or the other way round. */
    public static final class WrongState extends StandardRefused {
        public WrongState() {
            super(Problem.of("standard-state", Kind.CONFLICT));
        }
    }

    /** The text is no YAML that a form could write anew. */
    public static final class NoForm extends StandardRefused {
        public NoForm() {
            super(Problem.of("standard-no-form", Kind.CONFLICT));
        }
    }

    /** Something is wrong with the text. */
    public static final class Faulty extends StandardRefused {

        private final transient List<StandardFault> faults;

        public Faulty(List<StandardFault> faults) {
            super(Problem.ofField("text", "standard-faulty", faults.size()));
            this.faults = List.copyOf(faults);
        }

        public List<StandardFault> faults() {
            return faults;
        }
    }

    /** A reason is missing or too long. */
    public static final class NoReason extends StandardRefused {
        public NoReason(int most) {
            super(Problem.ofField("reason", "standard-reason", most));
        }
    }
}
