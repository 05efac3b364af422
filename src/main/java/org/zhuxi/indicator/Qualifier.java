package org.zhuxi.indicator;

/** How exact a number claims to be; 余, 超 and 近 are kept, for "more than 2,000" is not 2,000. */
public enum Qualifier {
    EXACT,
    /** 余、超、逾、多、以上, +: this much or more. */
    AT_LEAST,
    /** 近、不足: this much or less. */
    AT_MOST,
    /** 约、左右: near it on either side. */
    ABOUT;

    /** The qualifier of a sum of two numbers. */
    public Qualifier plus(Qualifier other) {
        if (this == EXACT) {
            return other;
        }
        return other == EXACT || other == this ? this : ABOUT;
    }

    /** The qualifier of the first number divided by the second. */
    public Qualifier dividedBy(Qualifier other) {
        return plus(other.turned());
    }

    /** What a larger divisor does: it makes the quotient smaller. */
    private Qualifier turned() {
        return switch (this) {
            case EXACT -> EXACT;
            case AT_LEAST -> AT_MOST;
            case AT_MOST -> AT_LEAST;
            case ABOUT -> ABOUT;
        };
    }
}
