package org.zhuxi.waste.team;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What is refused about the team and its duties, and why. */
public abstract sealed class TeamRefused extends Refused {

    TeamRefused(Problem problem) {
        super(problem);
    }

    /** Only members of the team take duties. */
    public static final class NoMember extends TeamRefused {
        public NoMember() {
            super(Problem.of("duty-no-member", Kind.FORBIDDEN));
        }
    }

    /** Nothing was verified in these days. */
    public static final class NoHours extends TeamRefused {
        public NoHours(java.time.LocalDate from, java.time.LocalDate to) {
            super(Problem.of("certificate-no-hours", Kind.CONFLICT, from.toString(), to.toString()));
        }
    }

    /** Somebody else has it, or it has begun. */
    public static final class NotFree extends TeamRefused {
        public NotFree() {
            super(Problem.of("duty-not-free", Kind.CONFLICT));
        }
    }

    /** It is another person's duty, or it stands otherwise than was thought. */
    public static final class NotYours extends TeamRefused {
        public NotYours() {
            super(Problem.of("duty-not-yours", Kind.CONFLICT));
        }
    }

    /** Checking in is possible from half an hour before until the end. */
    public static final class NotNow extends TeamRefused {
        public NotNow(int minutesBefore) {
            super(Problem.of("duty-not-now", Kind.CONFLICT, minutesBefore));
        }
    }

    /** The person has another duty at the same time. */
    public static final class Overlaps extends TeamRefused {
        public Overlaps() {
            super(Problem.of("duty-overlaps", Kind.CONFLICT));
        }
    }
}
