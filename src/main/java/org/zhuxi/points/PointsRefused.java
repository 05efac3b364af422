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

    /** Something is to be explained in words. */
    public static final class WordsMissing extends PointsRefused {
        public WordsMissing(String field, int longest) {
            super(Problem.ofField(field, "points-words-missing", longest));
        }
    }

    /** A field cannot be read or lies outside what is possible. */
    public static final class Unreadable extends PointsRefused {
        public Unreadable(String field, String slug, Object... arguments) {
            super(Problem.ofField(field, slug, arguments));
        }
    }

    /** No other household has that card. */
    public static final class UnknownCard extends PointsRefused {
        public UnknownCard(String card) {
            super(Problem.ofField("card", "points-unknown-card", card));
        }
    }

    /** The household has not agreed to take gifts from this one. */
    public static final class NotFamily extends PointsRefused {
        public NotFamily() {
            super(Problem.of("points-not-family", Problem.Kind.CONFLICT));
        }
    }

    /** The day's limit of gifts leaves less. */
    public static final class GiftLimit extends PointsRefused {
        public GiftLimit(long left) {
            super(Problem.of("points-gift-limit", Problem.Kind.CONFLICT, left));
        }
    }

    /** The stretch of time cannot be read, ends before it begins, or is too long. */
    public static final class BadRange extends PointsRefused {
        public BadRange(String field, int mostDays) {
            super(Problem.ofField(field, "points-bad-range", mostDays));
        }
    }

    /** No record of that source still counts in that time, or all are in quarantine already. */
    public static final class NothingToWithhold extends PointsRefused {
        public NothingToWithhold() {
            super(Problem.of("points-nothing-to-withhold", Problem.Kind.CONFLICT));
        }
    }

    /** More records than are withheld at once. */
    public static final class TooManyRecords extends PointsRefused {
        public TooManyRecords(int most) {
            super(Problem.ofField("to", "points-too-many-records", most));
        }
    }

    /** Whoever withheld the points, or recorded what they were given for, does not decide about them. */
    public static final class SamePerson extends PointsRefused {
        public SamePerson() {
            super(Problem.of("points-same-person", Problem.Kind.CONFLICT));
        }
    }

    /** Nothing waits for a decision: not all is withheld yet, or it has been decided. */
    public static final class NothingToDecide extends PointsRefused {
        public NothingToDecide() {
            super(Problem.of("points-nothing-to-decide", Problem.Kind.CONFLICT));
        }
    }

    /** Every account is being recomputed for somebody else. */
    public static final class BeingReckoned extends PointsRefused {
        public BeingReckoned() {
            super(Problem.of("points-being-reckoned", Problem.Kind.UNAVAILABLE));
        }
    }

    /** A rule gives no fewer than no points. */
    public static final class BadRate extends PointsRefused {
        public BadRate(String field) {
            super(Problem.ofField(field, "points-bad-rate"));
        }
    }
}
