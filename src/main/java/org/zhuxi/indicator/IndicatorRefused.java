package org.zhuxi.indicator;

import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a number was not entered, verified or published. */
public abstract sealed class IndicatorRefused extends Refused {

    private IndicatorRefused(Problem problem) {
        super(problem);
    }

    /** What was typed is neither a year nor a month. */
    public static final class NoPeriod extends IndicatorRefused {
        public NoPeriod() {
            super(Problem.ofField("period", "indicator-period"));
        }
    }

    /** The measure is known for years only. */
    public static final class YearlyOnly extends IndicatorRefused {
        public YearlyOnly() {
            super(Problem.ofField("period", "indicator-yearly"));
        }
    }

    /** The period has not begun. */
    public static final class InTheFuture extends IndicatorRefused {
        public InTheFuture() {
            super(Problem.ofField("period", "indicator-future"));
        }
    }

    /** What was typed is no number, or one that cannot be. */
    public static final class NoNumber extends IndicatorRefused {
        public NoNumber(String field) {
            super(Problem.ofField(field, "indicator-number"));
        }
    }

    /** A text is missing or too long. */
    public static final class Length extends IndicatorRefused {
        public Length(String field, int most) {
            super(Problem.ofField(field, "indicator-length", most));
        }
    }

    /** The code names no place from community to nation. */
    public static final class NoPlace extends IndicatorRefused {
        public NoPlace() {
            super(Problem.ofField("place", "indicator-place"));
        }
    }

    /** The measure is unknown, or follows from records or registers and is not entered by hand. */
    public static final class NotEntered extends IndicatorRefused {
        public NotEntered() {
            super(Problem.ofField("measure", "indicator-not-entered"));
        }
    }

    /** No indicator has that code. */
    public static final class NoIndicator extends IndicatorRefused {
        public NoIndicator() {
            super(Problem.ofField("indicator", "indicator-unknown"));
        }
    }

    /** The same measure is entered above, below, or for a period that contains this one: it would count twice. */
    public static final class CountedTwice extends IndicatorRefused {
        public CountedTwice(Names place, ReportPeriod period) {
            super(Problem.ofField("place", "indicator-twice", place, period.code()));
        }
    }

    /** Who entered a value cannot verify it. */
    public static final class OwnEntry extends IndicatorRefused {
        public OwnEntry() {
            super(Problem.of("indicator-own-entry", Kind.FORBIDDEN));
        }
    }

    /** It was decided before, or withdrawn. */
    public static final class Decided extends IndicatorRefused {
        public Decided() {
            super(Problem.of("indicator-decided", Kind.CONFLICT));
        }
    }

    /** There is no value to publish there. */
    public static final class NoValue extends IndicatorRefused {
        public NoValue() {
            super(Problem.of("indicator-no-value", Kind.CONFLICT));
        }
    }

    /** The same figure stands published already. */
    public static final class Published extends IndicatorRefused {
        public Published() {
            super(Problem.of("indicator-published", Kind.CONFLICT));
        }
    }

    /** The value is still what was published; there is nothing to correct. */
    public static final class StillTrue extends IndicatorRefused {
        public StillTrue() {
            super(Problem.of("indicator-still-true", Kind.CONFLICT));
        }
    }

    /** Another register of that year covers part of the same places. */
    public static final class Overlaps extends IndicatorRefused {
        public Overlaps(String cycle) {
            super(Problem.ofField("cycle", "indicator-register-overlaps", cycle));
        }
    }

    /** A published figure rests on the register. */
    public static final class InUse extends IndicatorRefused {
        public InUse() {
            super(Problem.of("indicator-register-in-use", Kind.CONFLICT));
        }
    }

    /** There is no community to freeze. */
    public static final class Empty extends IndicatorRefused {
        public Empty() {
            super(Problem.ofField("scope", "indicator-register-empty"));
        }
    }

    /** A target of that kind and period holds already. */
    public static final class TargetSet extends IndicatorRefused {
        public TargetSet() {
            super(Problem.ofField("period", "indicator-target-set"));
        }
    }
}
