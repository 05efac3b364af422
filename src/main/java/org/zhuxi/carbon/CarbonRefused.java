package org.zhuxi.carbon;

import java.math.BigDecimal;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a statement was not made, verified or published, or a footprint not reckoned. */
public abstract sealed class CarbonRefused extends Refused {

    private CarbonRefused(Problem problem) {
        super(problem);
    }

    /** The code names neither a community nor a site in one. */
    public static final class NoPlace extends CarbonRefused {
        public NoPlace() {
            super(Problem.ofField("place", "carbon-place"));
        }
    }

    /** What was typed is neither a year nor a month, or lies in the future. */
    public static final class NoPeriod extends CarbonRefused {
        public NoPeriod() {
            super(Problem.ofField("period", "carbon-period"));
        }
    }

    /** A choice is missing or unknown. */
    public static final class NoChoice extends CarbonRefused {
        public NoChoice(String field) {
            super(Problem.ofField(field, "carbon-choice"));
        }
    }

    /** A text is missing or too long. */
    public static final class Length extends CarbonRefused {
        public Length(String field, int most) {
            super(Problem.ofField(field, "carbon-length", most));
        }
    }

    /** An amount is no number, not above zero, or more than can be. */
    public static final class NoAmount extends CarbonRefused {
        public NoAmount(String field, BigDecimal most) {
            super(Problem.ofField(field, "carbon-amount", most));
        }
    }

    /** The unit is unknown or measures something else. */
    public static final class NoUnit extends CarbonRefused {
        public NoUnit(String field, String unit, String usual) {
            super(Problem.ofField(field, "carbon-unit", unit, usual));
        }
    }

    /** There is nothing to reckon, or too much. */
    public static final class NoInputs extends CarbonRefused {
        public NoInputs(int most) {
            super(Problem.ofField("inputs", "carbon-inputs", most));
        }
    }

    /** An input does not belong to what the statement is about. */
    public static final class WrongLine extends CarbonRefused {
        public WrongLine(String field) {
            super(Problem.ofField(field, "carbon-line"));
        }
    }

    /** There are no verified records to read the amount from, or too few households behind them. */
    public static final class NoRecords extends CarbonRefused {
        public NoRecords(String field) {
            super(Problem.ofField(field, "carbon-no-records"));
        }
    }

    /** Amounts of earlier years are wrong, or given where they mean nothing. */
    public static final class Earlier extends CarbonRefused {
        public Earlier(String field) {
            super(Problem.ofField(field, "carbon-earlier"));
        }
    }

    /** Shares of a baseline are no shares, or do not add up to one. */
    public static final class NotAWhole extends CarbonRefused {
        public NotAWhole(BigDecimal sum) {
            super(Problem.ofField("baseline", "carbon-baseline", sum));
        }
    }

    /** Yearly accounting needs a whole year. */
    public static final class YearlyOnly extends CarbonRefused {
        public YearlyOnly() {
            super(Problem.ofField("horizon", "carbon-yearly"));
        }
    }

    /** The factor is unknown, or good for comparisons only. */
    public static final class NoFactor extends CarbonRefused {
        public NoFactor(String field, String code) {
            super(Problem.ofField(field, "carbon-factor", code));
        }
    }

    /** The factor has no such version. */
    public static final class NoVersion extends CarbonRefused {
        public NoVersion(String code, String version) {
            super(Problem.ofField("versions", "carbon-version", code, version));
        }
    }

    /** Who made a statement can neither verify nor publish it. */
    public static final class OwnStatement extends CarbonRefused {
        public OwnStatement() {
            super(Problem.of("carbon-own-statement", Kind.FORBIDDEN));
        }
    }

    /** It was decided otherwise before. */
    public static final class Decided extends CarbonRefused {
        public Decided() {
            super(Problem.of("carbon-decided", Kind.CONFLICT));
        }
    }

    /** The id belongs to another statement. */
    public static final class IdTaken extends CarbonRefused {
        public IdTaken() {
            super(Problem.of("carbon-id-taken", Kind.CONFLICT));
        }
    }

    /** Another statement counts part of the same already. */
    public static final class CountedTwice extends CarbonRefused {
        public CountedTwice(Names place, String period) {
            super(Problem.of("carbon-twice", Kind.CONFLICT, place, period));
        }
    }

    /** What is to be replaced is not published, or is about something else. */
    public static final class NotReplaceable extends CarbonRefused {
        public NotReplaceable() {
            super(Problem.ofField("supersedes", "carbon-not-replaceable"));
        }
    }
}
