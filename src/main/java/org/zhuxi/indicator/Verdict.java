package org.zhuxi.indicator;

/** The answer to a comparison with a number that may be qualified. */
public enum Verdict {
    YES,
    NO,
    /** The number is not exact enough to tell. */
    UNKNOWN
}
