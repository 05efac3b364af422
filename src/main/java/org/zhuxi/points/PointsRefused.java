package org.zhuxi.points;

import java.time.LocalDate;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Why points were not moved or a rule was not changed. */
public abstract sealed class PointsRefused extends Refused {

    private PointsRefused(Problem problem) {
        super(problem);
    }

    /** The household has fewer points than that. */
    public static final class Overdraft extends PointsRefused {
        public Overdraft(long points) {
            super(Problem.of("points-overdraft", Problem.Kind.CONFLICT, points));
        }
    }

    /** The id of the request was used for another one. */
    public static final class KeyReused extends PointsRefused {
        public KeyReused(Object key) {
            super(Problem.of("points-key-reused", Problem.Kind.CONFLICT, key.toString()));
        }
    }

    /** The posting is not on this account, or of a kind that is never taken back. */
    public static final class NotReversible extends PointsRefused {
        public NotReversible() {
            super(Problem.of("points-not-reversible", Problem.Kind.CONFLICT));
        }
    }

    /** The posting has been taken back before. */
    public static final class ReversedBefore extends PointsRefused {
        public ReversedBefore() {
            super(Problem.of("points-reversed-before", Problem.Kind.CONFLICT));
        }
    }

    /** The number of points is not one that can be posted. */
    public static final class BadNumber extends PointsRefused {
        public BadNumber(String field, long most) {
            super(Problem.ofField(field, "points-bad-number", most));
        }
    }

    /** A posting by hand says why. */
    public static final class NoteMissing extends PointsRefused {
        public NoteMissing(int longest) {
            super(Problem.ofField("note", "points-note-missing", longest));
        }
    }

    /** There is no such rule. */
    public static final class UnknownRule extends PointsRefused {
        public UnknownRule(String code) {
            super(Problem.ofField("code", "points-unknown-rule", code));
        }
    }

    /** A version can only begin on a day that has not begun anywhere. */
    public static final class TooEarly extends PointsRefused {
        public TooEarly(LocalDate earliest) {
            super(Problem.ofField("validFrom", "points-rule-too-early", earliest.toString()));
        }
    }

    /** A rule gives no fewer than no points. */
    public static final class BadRate extends PointsRefused {
        public BadRate(String field) {
            super(Problem.ofField(field, "points-bad-rate"));
        }
    }
}
