package org.zhuxi.assessment;

import java.time.LocalDate;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a cycle or the assessment of a community was not moved on. */
public abstract sealed class CycleRefused extends Refused {

    private CycleRefused(Problem problem) {
        super(problem);
    }

    /** The number does not fit with the others. */
    public static final class NoNumber extends CycleRefused {
        public NoNumber(String field) {
            super(Problem.ofField(field, "assessment-number"));
        }
    }

    /** The days do not follow each other. */
    public static final class NoDay extends CycleRefused {
        public NoDay(String field) {
            super(Problem.ofField(field, "assessment-day"));
        }
    }

    /** Something has to be chosen of what is offered. */
    public static final class NoChoice extends CycleRefused {
        public NoChoice(String field) {
            super(Problem.ofField(field, "assessment-choice"));
        }
    }

    /** The code names no place from community to nation. */
    public static final class NoPlace extends CycleRefused {
        public NoPlace(String field) {
            super(Problem.ofField(field, "assessment-place"));
        }
    }

    /** The standard cannot be used: it is a draft, retired, not in force yet, or another jurisdiction's. */
    public static final class NoStandard extends CycleRefused {
        public NoStandard() {
            super(Problem.ofField("standard", "assessment-standard"));
        }
    }

    /** No register of the year is frozen for the place. */
    public static final class NoRegister extends CycleRefused {
        public NoRegister(int year) {
            super(Problem.of("assessment-register", Kind.CONFLICT, String.valueOf(year)));
        }
    }

    /** The community is not in the register of the cycle, or is a village. */
    public static final class NotInRegister extends CycleRefused {
        public NotInRegister(Names community) {
            super(Problem.of("assessment-not-in-register", Kind.CONFLICT, community));
        }
    }

    /** The cycle is not where this could be done. */
    public static final class CycleElsewhere extends CycleRefused {
        public CycleElsewhere(Names state) {
            super(Problem.of("assessment-cycle-elsewhere", Kind.CONFLICT, state));
        }
    }

    /** Some assessments of the cycle are not finished. */
    public static final class Unfinished extends CycleRefused {
        public Unfinished(long count) {
            super(Problem.of("assessment-unfinished", Kind.CONFLICT, count));
        }
    }

    /** It stands somewhere else meanwhile, from where this cannot be done. */
    public static final class Elsewhere extends CycleRefused {
        public Elsewhere() {
            super(Problem.of("assessment-elsewhere", Kind.CONFLICT));
        }
    }

    /** The day until which it could be done is over. */
    public static final class TooLate extends CycleRefused {
        public TooLate(LocalDate until) {
            super(Problem.of("assessment-too-late", Kind.CONFLICT, until.toString()));
        }
    }

    /** Another level has it on its desk. */
    public static final class OtherLevel extends CycleRefused {
        public OtherLevel(Names level) {
            super(Problem.of("assessment-other-level", Kind.CONFLICT, level));
        }
    }

    /** Who filled in an assessment neither approves nor scores it. */
    public static final class OwnWork extends CycleRefused {
        public OwnWork() {
            super(Problem.of("assessment-own-work", Kind.CONFLICT));
        }
    }

    /** Who lives or works in a community, or declared an interest, does not judge it. */
    public static final class Conflict extends CycleRefused {
        public Conflict() {
            super(Problem.of("assessment-conflict", Kind.CONFLICT));
        }
    }

    /** So many criteria have no answer. */
    public static final class Incomplete extends CycleRefused {
        public Incomplete(int missing) {
            super(Problem.of("assessment-incomplete", Kind.CONFLICT, missing));
        }
    }

    /** The approved data are locked. */
    public static final class Locked extends CycleRefused {
        public Locked() {
            super(Problem.of("assessment-locked", Kind.CONFLICT));
        }
    }

    /** Fewer than two different assessors have checked on site. */
    public static final class FewAssessors extends CycleRefused {
        public FewAssessors(int there) {
            super(Problem.of("assessment-few-assessors", Kind.CONFLICT, there));
        }
    }

    /** Some criteria are not assessed, so nothing can be decided. */
    public static final class NotAssessed extends CycleRefused {
        public NotAssessed(String criteria) {
            super(Problem.of("assessment-not-assessed", Kind.CONFLICT, criteria));
        }
    }

    /** The score sheet says otherwise. */
    public static final class OtherDecision extends CycleRefused {
        public OtherDecision() {
            super(Problem.of("assessment-other-decision", Kind.CONFLICT));
        }
    }

    /** The notice is not over, or an objection is not answered. */
    public static final class NoticeRuns extends CycleRefused {
        public NoticeRuns(LocalDate until) {
            super(Problem.of("assessment-notice-runs", Kind.CONFLICT, until.toString()));
        }
    }

    /** An objection has no answer yet. */
    public static final class OpenObjection extends CycleRefused {
        public OpenObjection() {
            super(Problem.of("assessment-open-objection", Kind.CONFLICT));
        }
    }

    /** The same id is there with other content; the first stands. */
    public static final class OtherContent extends CycleRefused {
        public OtherContent() {
            super(Problem.of("assessment-other-content", Kind.CONFLICT));
        }
    }

    /** The phone belongs to somebody else than who is signed in. */
    public static final class OtherAccount extends CycleRefused {
        public OtherAccount() {
            super(Problem.of("field-other-account", Kind.CONFLICT));
        }
    }

    /** This assessor has checked already. */
    public static final class CheckedBefore extends CycleRefused {
        public CheckedBefore() {
            super(Problem.of("assessment-checked-before", Kind.CONFLICT));
        }
    }

    /** Too many objections came from there lately. */
    public static final class TooMany extends CycleRefused {
        public TooMany(int most) {
            super(Problem.of("assessment-too-many", Kind.TOO_MANY, most));
        }
    }

    /** The community holds that title, or has not attained. */
    public static final class NoTitle extends CycleRefused {
        public NoTitle() {
            super(Problem.of("assessment-no-title", Kind.CONFLICT));
        }
    }

    /** Nothing is there to draw from, or it was drawn before. */
    public static final class NoDraw extends CycleRefused {
        public NoDraw() {
            super(Problem.of("assessment-no-draw", Kind.CONFLICT));
        }
    }
}
