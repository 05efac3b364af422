package org.zhuxi.activity;

/** Where a record stands. */
public enum ActivityState {
    /** Kept, and counted as provisional. */
    RECORDED,
    /** Found right by rule, sample or review. */
    VERIFIED,
    /** Found wrong by a reviewer; counts no more. */
    REJECTED,
    /** Taken back after it had been verified, or superseded by a corrected record; counts no more. */
    REVERSED
}
