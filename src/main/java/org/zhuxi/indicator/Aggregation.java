package org.zhuxi.indicator;

/** How the values of parts become the value of a whole, in time and in the tree of places. */
public enum Aggregation {
    /** Months add up to years, places add up to the place above. */
    SUM,
    /** The last value of the period at each place; places add up. For stocks, such as charging posts. */
    LAST_SUM,
    /** Different households: counted once in each period, so months do not add up; places do, for a household has one. */
    DISTINCT,
    /** Reckoned anew from summed parts at every place and period; what indicators are, never measures. */
    RECOMPUTE,
    /** Holds where it was measured and nowhere else, such as the result of a survey. */
    NONE
}
